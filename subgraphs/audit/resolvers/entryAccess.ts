import type { DisclosureFilter, DisclosureKind } from '../../../schema/generated/audit.ts';
import type { RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import {
  isPseudonym,
  type PseudonymKey,
  personInSubject,
  personPseudonym,
  residentSubject,
} from '../../../schema/ledger/personPseudonym.ts';
import type { Database } from '../../kit/database/database.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { createReadEntries, cursorOf, type Entry, type EntryPlace, parseCursor } from '../entries/entry.ts';
import { type EntryFilter, findEntries } from '../entries/findEntries.ts';
import { createManifestLoader } from '../entries/manifestLoader.ts';
import { readOneEntry } from '../entries/proofs.ts';
import { approvalsOf, datasetsOf, entryFor, ticketOf } from '../entries/visibleEntry.ts';
import type { KnownDatasets } from '../knownDatasets.ts';
import type { MergedPersons } from '../linkChanges/mergedPersons.ts';
import type { Reader } from '../reader.ts';
import type { SuspensionRegister } from '../suspensions/suspensionRegister.ts';
import { revealsSuspensions } from '../suspensions/suspensions.ts';

export const MAX_FIRST = 200;

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null | undefined;
}

/** Record kinds by enum value of the SDL. */
const kinds: Readonly<Record<DisclosureKind, RecordKind>> = {
  DISCLOSURE: 'disclosure',
  BREAK_GLASS: 'break-glass',
  CHANGE: 'change',
  REFUSAL: 'refusal',
  SEARCH: 'search',
  LOG_READING: 'log-reading',
  INTROSPECTION: 'introspection',
  PRINT: 'print',
  EXPORT: 'export',
};

/** Kinds of entries that have a ticket. */
const TICKET_KINDS: readonly RecordKind[] = ['print', 'export'];

export type EntryAccess = ReturnType<typeof createEntryAccess>;

