import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Collects the documents of all boards, by hash, in `documents.json`. The server forwards these and nothing else, so the
 * file is built together with the pages.
 */
export function writeManifest(web: string): Plugin {
  return {
    name: 'write-manifest',
    apply: 'build',
    closeBundle() {
      const manifest: Record<string, unknown> = {};
      for (const path of readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('persisted-documents.json')) continue;
        Object.assign(manifest, JSON.parse(readFileSync(join(web, 'src', path), 'utf8')));
      }
      writeFileSync(join(web, 'documents.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    },
  };
}
