import type { Dependent, Resident } from '../../schema/generated/identity.ts';
import { residentOf } from '../../schema/ledger/personPseudonym.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import { askFacts } from '../kit/facts/askFacts.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';
import type { IdentityContext } from './loaders.ts';
import { oldestFirst } from './personalData/indexedPerson.ts';
import { createPersonalData } from './personalData/personalData.ts';
import type { FactSourceUrls } from './personFacts.ts';
import { dependents, isKnownMinor } from './records.ts';

const TIMEOUT_MS = 2_000;
const MOST_DEPENDENTS = 100;

/** The resident of the grant, whom the identity provider vouches for. Throws FORBIDDEN for everyone else. */
export async function readResident({ grant, loaders }: IdentityContext): Promise<Omit<Resident, 'dependents'> | null> {
  const own = residentOf(grant.sub ?? '');
  if (own === undefined || grant.purpose !== 'SUBJECT_REQUEST' || !grant.roles.includes('RESIDENT')) {
    throw new PublicError('FORBIDDEN', 'Only residents (purpose SUBJECT_REQUEST) can ask who they are.');
  }
  const person = await loaders.person.load({ system: PERSON_INDEX, value: own });
  if (person === null || !person.living) return null;
  const { id, given, family, primaryLanguage } = person;
  return { personId: id, givenName: given, familyName: family, primaryLanguage };
}

/** The children under 18 for whom the resident acts, oldest first. Rejects with FACTS_UNAVAILABLE if it is not known who is a ward. */
export async function readDependents(
  personId: string,
  { system, headerOf }: IdentityContext,
  sources: FactSourceUrls,
): Promise<readonly Dependent[]> {
  const data = createPersonalData(system.encryption);
  const today = illinoisDate(system.clock());
  const children = (await system.database.rows(dependents, [personId]))
    .map(({ personId: id, personal, relationship, cypIds }) => {
      const { given, family, birthDate } = data.openPerson(id, personal);
      const child = { personId: id, givenName: given, familyName: family, relationship };
      return { id, birthDate, child, cypIds: cypIds.map((sealed) => data.openNumber('childwelfare', id, sealed)) };
    })
    .filter(({ birthDate }) => isKnownMinor(birthDate, today))
    .sort(oldestFirst)
    .slice(0, MOST_DEPENDENTS);
  const wards = await wardsAmong(
    children.flatMap(({ cypIds }) => cypIds),
    headerOf(FACTS_HEADER),
    sources,
  );
  return children.filter(({ cypIds }) => !cypIds.some((id) => wards.has(id))).map(({ child }) => child);
}

async function wardsAmong(
  numbers: readonly string[],
  authorization: string | undefined,
  sources: FactSourceUrls,
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const url = sources.childwelfare();
  const unavailable = new PublicError(
    'FACTS_UNAVAILABLE',
    'It cannot be determined now for which children you act. Try again.',
  );
  if (url === undefined || authorization === undefined) throw unavailable;
  const found = await askFacts({ url, timeoutMs: TIMEOUT_MS }, authorization, numbers).catch(() => {
    throw unavailable;
  });
  return new Set(numbers.filter((number) => found.get(number)?.includes('WARD')));
}
