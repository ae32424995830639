import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Person360 } from '../../harness/person360.ts';
import type { Who } from '../../harness/requesters.ts';

/** Whose consent is to be on file, for which dataset. */
export interface ConsentOnFile {
  readonly personId: string;
  readonly dataset: string;
}

/** Takes back whatever consent is on file, and puts these there: to this requester, in force for years. */
export async function putConsentsOnFile(
  system: Person360,
  { agency, purpose }: Who,
  consents: readonly ConsentOnFile[],
): Promise<void> {
  const client = new pg.Client({ connectionString: system.databaseUrls.get('emou') });
  await client.connect();
  try {
    await client.query(
      `UPDATE consent SET revoked_at = now(), revoked_by = 'test', revoked_because = 'Others are tested.'
       WHERE revoked_at IS NULL`,
    );
    for (const { personId, dataset } of consents) {
      await client.query(
        `INSERT INTO consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by,
           given_on, expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at,
           confirmed_by, confirmed_for, confirmed_as)
         VALUES ($1, $2, 'HFS', $3, ARRAY[$4], $5, 'All of it.', 'The person', '2020-01-01', '2099-01-01', repeat('0', 64),
           '2020-01-01', now(), 'test', $3, now(), 'discloser', 'HFS', 'DISCLOSER')`,
        [randomUUID(), personId, agency, dataset, purpose],
      );
    }
  } finally {
    await client.end();
  }
}