/** Finds entries within what a reader may see. */
export function createEntryAccess(
  known: KnownDatasets,
  pseudonymKeys: readonly PseudonymKey[],
  suspensions: SuspensionRegister,
  merged: MergedPersons,
) {
  const readEntries = createReadEntries(createManifestLoader());
  const pseudonymsOf = (personId: string): readonly Buffer[] =>
    pseudonymKeys.map((key) => personPseudonym(key, personId));
  /** The person's names in the log, and those of everybody who is the same person by now. */
  const namesOf = (database: Database, personId: string): Promise<readonly Buffer[]> =>
    merged.withReplaced(database, pseudonymsOf(personId));
  /** Names of a requester in the log: residents are recorded by pseudonym. */
  function subjectsOf(subject: string): readonly string[] {
    const resident = personInSubject(subject);
    return resident === undefined ? [subject] : [subject, ...pseudonymsOf(resident).map(residentSubject)];
  }
  const ownedBy = (agency: string): ReadonlySet<string> =>
    new Set([...known.datasets().values()].filter(({ owner }) => owner === agency).map(({ id }) => id));

  /** Narrows a filter to what this reader may find. */
  function within(reader: Reader, filter: EntryFilter): EntryFilter {
    switch (reader.kind) {
      case 'auditor':
        return filter;
      case 'agency': {
        const owned = ownedBy(reader.agency);
        const asked = new Set([...owned].filter((dataset) => filter.datasets?.has(dataset) ?? true));
        return { ...filter, datasets: asked };
      }
      case 'resident':
        return { ...filter, persons: pseudonymsOf(reader.personId), isExact: false };
    }
  }

  async function withReplaced(database: Database, filter: EntryFilter): Promise<EntryFilter> {
    if (filter.persons === undefined || filter.isExact === true) return filter;
    return { ...filter, persons: await merged.withReplaced(database, filter.persons) };
  }

  /** Decides whether a resident may see an entry about them. */
  async function openToResident({ clock, database }: SubgraphContext['system'], personId: string) {
    // A suspension of one counts for all who are the same person by now.
    const suspended = await suspensions.inForce(clock(), await namesOf(database, personId));
    return (entry: Entry): boolean =>
      !suspended.some(({ recipientAgency }) => recipientAgency === entry.agency) && !revealsSuspensions(entry);
  }

  /** Checks a record against what the reader may see, and against what they look for. */
  async function wantedBy({ system }: SubgraphContext, reader: Reader, narrowed: EntryFilter) {
    const isOpen = reader.kind === 'resident' ? await openToResident(system, reader.personId) : () => true;
    return (entry: Entry): boolean =>
      (narrowed.datasets === undefined || datasetsOf(entry).some((dataset) => narrowed.datasets?.has(dataset))) &&
      (narrowed.approval === undefined || approvalsOf(entry).includes(narrowed.approval)) &&
      (narrowed.ticket === undefined || ticketOf(entry) === narrowed.ticket) &&
      isOpen(entry);
  }

  async function one(context: SubgraphContext, reader: Reader, place: EntryPlace) {
    const { database } = context.system;
    const row = await readOneEntry(database, place);
    const [entry] = row === undefined ? [] : await readEntries(database, [row]);
    const narrowed = await withReplaced(database, within(reader, {}));
    const isOwn = narrowed.persons?.some((bytes) => bytes.toString('base64url') === entry?.person) ?? true;
    if (entry === undefined || !isOwn || !(await wantedBy(context, reader, narrowed))(entry)) return null;
    return entryFor(reader, entry, ownedBy);
  }

  async function page(context: SubgraphContext, reader: Reader, filter: EntryFilter, { first, after }: PageArguments) {
    const { database } = context.system;
    const narrowed = await withReplaced(database, within(reader, filter));
    const isWanted = await wantedBy(context, reader, narrowed);
    const size = first ?? 20;
    if (size < 1 || size > MAX_FIRST)
      throw new PublicError('BAD_USER_INPUT', `Request 1 to ${MAX_FIRST} entries at a time.`);
    const found = await findEntries(
      database,
      readEntries,
      narrowed,
      { first: size, after: readCursor(after) },
      isWanted,
    );
    const nodes = found.entries.map((entry) => entryFor(reader, entry, ownedBy));
    return {
      edges: nodes.map((node, index) => ({ node, cursor: cursorOf(found.entries[index] as Entry) })), // same length
      pageInfo: {
        hasNextPage: found.hasNextPage,
        endCursor: found.entries.length === 0 ? null : cursorOf(found.entries.at(-1) as Entry), // not empty
      },
    };
  }

  function filterOf(input: DisclosureFilter | null | undefined): EntryFilter {
    const { personId, person, requester, agency, dataset, approval, kind, ticket, from, to } = input ?? {};
    if (personId != null && person != null) {
      throw new PublicError('BAD_USER_INPUT', 'Give personId or person, not both.');
    }
    return {
      ...(person == null ? {} : { persons: [pseudonymBytes(person)], isExact: true }),
      ...(personId == null ? {} : { persons: pseudonymsOf(requirePersonId('personId', personId)) }),
      ...(requester == null ? {} : { requesters: subjectsOf(requester) }),
      ...(agency == null ? {} : { agency }),
      ...(dataset == null ? {} : { datasets: new Set([dataset]) }),
      ...(approval == null ? {} : { approval }),
      ...(kind == null ? {} : { kinds: [kinds[kind]] }),
      ...(ticket == null ? {} : { ticket, kinds: kind == null ? TICKET_KINDS : [kinds[kind]] }),
      ...(from == null ? {} : { from: new Date(from) }),
      ...(to == null ? {} : { to: new Date(to) }),
    };
  }

  return { readEntries, pseudonymsOf, namesOf, subjectsOf, openToResident, page, one, filterOf };
}

function pseudonymBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (!isPseudonym(text)) {
    throw new PublicError('BAD_USER_INPUT', 'person must be a pseudonym, as entries of the log have it.');
  }
  return bytes;
}

function readCursor(after: string | null | undefined) {
  if (after == null) return undefined;
  const cursor = parseCursor(after);
  if (cursor === undefined)
    throw new PublicError('BAD_USER_INPUT', 'The cursor is not valid. Use a cursor from this log.');
  return cursor;
}
