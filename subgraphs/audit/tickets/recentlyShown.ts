import type { RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import type { Entry } from '../entries/entry.ts';
import { findEntries } from '../entries/findEntries.ts';
import type { EntryAccess } from '../resolvers/entryAccess.ts';

/** One working day, from the first request of an early shift to the last print of a late one. */
const SHOWN_WITHIN_HOURS = 15;
const HOUR_MS = 3_600_000;
const MOST_REQUESTS = 20;
const MOST_PERSONS = 100;
/** More entries than so many requests write about so many persons: each person once for each kind. */
const MOST_ENTRIES = 2 * MOST_REQUESTS * MOST_PERSONS;
const SHOWN: readonly RecordKind[] = ['disclosure', 'break-glass'];

/** What requests have shown of persons, as recorded. */
export interface RecentlyShown {
  /** The requester, as the log names them. */
  readonly requester: string;
  readonly requests: readonly string[];
  readonly persons: number;
  readonly entries: readonly Entry[];
}

/**
 * Finds the disclosures of these requests to this requester about these persons. Throws FORBIDDEN unless every request
 * and every person is among those of the last 15 hours, with the same words whatever is missing: they must not reveal what
 * was shown to others.
 */
export async function requireRecentlyShown(
  { grant, system }: SubgraphContext,
  { readEntries, pseudonymsOf, subjectsOf }: Pick<EntryAccess, 'readEntries' | 'pseudonymsOf' | 'subjectsOf'>,
  asked: { readonly requestIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<RecentlyShown> {
  const requests = new Set(asked.requestIds);
  const persons = [...new Set(asked.personIds.map((id) => requirePersonId('personIds', id)))].map(pseudonymsOf);
  requireCount('requestIds', requests.size, MOST_REQUESTS);
  requireCount('personIds', persons.length, MOST_PERSONS);
  const subject = grant.sub?.trim() ?? '';
  if (subject === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  const since = new Date(system.clock().getTime() - SHOWN_WITHIN_HOURS * HOUR_MS);
  const { entries } = await findEntries(
    system.database,
    readEntries,
    {
      ...{ persons: persons.flat(), requesters: subjectsOf(subject), agency: grant.agency, kinds: SHOWN },
      from: since,
    },
    { first: MOST_ENTRIES, after: undefined },
    ({ request }) => requests.has(request),
  );
  // Index columns only find candidates: the record itself must name this requester and time.
  const names = subjectsOf(subject);
  const own = entries.filter(({ requester, time }) => names.includes(requester) && new Date(time) > since);
  const shownRequests = new Set(own.map(({ request }) => request));
  const shownPersons = new Set(own.map(({ person }) => person));
  const isShown = persons.every((pseudonyms) =>
    pseudonyms.some((name) => shownPersons.has(name.toString('base64url'))),
  );
  const [first] = own;
  if (first === undefined || shownRequests.size < requests.size || !isShown) {
    throw new PublicError(
      'FORBIDDEN',
      `These requests did not show you data of all these persons in the last ${SHOWN_WITHIN_HOURS} hours. Load the page again.`,
    );
  }
  return { requester: first.requester, requests: [...requests], persons: persons.length, entries: own };
}

function requireCount(name: string, count: number, most: number): void {
  if (count < 1 || count > most) throw new PublicError('BAD_USER_INPUT', `Give 1 to ${most} ${name}, not ${count}.`);
}
