import type { EncryptedTable } from '../../kit/encryption/encryptedTable.ts';
import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import { createPersonalData } from './personalData.ts';
import { searchKeysOf } from './searchKeys.ts';

/** Columns of the rows below. */
interface HouseholdRow {
  readonly household_id: string;
  readonly address: Buffer;
}
interface PersonRow {
  readonly person_id: string;
  readonly personal: Buffer;
}
interface RecordRow {
  readonly record_id: string;
  readonly content: Buffer;
}
interface NumberRow {
  readonly system: string;
  readonly person_id: string;
  readonly number: Buffer;
}

/** How rotation rewrites the index's rows. */
export const encryptedTables: readonly EncryptedTable[] = [
  {
    name: 'household',
    key: { household_id: 'uuid' },
    columns: ['address'],
    rewritten: { address: 'bytea' },
    rewrite(row, encryption) {
      // The columns named above.
      const { household_id: id, address } = row as unknown as HouseholdRow;
      const data = createPersonalData(encryption);
      return { address: data.sealAddress(id, data.openAddress(id, address)) };
    },
  },
  {
    name: 'person',
    key: { person_id: 'uuid' },
    columns: ['personal'],
    rewritten: { personal: 'bytea' },
    rewrite(row, encryption) {
      // The columns named above.
      const { person_id: id, personal } = row as unknown as PersonRow;
      const data = createPersonalData(encryption);
      return { personal: data.sealPerson(id, data.openPerson(id, personal)) };
    },
    async afterBatch(client, rows, encryption) {
      const data = createPersonalData(encryption);
      const formerly: [Buffer[], string[]] = [[], []];
      const now: [Buffer[], string[]] = [[], []];
      for (const row of rows) {
        // The columns named above.
        const { person_id: id, personal } = row as unknown as PersonRow;
        for (const key of searchKeysOf(data.openPerson(id, personal))) {
          for (const token of data.searchTokens(key)) add(formerly, token, id);
          add(now, data.searchToken(key), id);
        }
      }
      await client.query(
        'delete from person_search_token using unnest($1::bytea[], $2::uuid[]) as f (token, person_id) where ' +
          'person_search_token.token = f.token and person_search_token.person_id = f.person_id',
        formerly,
      );
      await client.query(
        'insert into person_search_token (token, person_id) select * from unnest($1::bytea[], $2::uuid[])',
        now,
      );
    },
  },
  {
    name: 'system_number',
    key: { system: 'text', token: 'bytea' },
    columns: ['person_id', 'number'],
    rewritten: { token: 'bytea', number: 'bytea' },
    rewrite(row, encryption) {
      // The columns named above.
      const { system, person_id: id, number: sealed } = row as unknown as NumberRow;
      const data = createPersonalData(encryption);
      const number = data.openNumber(system, id, sealed.toString('hex'));
      return { token: data.numberToken(system, number), number: data.sealNumber(system, id, number) };
    },
  },
  {
    name: 'source_record',
    key: { record_id: 'bigint' },
    columns: ['content'],
    rewritten: { content: 'bytea', compared: 'bytea', content_token: 'bytea' },
    rewrite(row, encryption) {
      // The columns named above.
      const { record_id: id, content: sealed } = row as unknown as RecordRow;
      const data = createPersonalData(encryption);
      const content = data.openRecord(id, sealed);
      const compared = data.sealCompared(id, normalize(content, todayDigits()));
      return { content: data.sealRecord(id, content), compared, content_token: data.contentToken(content) };
    },
    async afterBatch(client, rows, encryption) {
      const data = createPersonalData(encryption);
      const today = todayDigits();
      const formerly: [string[], string[]] = [[], []];
      const now: [string[], string[]] = [[], []];
      for (const row of rows) {
        // The columns named above.
        const { record_id: id, content } = row as unknown as RecordRow;
        for (const key of blockingKeys(normalize(data.openRecord(id, content), today))) {
          for (const token of data.blockingTokens(key)) addKey(formerly, token, id);
          addKey(now, data.blockingToken(key), id);
        }
      }
      await client.query(
        'delete from record_key using unnest($1::bigint[], $2::bigint[]) as f (token, record_id) where ' +
          'record_key.token = f.token and record_key.record_id = f.record_id',
        formerly,
      );
      await client.query(
        'insert into record_key (token, record_id) select * from unnest($1::bigint[], $2::bigint[]) on conflict do nothing',
        now,
      );
    },
  },
];

function addKey([tokens, ids]: [string[], string[]], token: bigint, id: string): void {
  tokens.push(token.toString());
  ids.push(id);
}

function add([tokens, ids]: [Buffer[], string[]], token: Buffer, id: string): void {
  tokens.push(token);
  ids.push(id);
}
