import DataLoader from 'dataloader';
import type { Database } from '../kit/database/database.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { PERSON_KEY_KINDS, type PersonKey, personsBy } from './personKeys.ts';
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
    household: createKeyedLoader((ids) => database.byKey(households, ids)),
    members: createGroupedLoader((ids) => database.byKey(members, ids)),
    relationships: createGroupedLoader((ids) => database.byKey(relationships, ids)),
  };
}

/** Loads a batch, which may mix kinds of keys because each agency identifies people by its own. */
async function loadPersons(database: Database, keys: readonly PersonKey[]): Promise<(PersonRecord | null)[]> {
  const kinds = PERSON_KEY_KINDS.filter((kind) => keys.some((key) => key.kind === kind));
  const found = new Map(
    await Promise.all(
      kinds.map(async (kind) => {
        const values = keys.filter((key) => key.kind === kind).map(({ value }) => value);
        return [kind, await database.byKey(personsBy[kind], values)] as const;
      }),
    ),
  );
  return keys.map(({ kind, value }) => found.get(kind)?.get(value)?.[0] ?? null);
}
