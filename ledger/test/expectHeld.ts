import { expect } from '@jest/globals';
import type { Ledger } from '../append/appender.ts';
import type { LedgerDatabase } from './ledgerDatabase.ts';
import { type RecordedLoad, storedBodies } from './recordedLoad.ts';
import { verifyStored } from './verifiedExport.ts';

/** Expects every acknowledged entry exactly once at its acknowledged index, and the whole log to verify. */
export async function expectHeld(database: LedgerDatabase, ledger: Ledger, load: RecordedLoad): Promise<void> {
  const bodies = await storedBodies(database, ledger.origin);
  expect(new Set(bodies).size).toBe(bodies.length);
  const misplaced = [...load.acknowledged].filter(([index, body]) => bodies[index] !== body);
  expect(misplaced).toEqual([]);
  expect(await verifyStored(database, ledger.origin, ledger.verifierKey)).toMatchObject({
    ok: true,
    checkpoint: { size: bodies.length },
  });
}
