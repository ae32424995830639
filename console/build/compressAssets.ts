import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes each file once more compressed, so that the server never compresses anything. */
export function compressAssets(): Plugin {
  let directory = '';
  return {
    name: 'compress-assets',
    apply: 'build',
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    closeBundle() {
      for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html|graphql)$/.test(path)) continue;
        const text = readFileSync(join(directory, path));
        writeFileSync(join(directory, `${path}.gz`), gzipSync(text, { level: 9 }));
        writeFileSync(join(directory, `${path}.br`), brotliCompressSync(text));
      }
    },
  };
}
