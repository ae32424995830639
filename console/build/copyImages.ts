import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Copies the images of USWDS that the style sheet refers to, and no others. */
export function copyImages(from: string): Plugin {
  let directory = '';
  return {
    name: 'copy-images',
    apply: 'build',
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    writeBundle() {
      const assets = join(directory, 'assets');
      const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
      const text = sheets.map((name) => readFileSync(join(assets, name), 'utf8')).join('\n');
      for (const [, path = ''] of text.matchAll(/url\(\/img\/([\w./-]+)\)/g)) {
        const target = join(directory, 'img', path);
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(join(from, path), target);
      }
    },
  };
}
