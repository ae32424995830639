import { randomUUID } from 'node:crypto';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { goldenTraits } from '../golden/goldenTraits.ts';
import { addressOfRecords } from '../moves/addressOfRecords.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { householdRow, personRow, rowColumns, searchTokenRows, systemNumberRow } from '../personalData/personRows.ts';
import { searchKeysOf } from '../personalData/searchKeys.ts';
import type { DecidedDraft } from './decideGroup.ts';
import { type LinkState, type RecordState, recordsByPerson } from './linkState.ts';

type Table = keyof typeof rowColumns;
const TYPES: Readonly<Record<Table, readonly string[]>> = {
  household: ['uuid', 'boolean', 'bytea', 'integer'],
  person: ['uuid', 'uuid', 'boolean', 'bytea', 'integer'],
  person_search_token: ['bytea', 'uuid'],
  system_number: ['text', 'bytea', 'uuid', 'bytea', 'boolean', 'integer'],
};
const inserts = Object.fromEntries(
  Object.entries(rowColumns).map(([table, columns]) => {
    const arrays = TYPES[table as Table].map((type, at) => `$${at + 1}::${type}[]`).join(', ');
    const text = `insert into ${table} (${columns.join(', ')}) select * from unnest(${arrays}) on conflict do nothing`;
    return [table, statement<unknown>(`identity.insert.${table}`, text)];
  }),
) as Readonly<Record<Table, ReturnType<typeof statement<unknown>>>>;

async function insert(queries: Queries, table: Table, rows: readonly (readonly (string | number | boolean)[])[]) {
  if (rows.length === 0) return;
  await queries.rows(
    inserts[table],
    rowColumns[table].map((_, column) => rows.map((row) => row[column])),
  );
}

/**
 * Adds the persons who are new, with their households, and the numbers that are new. A number becomes the person's current
 * one in its system.
 *
 * @param households of the calls' householdOfNumber, by position of the call
 */
export async function addPersonsAndNumbers(
  queries: Queries,
  data: PersonalData,
  {
    drafts,
    state,
    households,
    today,
  }: {
    readonly drafts: readonly DecidedDraft[];
    readonly state: LinkState;
    readonly households: ReadonlyMap<number, string>;
    readonly today: string;
  },
): Promise<void> {
  const byPerson = recordsByPerson(state);
  const householdOf = new Map<string, string>();
  const personOfNumber = new Map<string, string>();
  const added: { householdId: string; records: readonly RecordState[]; isNew: boolean; personId: string }[] = [];
  const homeOf = (draft: DecidedDraft | undefined): string | undefined => {
    if (draft === undefined || draft.call.householdOfNumber === null) return undefined;
    const { system, householdOfNumber } = draft.call;
    return householdOf.get(personOfNumber.get(`${system}|${householdOfNumber}`) ?? '') ?? households.get(draft.at);
  };
  const addPerson = (personId: string, draft: DecidedDraft | undefined) => {
    if (state.persons.has(personId) || householdOf.has(personId)) return;
    const shared = homeOf(draft);
    const householdId = shared ?? randomUUID();
    householdOf.set(personId, householdId);
    added.push({ personId, householdId, isNew: shared === undefined, records: byPerson.get(personId) ?? [] });
  };
  for (const draft of drafts) {
    const personId = state.records.get(draft.recordId)?.personId;
    if (personId == null) continue;
    addPerson(personId, draft);
    personOfNumber.set(`${draft.call.system}|${draft.call.number}`, personId);
  }
  // Persons whom records left that were together until now.
  for (const personId of byPerson.keys()) addPerson(personId, undefined);

  const own = added.filter(({ isNew }) => isNew);
  const related = new Map(own.map(({ householdId, records }) => [householdId, relatedRecords(records, drafts)]));
  const hidden = await withProtectedAddress(queries, [...new Set([...related.values()].flat())]);
  await insert(
    queries,
    'household',
    own.map(({ householdId, records }) =>
      householdRow(data, {
        ...{ householdId, addressProtected: related.get(householdId)?.some((id) => hidden.has(id)) ?? false },
        ...addressOfRecords(goldenRecords(records)),
      }),
    ),
  );
  const persons = added.map(({ personId, householdId, records }) => {
    return { ...goldenTraits(goldenRecords(records), today), personId, householdId };
  });
  await insert(
    queries,
    'person',
    persons.map((person) => personRow(data, person)),
  );
  await insert(
    queries,
    'person_search_token',
    persons.flatMap((person) => searchTokenRows(data, person)),
  );
  await addNumbers(queries, data, drafts, state);
}

const protectedRecords = statement<{ readonly id: string }>(
  'identity.recordsWithProtectedAddress',
  `select r.record_id::text as id from source_record r
     join system_number n on n.system = r.system and n.token = r.number_token
     join person using (person_id) join household using (household_id)
   where r.record_id = any($1::bigint[]) and address_protected`,
);

