import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import type { Registration } from './registration.ts';

/** What the index has under the number of a call. */
export interface KnownNumber {
  /** As PostgreSQL writes bytea. It may be of an earlier generation of keys. */
  readonly token: string;
  readonly personId: string;
  /** Null: somebody linked the number, and no record has been registered. */
  readonly recordId: string | null;
  /** True if this very content is registered. */
  readonly isSame: boolean;
  /** Whether the person has other numbers. */
  readonly isShared: boolean;
  /** Whether people still have to decide about the record. */
  readonly isReviewed: boolean;
}

interface StoredKnownNumber extends Omit<KnownNumber, 'isSame'> {
  readonly call: number;
  readonly contentToken: Buffer | null;
}

const knownNumbers = statement<StoredKnownNumber>(
  'identity.knownNumbers',
  `select k.call, n.token::text as token, n.person_id::text as "personId", r.record_id::text as "recordId",
     r.content_token as "contentToken",
     exists (select from system_number o where o.person_id = n.person_id and (o.system, o.token) <> (n.system, n.token))
       as "isShared",
     exists (select from link_review v where v.one = r.record_id and v.status in ('OPEN', 'PROPOSED'))
       or exists (select from link_review v where v.other = r.record_id and v.status in ('OPEN', 'PROPOSED'))
       as "isReviewed"
   from unnest($1::int[], $2::text[], $3::bytea[]) as k (call, system, token)
   join system_number n on n.system = k.system and n.token = k.token
   left join source_record r on r.system = n.system and r.number_token = n.token`,
);

/** What the index knows under the calls' numbers, by the position of the call. */
export async function readKnownNumbers(
  queries: Queries,
  data: PersonalData,
  calls: readonly Registration[],
): Promise<ReadonlyMap<number, KnownNumber>> {
  const tokens = calls.flatMap(({ system, number }, call) =>
    data.numberTokens(system, number).map((token) => ({ call, system, token })),
  );
  const rows = await queries.rows(knownNumbers, [
    tokens.map(({ call }) => call),
    tokens.map(({ system }) => system),
    tokens.map(({ token }) => token),
  ]);
  return new Map(
    rows.map(({ call, contentToken, ...known }) => {
      const content = calls[call]?.content;
      const isSame =
        contentToken !== null &&
        content !== undefined &&
        data.contentTokens(content).some((token) => token.equals(contentToken));
      return [call, { ...known, isSame }];
    }),
  );
}

const householdsOfNumbers = statement<{ readonly call: number; readonly householdId: string }>(
  'identity.householdsOfNumbers',
  `select k.call, p.household_id::text as "householdId"
   from unnest($1::int[], $2::text[], $3::bytea[]) as k (call, system, token)
   join system_number n on n.system = k.system and n.token = k.token join person p using (person_id)
   where p.household_id is not null`,
);

/** The households of the numbers that calls name (householdOfNumber), by the position of the call. */
export async function readHouseholds(
  queries: Queries,
  data: PersonalData,
  calls: readonly Registration[],
): Promise<ReadonlyMap<number, string>> {
  const tokens = calls.flatMap(({ system, householdOfNumber }, call) =>
    householdOfNumber === null
      ? []
      : data.numberTokens(system, householdOfNumber).map((token) => ({ call, system, token })),
  );
  if (tokens.length === 0) return new Map();
  const rows = await queries.rows(householdsOfNumbers, [
    tokens.map(({ call }) => call),
    tokens.map(({ system }) => system),
    tokens.map(({ token }) => token),
  ]);
  return new Map(rows.map(({ call, householdId }) => [call, householdId]));
}
