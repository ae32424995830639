import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Copies the schema that clients see next to the pages: the explorer completes and explains with it. */
export function copyApiSchema(from: string): Plugin {
  let directory = '';
  return {
    name: 'copy-api-schema',
    apply: 'build',
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    writeBundle() {
      copyFileSync(from, join(directory, 'api.graphql'));
    },
  };
}
