import { askFacts } from '../kit/askFacts.ts';
import { createFactDoor, factsNamedIn } from '../kit/factDoor.ts';
import type { SubgraphRoutes, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { isPossiblePersonKey, type PersonKeyKind, personFactKeys } from './personKeys.ts';

/** Fact doors of the systems that know: the child welfare system of cases, emou of consents and
 * emergencies. Undefined: not told. */
export interface FactSourceUrls {
  readonly childwelfare: () => string | undefined;
  readonly emou: () => string | undefined;
}

/** By which number each system knows persons; no other system is told anything of them. */
const keyOfSystem: ReadonlyMap<string, PersonKeyKind> = new Map([
  ['identity', 'id'],
  ['snap', 'snapClientId'],
  ['tanf', 'tanfClientId'],
  ['medicaid', 'medicaidRin'],
  ['corrections', 'idocNumber'],
  ['education', 'sisId'],
  ['weatherization', 'energyClientId'],
  ['childwelfare', 'cypId'],
]);

const timeoutMs = 2_000;
const nothing: readonly string[] = [];

/**
 * Which facts hold of persons, for a system that knows them by its own number and asks by nothing else: the index knows
 * their other numbers and who lives with them, and asks the child welfare system and emou under the same grant.
 */
export function openPersonFacts({ database, anyGrants }: SubgraphSystem, sources: FactSourceUrls): SubgraphRoutes {
  async function learn(url: string | undefined, token: string, keys: readonly string[]) {
    if (url === undefined) throw new Error('The address of a fact door is not set.');
    return await askFacts({ url, timeoutMs }, token, [...new Set(keys)]);
  }

  const router = createFactDoor(anyGrants, async (grant, keys) => {
    const kind = keyOfSystem.get(grant.claims.aud);
    if (kind === undefined) return new Map();
    const possible = keys.filter((key) => isPossiblePersonKey(kind, key));
    const persons = await database.rows(personFactKeys(kind), [possible]);
    const named = factsNamedIn(grant);
    const isOfEmou = (fact: string): boolean => fact.startsWith('CONSENT:') || fact === 'EMERGENCY';
    const needsEmou = named.some(isOfEmou);
    const needsCases = !named.every(isOfEmou);
    const [cases, ofEmou] = await Promise.all([
      needsCases
        ? learn(
            sources.childwelfare(),
            grant.token,
            persons.flatMap(({ householdCypIds }) => householdCypIds),
          )
        : new Map<string, readonly string[]>(),
      needsEmou
        ? learn(
            sources.emou(),
            grant.token,
            persons.map(({ personId }) => personId),
          )
        : new Map<string, readonly string[]>(),
    ]);
    return new Map(
      persons.map(({ key, personId, cypId, householdCypIds }) => [
        key,
        [
          ...(ofEmou.get(personId) ?? nothing),
          ...(cases.get(cypId ?? '') ?? nothing).filter((fact) => fact !== 'HOUSEHOLD_OF_CASELOAD'),
          ...householdCypIds
            .flatMap((id) => cases.get(id) ?? nothing)
            .filter((fact) => fact === 'HOUSEHOLD_OF_CASELOAD'),
        ],
      ]),
    );
  });
  return { router, stop: () => undefined };
}
