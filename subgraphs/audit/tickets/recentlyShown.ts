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
/** Entries of one requester's readings in a working day. */
const MOST_READINGS = 2_000;
const SHOWN: readonly RecordKind[] = ['disclosure', 'break-glass'];

/** What requests have shown of persons, as recorded. */
export interface RecentlyShown {
  /** The requester, as the log names them. */
  readonly requester: string;
  readonly requests: readonly string[];
  readonly persons: number;
  readonly entries: readonly Entry[];
}

/** A request that the log names as the requester's own, and that is recent enough to be printed or exported. */
interface OwnRequests {
  readonly names: readonly string[];
  readonly requests: ReadonlySet<string>;
  readonly since: Date;
}

/**
 * Finds this requester's readings of the log under these requests. Throws FORBIDDEN unless every request is one of the
 * last 15 hours.
 */
export async function requireRecentlyRead(
  context: SubgraphContext,
  { readEntries, subjectsOf }: Pick<EntryAccess, 'readEntries' | 'subjectsOf'>,
  requestIds: readonly string[],
): Promise<RecentlyShown> {
  const { grant, system } = context;
  const { names, requests, since } = ownRequests(context, subjectsOf, requestIds);
  const { entries } = await findEntries(
    system.database,
    readEntries,
    { requesters: names, agency: grant.agency, kinds: ['log-reading'], from: since },
    { first: MOST_READINGS, after: undefined },
    ({ request }) => requests.has(request),
  );
  const own = entries.filter(({ requester, time }) => names.includes(requester) && new Date(time) > since);
  const [first] = own;
  if (first === undefined || new Set(own.map(({ request }) => request)).size < requests.size) {
    throw new PublicError(
      'FORBIDDEN',
      `These requests did not show you entries of the log in the last ${SHOWN_WITHIN_HOURS} hours. Load the page again.`,
    );
  }
  return { requester: first.requester, requests: [...requests], persons: 0, entries: [] };
}

function ownRequests(
  { grant, system }: SubgraphContext,
  subjectsOf: EntryAccess['subjectsOf'],
  requestIds: readonly string[],
): OwnRequests {
  const requests = new Set(requestIds);
  requireCount('requestIds', requests.size, MOST_REQUESTS);
  const subject = grant.sub?.trim() ?? '';
  if (subject === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  const since = new Date(system.clock().getTime() - SHOWN_WITHIN_HOURS * HOUR_MS);
  return { names: subjectsOf(subject), requests, since };
}

/**
 * Finds the disclosures of these requests to this requester about these persons. Throws FORBIDDEN unless every request
 * and every person is among those of the last 15 hours, with the same words whatever is missing: they must not reveal what
 * was shown to others.
 */
export async function requireRecentlyShown(
  context: SubgraphContext,
  { readEntries, pseudonymsOf, subjectsOf }: Pick<EntryAccess, 'readEntries' | 'pseudonymsOf' | 'subjectsOf'>,
  asked: { readonly requestIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<RecentlyShown> {
  const { grant, system } = context;
  const persons = [...new Set(asked.personIds.map((id) => requirePersonId('personIds', id)))].map(pseudonymsOf);
  const { names, requests, since } = ownRequests(context, subjectsOf, asked.requestIds);
  requireCount('personIds', persons.length, MOST_PERSONS);
  const { entries } = await findEntries(
    system.database,
    readEntries,
    {
      ...{ persons: persons.flat(), requesters: names, agency: grant.agency, kinds: SHOWN },
      from: since,
    },
    { first: MOST_ENTRIES, after: undefined },
    ({ request }) => requests.has(request),
  );
  // Index columns only find candidates: the record itself must name this requester and time.
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
