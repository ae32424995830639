import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './build/compressAssets.ts';
import { copyApiSchema } from './build/copyApiSchema.ts';
import { copyImages } from './build/copyImages.ts';
import { writeManifest } from './build/writeManifest.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('web'),
  resolve: { alias: { '@person360/client': folder('../client/src/index.ts') } },
  plugins: [
    react(),
    writeManifest(folder('web')),
    copyApiSchema(folder('../schema/api.graphql')),
    copyImages(folder('../node_modules/@uswds/uswds/dist/img')),
    compressAssets(),
  ],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [folder('../node_modules/@uswds/uswds/packages')],
        // Deprecations inside USWDS are its own.
        quietDeps: true,
      },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows neither data: images nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Images of USWDS stay addresses; copyImages puts them there.
    rollupOptions: { external: /^\/img\// },
  },
});
