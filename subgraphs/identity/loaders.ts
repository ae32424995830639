import DataLoader from 'dataloader';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import type { RowsByKey } from '../kit/database/coalescedReads.ts';
import type { Database } from '../kit/database/database.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import type { PersonKey } from './personKeys.ts';
import {
  type HouseholdRecord,
  households,
  members,
  type PersonRecord,
  personsById,
  personsByNumber,
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

const textOf = ({ system, value }: PersonKey): string => `${system}:${value}`;

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

/** Loads a batch, one statement for each system whose numbers it holds: each agency identifies people by its own. */
async function loadPersons(database: Database, keys: readonly PersonKey[]): Promise<(PersonRecord | null)[]> {
  const valuesOf = new Map<string, string[]>();
  for (const { system, value } of keys) {
    const values = valuesOf.get(system);
    if (values === undefined) valuesOf.set(system, [value]);
    else values.push(value);
  }
  const found = new Map(
    await Promise.all(
      [...valuesOf].map(async ([system, values]) => {
        const persons: RowsByKey<PersonRecord> =
          system === PERSON_INDEX
            ? await database.byKey(personsById, values)
            : await database.byKey(personsByNumber, values, system);
        return [system, persons] as const;
      }),
    ),
  );
  return keys.map(({ system, value }) => found.get(system)?.get(value)?.[0] ?? null);
}
