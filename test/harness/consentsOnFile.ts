import { randomUUID } from 'node:crypto';
import { localEmouLog } from '../../cli/local/localLedger.ts';
import { shippedCatalogue } from '../../schema/catalog/shippedCatalogue.ts';
import { changeRegister } from '../../subgraphs/emou/register/changeRegister.ts';
import { loggedTables } from '../../subgraphs/emou/register/log/loggedTables.ts';
import { withRegister } from '../../subgraphs/emou/register/openRegister.ts';
import type { LoggedRow } from '../../subgraphs/kit/administration/loggedTable.ts';
import { statement } from '../../subgraphs/kit/database/statement.ts';
import type { Product } from './product/startProduct.ts';
import type { Who } from './requesters.ts';

/** Person whose consent is put on file, and the dataset. */
export interface ConsentOnFile {
  readonly personId: string;
  readonly dataset: string;
}

const revokeAll = statement<{ readonly row: LoggedRow }>(
  'testRevokeConsents',
  `update consent set revoked_at = now(), revoked_by = 'test', revoked_because = 'Others are tested.'
   where revoked_at is null returning to_jsonb(consent) as row`,
);
const putOnFile = statement<{ readonly row: LoggedRow }>(
  'testPutConsentOnFile',
  `insert into consent (consent_id, person_id, discloser, recipient, datasets, purpose, description, signed_by,
     given_on, expires_on, document_sha256, document_dated, recorded_at, recorded_by, recorded_for, confirmed_at,
     confirmed_by, confirmed_for, confirmed_as)
   values ($1, $2, 'HFS', $3, array[$4], $5, 'All of it.', 'The person', '2020-01-01', '2099-01-01', repeat('0', 64),
     '2020-01-01', now(), 'test', $3, now(), 'discloser', 'HFS', 'DISCLOSER') returning to_jsonb(consent) as row`,
);

/** Takes back whatever consent is on file, and puts these there: to this requester, in force for years. */
export async function putConsentsOnFile(
  system: Product,
  { agency, purpose }: Who,
  consents: readonly ConsentOnFile[],
): Promise<void> {
  const settings = {
    databaseUrl: system.databaseUrls.get('emou') ?? '',
    administration: localEmouLog(system.ledger),
    catalogue: shippedCatalogue(),
    clock: system.clock.now,
  };
  await withRegister(settings, (register) =>
    changeRegister(register, async ({ queries, record }) => {
      const rows = [...(await queries.rows(revokeAll, []))];
      for (const { personId, dataset } of consents) {
        rows.push(...(await queries.rows(putOnFile, [randomUUID(), personId, agency, dataset, purpose])));
      }
      const { event, name: table } = loggedTables.consent;
      for (const { row } of rows) record({ event, table, row, by: { subject: 'test', agency } });
    }),
  );
}
