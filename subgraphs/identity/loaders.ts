import DataLoader from 'dataloader';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import type { RowsByKey } from '../kit/database/coalescedReads.ts';
import type { Database } from '../kit/database/database.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { type OpenRecord, recordsByIds } from './changes/sourceRecords.ts';
import { survivors } from './moves/survivors.ts';
import { indexedPerson, indexedRelationship, oldestFirst } from './personalData/indexedPerson.ts';
import { createPersonalData, type PersonalData } from './personalData/personalData.ts';
import type { PersonKey } from './personKeys.ts';
import {
  type HouseholdRecord,
  households,
  members,
  type PersonRecord,
  personsById,
  personsByNumber,
  personsOrReplaced,
  type RelationshipRecord,
  relationships,
  type StoredHousehold,
  type StoredPerson,
} from './records.ts';

export type IdentityContext = SubgraphContext<IdentityLoaders>;

export interface IdentityLoaders {
  readonly person: DataLoader<PersonKey, PersonRecord | null, string>;
  readonly household: DataLoader<string, HouseholdRecord | null>;
  readonly members: DataLoader<string, readonly PersonRecord[]>;
  readonly relationships: DataLoader<string, readonly RelationshipRecord[]>;
  /** By Person.id; a person who was replaced is not followed to the survivor. */
  readonly personOrReplaced: DataLoader<string, PersonRecord | null>;
  /** By source_record.record_id. */
  readonly record: DataLoader<string, OpenRecord | null>;
}

const textOf = ({ system, value }: PersonKey): string => `${system}:${value}`;

/** Rows are decrypted for one request and forgotten with it: requests share the statement, not the records. */
export function createIdentityLoaders({ database, encryption }: SubgraphSystem): IdentityLoaders {
  const data = createPersonalData(encryption);
  return {
    person: new DataLoader((keys) => loadPersons(database, data, keys), {
      cacheKeyFn: textOf,
      maxBatchSize: Number.POSITIVE_INFINITY,
    }),
    household: createKeyedLoader(async (ids) =>
      mapRows(ids, await database.byKey(households, ids), (rows) => rows.map((row) => openHousehold(row, data))),
    ),
    members: createGroupedLoader(async (ids) =>
      mapRows(ids, await database.byKey(members, ids), (rows) =>
        rows.map((row) => indexedPerson(row, data)).sort(oldestFirst),
      ),
    ),
    relationships: createGroupedLoader(async (ids) =>
      mapRows(ids, await database.byKey(relationships, ids), (rows) =>
        rows.map((row) => indexedRelationship(row, data)).sort(oldestFirst),
      ),
    ),
    personOrReplaced: createKeyedLoader(async (ids) =>
      mapRows(ids, await database.byKey(personsOrReplaced, ids), (rows) => rows.map((row) => indexedPerson(row, data))),
    ),
    record: new DataLoader(async (ids) => {
      const records = new Map((await recordsByIds(database, data, ids)).map((record) => [record.id, record]));
      return ids.map((id) => records.get(id) ?? null);
    }),
  };
}

/** The requested keys only: the statement may have read those of other requests too. */
function mapRows<Stored, Loaded>(
  keys: readonly string[],
  stored: RowsByKey<Stored>,
  map: (rows: readonly Stored[]) => readonly Loaded[],
): RowsByKey<Loaded> {
  const loaded = new Map<string, readonly Loaded[]>();
  for (const key of keys) {
    const rows = stored.get(key);
    if (rows !== undefined) loaded.set(key, map(rows));
  }
  return loaded;
}

const PROTECTED = { street: null, city: null, state: null, zip: null, county: null, countyFips: null };

function openHousehold({ id, addressProtected, address }: StoredHousehold, data: PersonalData): HouseholdRecord {
  return { id, addressProtected, ...(address === null ? PROTECTED : data.openAddress(id, address)) };
}

/** Loads a batch, one statement for each system whose numbers it holds: each agency identifies people by its own. */
async function loadPersons(
  database: Database,
  data: PersonalData,
  keys: readonly PersonKey[],
): Promise<(PersonRecord | null)[]> {
  const valuesOf = new Map<string, string[]>();
  for (const { system, value } of keys) {
    const values = valuesOf.get(system);
    if (values === undefined) valuesOf.set(system, [value]);
    else values.push(value);
  }
  const found = new Map(
    await Promise.all(
      [...valuesOf].map(
        async ([system, values]) => [system, await findPersons(database, data, system, values)] as const,
      ),
    ),
  );
  return keys.map(({ system, value }) => {
    const row = found.get(system)?.(value);
    return row === undefined ? null : indexedPerson(row, data);
  });
}

/** Returns a function that gives the person with an id or a number among these. */
async function findPersons(
  database: Database,
  data: PersonalData,
  system: string,
  values: readonly string[],
): Promise<(value: string) => StoredPerson | undefined> {
  if (system === PERSON_INDEX) {
    const rows = await database.byKey(personsById, values);
    const missing = values.filter((value) => !rows.has(value));
    if (missing.length === 0) return (value) => rows.get(value)?.[0];
    const survivorOf = await findSurvivors(database, missing);
    return (value) => (rows.get(value) ?? survivorOf.get(value))?.[0];
  }
  const tokensOf = new Map(values.map((value) => [value, data.numberTokens(system, value)]));
  const rows = await database.byKey(personsByNumber, [...tokensOf.values()].flat(), system);
  return (value) => {
    for (const token of tokensOf.get(value) ?? []) {
      const row = rows.get(token)?.[0];
      if (row !== undefined) return row;
    }
    return undefined;
  };
}

/** Persons who stand for those with these ids, whom others have replaced. */
async function findSurvivors(database: Database, ids: readonly string[]): Promise<RowsByKey<StoredPerson>> {
  const found = await database.rows(survivors, [ids]);
  if (found.length === 0) return new Map();
  const rows = await database.byKey(personsById, [...new Set(found.map(({ survivor }) => survivor))]);
  return new Map(found.flatMap(({ id, survivor }) => (rows.has(survivor) ? [[id, rows.get(survivor) ?? []]] : [])));
}
