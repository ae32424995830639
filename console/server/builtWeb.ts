import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Next to the server in the source, and, copied by `npm run build`, next to the compiled server. */
export const webFolder = fileURLToPath(new URL('../web/', import.meta.url));

/** Folder of the built pages. */
export const webDirectory = join(webFolder, 'dist');

const BUILD = 'npm run build -w @person360/console';

/** Trusted documents of the built pages, by hash. Throws, saying what to run, if the pages or their documents are missing. */
export function readManifest(folder: string = webFolder): Readonly<Record<string, string>> {
  const manifest = join(folder, 'documents.json');
  for (const file of [join(folder, 'dist/index.html'), manifest]) {
    if (existsSync(file)) continue;
    throw new Error(
      `The console's pages are not built: ${file} is missing. Run ${BUILD}, and in compiled code npm run build again.`,
    );
  }
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(manifest, 'utf8')));
}
