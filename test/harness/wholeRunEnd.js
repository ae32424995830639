import { rm } from 'node:fs/promises';

/** Removes the directory of this run's temporary files (see wholeRun.js). */
export default async function tearDown() {
  await rm(process.env.TMPDIR, { recursive: true, force: true });
}
