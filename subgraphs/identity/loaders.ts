import DataLoader from 'dataloader';
import type { Database } from '../kit/database.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/keyedLoader.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { type PersonKey, personKeyKinds, personsByKeys } from './personKeys.ts';
import {
  type HouseholdRecord,
  households,
  members,
  type PersonRecord,
  type RelationshipRecord,
  relationships,
} from './records.ts';

export type IdentityContext = SubgraphContext<IdentityLoaders>;

export interface IdentityLoaders {
  readonly person: DataLoader<PersonKey, PersonRecord | null, string>;
  readonly household: DataLoader<string, HouseholdRecord | null>;
  readonly members: DataLoader<string, readonly PersonRecord[]>;
  readonly relationships: DataLoader<string, readonly RelationshipRecord[]>;
}

const textOf = ({ kind, value }: PersonKey): string => `${kind}:${value}`;

export function createIdentityLoaders({ database }: SubgraphSystem): IdentityLoaders {
  return {
    person: new DataLoader((keys) => loadPersons(database, keys), {
      cacheKeyFn: textOf,
      maxBatchSize: Number.POSITIVE_INFINITY,
    }),
    household: createKeyedLoader(
      (ids) => database.rows(households, [ids]),
      (row) => row.id,
    ),
    members: createGroupedLoader(
      (ids) => database.rows(members, [ids]),
      (row) => row.householdId,
    ),
    relationships: createGroupedLoader(
      (ids) => database.rows(relationships, [ids]),
      (row) => row.ofPersonId,
    ),
  };
}

/** A batch may mix kinds of keys (each agency names people by its own): still one statement. */
async function loadPersons(database: Database, keys: readonly PersonKey[]): Promise<(PersonRecord | null)[]> {
  const kinds = personKeyKinds.filter((kind) => keys.some((key) => key.kind === kind));
  const values = kinds.map((kind) => keys.filter((key) => key.kind === kind).map((key) => key.value));
  const byKey = new Map<string, PersonRecord>();
  for (const person of await database.rows(personsByKeys(kinds), values)) {
    for (const kind of kinds) {
      const value = person[kind];
      if (value !== null) byKey.set(textOf({ kind, value }), person);
    }
  }
  return keys.map((key) => byKey.get(textOf(key)) ?? null);
}
