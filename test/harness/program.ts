import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** By its place: node would look for the name from the folder in which the process starts. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Node's arguments that run one of our files as a process. In a run of all tests this is what the image runs:
 * compiled code (see wholeRun.js), which starts in half the time. A file that is run alone gets the source.
 * @param entry path from the root of the project, as `gateway/main.ts`
 */
export function programArguments(entry: string): readonly string[] {
  const compiled = process.env.PERSON360_TEST_COMPILED;
  return compiled === undefined
    ? ['--import', tsx, join(root, entry)]
    : [join(compiled, entry.replace(/\.ts$/, '.js'))];
}
