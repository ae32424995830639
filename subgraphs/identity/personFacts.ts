import { residentOf } from '../../schema/ledger/personPseudonym.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import { isAboutItsPersons, MOST_PERSONS_OF_A_CALL } from '../../schema/tokens/factsToken.ts';
import { askFacts } from '../kit/facts/askFacts.ts';
import { createFactsEndpoint } from '../kit/facts/factsEndpoint.ts';
import type { SubgraphRoutes, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';
import { withoutEarlierEmergencies } from './emergenciesBeforeMerges.ts';
import { createPersonalData } from './personalData/personalData.ts';
import { type PersonFactKeys, personFactKeysById, personFactKeysByNumber } from './personFactKeys.ts';
import { canonicalPersonKey, isPossiblePersonKey, numberingOf, type PersonKeyFields } from './personKeys.ts';
import { childrenOfPerson, isKnownMinor } from './records.ts';

/**
 * Facts endpoints of the source systems: childwelfare for cases, emou for consents and emergencies. Undefined: not
 * configured.
 */
export interface FactSourceUrls {
  readonly childwelfare: () => string | undefined;
  readonly emou: () => string | undefined;
}

const TIMEOUT_MS = 2_000;
const NOTHING: readonly string[] = [];

/**
 * Serves facts about persons to a system that knows only its own number for each. The index knows their other numbers
 * and household members, and queries the child welfare system and emou with the same facts token. Each system gets
 * facts only about the persons of its call.
 */
export function openPersonFacts(
  { database, encryption, factsTokens, clock }: SubgraphSystem,
  sources: FactSourceUrls,
  personKeys: () => PersonKeyFields,
): SubgraphRoutes {
  const data = createPersonalData(encryption);

  async function load(url: string | undefined, token: string, keys: readonly string[]) {
    if (url === undefined) throw new Error('The address of a facts endpoint is not set.');
    return await askFacts({ url, timeoutMs: TIMEOUT_MS }, `Bearer ${token}`, [...new Set(keys)]);
  }

  /** Children under 18 among these persons for whom the requesting resident acts. */
  async function childrenOf(subject: string | undefined, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const resident = residentOf(subject ?? '');
    if (resident === undefined) return new Set();
    const rows = await database.rows(childrenOfPerson, [personIds, resident]);
    const today = illinoisDate(clock());
    const minors = rows.filter(({ personId, personal }) =>
      isKnownMinor(data.openPerson(personId, personal).birthDate, today),
    );
    return new Set(minors.map(({ personId }) => personId));
  }

  function factKeysOf(numbering: string, keys: readonly string[]): Promise<readonly PersonFactKeys[]> {
    return numbering === PERSON_INDEX
      ? personFactKeysById(database, data, keys)
      : personFactKeysByNumber(database, data, numbering, keys);
  }

  const router = createFactsEndpoint(factsTokens, async ({ claims, token }, keys) => {
    const numbering = numberingOf(claims.system, personKeys());
    if (numbering === undefined) return 'refused';
    // The index itself asks about persons it has found.
    if (claims.system !== PERSON_INDEX && !isAboutItsPersons(claims, keys)) return 'refused';
    if (keys.length > MOST_PERSONS_OF_A_CALL) return 'refused';
    const possible = keys.filter((key) => isPossiblePersonKey(numbering, key));
    const persons = await factKeysOf(numbering, possible);
    const named = claims.facts;
    const ids = persons.map(({ personId }) => personId);
    const children = named.includes('PARENT') ? await childrenOf(claims.sub, ids) : new Set<string>();
    const isOfEmou = (fact: string): boolean => fact.startsWith('CONSENT:') || fact === 'EMERGENCY';
    const needsEmou = named.some(isOfEmou);
    const needsCases = !named.every(isOfEmou);
    const [cases, ofEmou] = await Promise.all([
      needsCases
        ? load(
            sources.childwelfare(),
            token,
            persons.flatMap(({ householdCypIds }) => householdCypIds),
          )
        : new Map<string, readonly string[]>(),
      needsEmou
        ? load(sources.emou(), token, ids).then((facts) => withoutEarlierEmergencies(database, facts))
        : new Map<string, readonly string[]>(),
    ]);
    const facts = new Map(
      persons.map(({ key, personId, cypId, householdCypIds }) => [
        key,
        [
          'KNOWN',
          ...(children.has(personId) ? ['PARENT'] : NOTHING),
          ...(ofEmou.get(personId) ?? NOTHING),
          ...(cases.get(cypId ?? '') ?? NOTHING).filter((fact) => fact !== 'HOUSEHOLD_OF_CASELOAD'),
          ...householdCypIds
            .flatMap((id) => cases.get(id) ?? NOTHING)
            .filter((fact) => fact === 'HOUSEHOLD_OF_CASELOAD'),
        ],
      ]),
    );
    return new Map(possible.map((key) => [key, facts.get(canonicalPersonKey(numbering, key)) ?? NOTHING]));
  });
  return { router, stop: () => undefined };
}