/** Those of the records, by id, whose person has a protected address (750 ILCS 61) before the change. */
async function withProtectedAddress(queries: Queries, recordIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = recordIds.length === 0 ? [] : await queries.rows(protectedRecords, [recordIds]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Records of the index that may be of the person of these: themselves, if they leave another person, and those that they
 * resemble. If the address of one is protected, that of the new household must be too.
 */
function relatedRecords(records: readonly RecordState[], drafts: readonly DecidedDraft[]): readonly string[] {
  const own = new Set(records.map(({ id }) => id));
  const similar = drafts
    .filter(({ recordId }) => own.has(recordId))
    .flatMap(({ candidates }) => candidates.filter(({ decision }) => decision !== 'NEW').map(({ id }) => id));
  return [...own, ...similar];
}

const goldenRecords = (records: readonly RecordState[]) =>
  records.map(({ system, registeredAt, content }) => ({ system, registeredAt, content: content() }));

const retire = statement<unknown>(
  'identity.retireCurrentNumbers',
  `update system_number set is_current = false
   from unnest($1::text[], $2::uuid[]) as fresh (system, person_id)
   where system_number.system = fresh.system and system_number.person_id = fresh.person_id and is_current`,
);

async function addNumbers(
  queries: Queries,
  data: PersonalData,
  drafts: readonly DecidedDraft[],
  state: LinkState,
): Promise<void> {
  const fresh = drafts.flatMap(({ known, recordId, call: { system, number } }) => {
    const personId = state.records.get(recordId)?.personId;
    return known !== undefined || personId == null ? [] : [{ system, number, personId, recordId }];
  });
  // Of several new numbers of one person in one system, the last is the current one.
  const last = new Map(fresh.map((each) => [`${each.system}|${each.personId}`, each.recordId]));
  const former = fresh.filter(({ personId }) => state.persons.has(personId));
  if (former.length > 0) {
    await queries.rows(retire, [former.map(({ system }) => system), former.map(({ personId }) => personId)]);
  }
  await insert(
    queries,
    'system_number',
    fresh.map(({ recordId, ...number }) => {
      const isCurrent = last.get(`${number.system}|${number.personId}`) === recordId;
      return systemNumberRow(data, { ...number, isCurrent });
    }),
  );
}

const personals = statement<{ readonly id: string; readonly personal: Buffer; readonly living: boolean }>(
  'identity.personsToRefresh',
  'select person_id::text as id, personal, living from person where person_id = any($1::uuid[]) order by person_id for update',
);
const refresh = statement<unknown>(
  'identity.refreshPersonalData',
  `update person set personal = fresh.personal, living = fresh.living, key_generation = $4
   from unnest($1::uuid[], $2::bytea[], $3::boolean[]) as fresh (person_id, personal, living)
   where person.person_id = fresh.person_id`,
);
const removeTokens = statement<unknown>(
  'identity.removeSearchTokens',
  `delete from person_search_token using unnest($1::bytea[], $2::uuid[]) as f (token, person_id)
   where person_search_token.token = f.token and person_search_token.person_id = f.person_id`,
);

/** What is shown of persons, and what finds them, made again of their records, if it differs. */
export async function refreshPersons(
  queries: Queries,
  data: PersonalData,
  state: LinkState,
  personIds: readonly string[],
  today: string,
): Promise<void> {
  const byPerson = recordsByPerson(state);
  // Somebody loaded what is known of a person who has numbers without a record.
  const loaded = new Set(state.numbers.filter(({ recordId }) => recordId === null).map(({ personId }) => personId));
  const ids = personIds.filter((id) => !loaded.has(id));
  if (ids.length === 0) return;
  const changed: { id: string; traits: ReturnType<typeof goldenTraits>; former: readonly string[] }[] = [];
  for (const { id, personal, living } of await queries.rows(personals, [ids])) {
    const records = byPerson.get(id) ?? [];
    if (records.length === 0) continue;
    const former = data.openPerson(id, personal);
    const { living: lives, ...traits } = goldenTraits(goldenRecords(records), today);
    if (lives === living && JSON.stringify(inOrder(former)) === JSON.stringify(inOrder(traits))) continue;
    changed.push({ id, traits: { ...traits, living: lives }, former: searchKeysOf(former) });
  }
  if (changed.length === 0) return;
  await queries.rows(refresh, [
    changed.map(({ id }) => id),
    changed.map(({ id, traits }) => data.sealPerson(id, traits)),
    changed.map(({ traits }) => traits.living),
    data.generation(),
  ]);
  const fresh = changed.flatMap(({ id, traits }) =>
    searchKeysOf(traits).map((key) => ({ id, token: bytea(data.searchToken(key)) })),
  );
  const kept = new Set(fresh.map(({ id, token }) => `${id} ${token}`));
  const gone = changed
    .flatMap(({ id, former }) =>
      former.flatMap((key) => data.searchTokens(key).map((token) => ({ id, token: bytea(token) }))),
    )
    .filter(({ id, token }) => !kept.has(`${id} ${token}`));
  if (gone.length > 0) await queries.rows(removeTokens, [gone.map(({ token }) => token), gone.map(({ id }) => id)]);
  await insert(
    queries,
    'person_search_token',
    fresh.map(({ id, token }) => [token, id]),
  );
}

const inOrder = (traits: object) => Object.entries(traits).sort(([a], [b]) => (a < b ? -1 : 1));

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
