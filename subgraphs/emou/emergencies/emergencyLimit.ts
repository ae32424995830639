import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/**
 * Number of persons for whom one requester may declare emergencies within an hour, unless a supervisor has lifted the
 * limit.
 */
export const DEFAULT_PERSONS_PER_HOUR = 3;

const HOUR_MS = 3_600_000;
/** How long a description counts as already used for another person. */
const SAME_WORDS_MS = 24 * HOUR_MS;

/** LIMIT: too many persons within the hour. SAME_WORDS: the requester used the same description for another person. */
export type EmergencyRefusal = 'LIMIT' | 'SAME_WORDS';

interface Declared {
  readonly personId: string;
  readonly household: readonly string[];
  readonly words: string;
  readonly openedAt: Date;
}

const recentDeclarations = statement<Declared>(
  'recentEmergencies',
  `select person_id as "personId", household, words, opened_at as "openedAt" from emergency
   where requester = $1 and agency = $2 and opened_at > $3`,
);
const activeLift = statement<unknown>(
  'activeEmergencyLift',
  `select from emergency_limit_lift where requester = $1 and agency = $2 and lifted_at <= $3 and ends_at > $3 limit 1`,
);

/** Returns why the requester may not declare an emergency for this person now, whatever the purpose, or undefined. */
export async function emergencyRefusal(
  queries: Queries,
  declaration: {
    readonly requester: string;
    readonly agency: string;
    readonly personId: string;
    readonly words: string;
  },
  personsPerHour: number,
  now: Date,
): Promise<EmergencyRefusal | undefined> {
  const { requester, agency, personId } = declaration;
  const since = new Date(now.getTime() - SAME_WORDS_MS);
  const recent = await queries.rows(recentDeclarations, [requester, agency, since]);
  // An emergency for the same household opens data about nobody new.
  const others = recent.filter(({ household }) => !household.includes(personId));
  const said = comparable(declaration.words);
  if (others.some(({ words }) => comparable(words) === said)) return 'SAME_WORDS';
  const hourAgo = now.getTime() - HOUR_MS;
  const persons = new Set(others.filter(({ openedAt }) => openedAt.getTime() > hourAgo).map((one) => one.personId));
  if (persons.size < personsPerHour) return undefined;
  const lifts = await queries.rows(activeLift, [requester, agency, now]);
  return lifts.length > 0 ? undefined : 'LIMIT';
}

/** Normalizes a description: differences in case, spaces and punctuation do not count. */
function comparable(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}
