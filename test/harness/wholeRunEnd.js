import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const prepared = process.env.PERSON360_TEST_PREPARED;
  if (prepared !== undefined) await rm(prepared, { recursive: true, force: true });
}
