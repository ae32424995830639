import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { RecordKind } from '../../schema/disclosureRecord.ts';
import type { DisclosureFilter, DisclosureKind, Resolvers } from '../../schema/generated/audit.ts';
import {
  type PersonReferenceKey,
  personInSubject,
  personReference,
  residentSubject,
} from '../../schema/personReference.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import type { SubgraphContext } from '../kit/subgraphDefinition.ts';
import { requirePersonId } from '../kit/values/requirePersonId.ts';
import { createReadEntries, cursorOf, type Entry, parseCursor, parseEntryId } from './entries/entry.ts';
import { type EntryFilter, findEntries } from './entries/findEntries.ts';
import { createKnownGrounds } from './entries/knownGrounds.ts';
import { placeOfGrounds, readCheckpoints, readOneEntry, receiptOf } from './entries/proofs.ts';
import { approvalsOf, datasetsOf, shownTo } from './entries/shownEntry.ts';
import { readCompleteness } from './indexCheck/completeness.ts';
import { type Reader, readerOf, readerOfAccounting, requireAuditor, requireOperator } from './reader.ts';
import { requireKnownAgency } from './requireKnownAgency.ts';
import { accessStatistics } from './statistics/statistics.ts';
import { statisticsMonth } from './statistics/statisticsMonth.ts';
import { findUnusualAccess } from './statistics/unusualAccess.ts';
import { findUnusualDecisions } from './statistics/unusualDecisions.ts';
import type { SuspensionRegister } from './suspensions/suspensionRegister.ts';
import { assertSuspension, type Suspension, tellsOfSuspensions } from './suspensions/suspensions.ts';

const MAX_FIRST = 200;
const DAY_MS = 86_400_000;
/** 45 CFR 164.528(a)(3): six years before the request. */
const ACCOUNTING_MS = 6 * 366 * DAY_MS;
const STATISTICS_MS = 30 * DAY_MS;
const LONGEST_STATISTICS_MS = 366 * DAY_MS;

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null | undefined;
}

interface RangeArguments {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Enum values of the SDL stand for the kinds of the records. */
const kinds: Readonly<Record<DisclosureKind, RecordKind>> = {
  DISCLOSURE: 'disclosure',
  BREAK_GLASS: 'break-glass',
  CHANGE: 'change',
  REFUSAL: 'refusal',
  SEARCH: 'search',
  LOG_READING: 'log-reading',
  INTROSPECTION: 'introspection',
};

/** Every resolver asks who reads before it reads anything. */
export function createAuditResolvers(
  catalogue: DatasetCatalogue,
  personKeys: readonly PersonReferenceKey[],
  suspensions: SuspensionRegister,
): Resolvers {
  const readEntries = createReadEntries(createKnownGrounds());
  const referencesOf = (personId: string): readonly Buffer[] => personKeys.map((key) => personReference(key, personId));
  /** As the log names a requester: residents stand there by reference. */
  function subjectsOf(subject: string): readonly string[] {
    const resident = personInSubject(subject);
    return resident === undefined ? [subject] : [subject, ...referencesOf(resident).map(residentSubject)];
  }
  const ownedBy = (agency: string): ReadonlySet<string> =>
    new Set([...catalogue.datasets.values()].filter(({ owner }) => owner === agency).map(({ id }) => id));

  /** What this reader may find, whatever was asked for. */
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
        return { ...filter, persons: referencesOf(reader.personId) };
    }
  }

  /** Whether a resident may know of an entry that is about them. */
  async function openToResident({ clock }: SubgraphContext['system'], personId: string) {
    const suspended = await suspensions.inForce(clock(), referencesOf(personId));
    return (entry: Entry): boolean =>
      !suspended.some(({ recipientAgency }) => recipientAgency === entry.agency) && !tellsOfSuspensions(entry);
  }

  async function page(context: SubgraphContext, reader: Reader, filter: EntryFilter, { first, after }: PageArguments) {
    const { database } = context.system;
    const isOpen = reader.kind === 'resident' ? await openToResident(context.system, reader.personId) : () => true;
    const narrowed = within(reader, filter);
    const isWanted = (entry: Entry): boolean =>
      (narrowed.datasets === undefined || datasetsOf(entry).some((dataset) => narrowed.datasets?.has(dataset))) &&
      (filter.approval === undefined || approvalsOf(entry).includes(filter.approval)) &&
      isOpen(entry);
    const size = first ?? 20;
    if (size < 1 || size > MAX_FIRST) throw new PublicError('BAD_USER_INPUT', `Ask for 1 to ${MAX_FIRST} entries.`);
    const found = await findEntries(
      database,
      readEntries,
      narrowed,
      { first: size, after: readCursor(after) },
      isWanted,
    );
    const nodes = found.entries.map((entry) => shownTo(reader, entry, ownedBy));
    return {
      edges: nodes.map((node, index) => ({ node, cursor: cursorOf(found.entries[index] as Entry) })), // same length
      pageInfo: {
        hasNextPage: found.hasNextPage,
        endCursor: found.entries.length === 0 ? null : cursorOf(found.entries.at(-1) as Entry), // not empty
      },
    };
  }

  function filterOf(input: DisclosureFilter | null | undefined): EntryFilter {
    const { personId, requester, agency, dataset, approval, kind, from, to } = input ?? {};
    return {
      ...(personId == null ? {} : { persons: referencesOf(requirePersonId('personId', personId)) }),
      ...(requester == null ? {} : { requesters: subjectsOf(requester) }),
      ...(agency == null ? {} : { agency }),
      ...(dataset == null ? {} : { datasets: new Set([dataset]) }),
      ...(approval == null ? {} : { approval }),
      ...(kind == null ? {} : { kinds: [kinds[kind]] }),
      ...(from == null ? {} : { from: new Date(from) }),
      ...(to == null ? {} : { to: new Date(to) }),
    };
  }

  function statisticsRange({ from, to }: RangeArguments, now: Date) {
    const end = to == null ? now : new Date(to);
    const start = from == null ? new Date(end.getTime() - STATISTICS_MS) : new Date(from);
    if (end.getTime() - start.getTime() > LONGEST_STATISTICS_MS) {
      throw new PublicError('BAD_USER_INPUT', 'Count over one year at most.');
    }
    return { from: start, to: end };
  }

  return {
    Query: {
      disclosures: async (_, { filter, ...pageArguments }, context) => {
        const reader = readerOf(context.grant);
        if (filter?.agency != null) await requireKnownAgency(context.system.database, reader, filter.agency);
        return page(context, reader, filterOf(filter), pageArguments);
      },

      accountingOfDisclosures: async (_, { personId, from, to, ...pageArguments }, context) => {
        const reader = await readerOfAccounting(context.grant, personId, context.facts);
        const start = from ?? new Date(context.system.clock().getTime() - ACCOUNTING_MS).toISOString();
        const filter = { ...filterOf({ personId, from: start, to: to ?? null }), kinds: ACCOUNTED };
        return page(context, reader, filter, pageArguments);
      },

      accessStatistics: async (_, { by, from, to }, { grant, system: { database, clock } }) => {
        const isAuditor = readerKind(grant) === 'auditor';
        if (!isAuditor && grant.purpose !== 'DATA_GOVERNANCE' && grant.purpose !== 'AUDIT') {
          throw new PublicError('FORBIDDEN', 'Statistics are for the purposes AUDIT and DATA_GOVERNANCE.');
        }
        const range = { from: from == null ? null : new Date(from), to: to == null ? null : new Date(to) };
        const counted = isAuditor
          ? statisticsRange({ from: from ?? null, to: to ?? null }, clock())
          : await statisticsMonth(database, range, clock());
        return accessStatistics(database, by, counted, isAuditor);
      },

      unusualAccess: async (_, range, { grant, system }) => {
        requireAuditor(grant);
        const asked = statisticsRange(range, system.clock());
        const found = [findUnusualAccess(system.database, asked), findUnusualDecisions(system.database, asked)];
        return (await Promise.all(found)).flat();
      },

      ledgerCheckpoints: async (_, { origin, first }, { grant, system }) => {
        // They hold no data, and the more people keep them the better; but only those who may read anything here.
        readerOf(grant);
        const kept = await readCheckpoints(
          system.database,
          origin ?? null,
          Math.min(Math.max(first ?? 20, 1), MAX_FIRST),
        );
        return kept.map((checkpoint) => ({ ...checkpoint, keptAt: checkpoint.keptAt.toISOString() }));
      },

      inclusionProof: async (_, { id }, { grant, system }) => {
        const reader = readerOf(grant);
        const place = parseEntryId(id);
        const row = place === undefined ? undefined : await readOneEntry(system.database, place);
        const [entry] = row === undefined ? [] : await readEntries(system.database, [row]);
        if (place === undefined || row === undefined || entry === undefined) return null;
        // A receipt holds the whole entry: only for who may see the whole entry.
        if (reader.kind === 'agency') throw new PublicError('FORBIDDEN', 'Receipts are for auditors and residents.');
        if (reader.kind === 'resident') {
          const own = referencesOf(reader.personId).some((bytes) => bytes.toString('base64url') === entry.person);
          const isOpen = await openToResident(system, reader.personId);
          if (!own || !isOpen(entry)) return null;
        }
        const grounds =
          entry.grounds === undefined ? undefined : await placeOfGrounds(system.database, row.origin, entry.grounds);
        return {
          receipt: await receiptOf(system.database, row.origin, place),
          groundsReceipt: grounds === undefined ? null : await receiptOf(system.database, row.origin, grounds),
        };
      },

      logCompleteness: (_, _arguments, { grant, system }) => {
        readerOf(grant);
        return readCompleteness(system.database, system.clock);
      },

      suspensions: async (_, { personId }, context) => {
        requireAuditor(context.grant);
        const persons = personId == null ? undefined : referencesOf(requirePersonId('personId', personId));
        return (await suspensions.inForce(context.system.clock(), persons)).map(shownSuspension);
      },
    },
    DisclosureConnection: {
      // Runs after the entries were read, so a change made before that is seen.
      completeness: (_, _arguments, { system }) => readCompleteness(system.database, system.clock),
    },
    Mutation: {
      suspendAccounting: async (_, { input }, context) => {
        const by = requireOperator(context.grant, 'AUDITOR');
        const { clock } = context.system;
        const personId = requirePersonId('personId', input.personId);
        const [person] = referencesOf(personId);
        if (person === undefined) throw new Error('There is no key for references of persons.');
        const suspension: Suspension = {
          person,
          recipientAgency: input.recipientAgency,
          from: clock(),
          until: new Date(input.until),
          oral: input.oral ?? false,
          reference: input.reference,
          enteredBy: by.subject,
        };
        assertSuspension(suspension, personId);
        await suspensions.add(context.system, suspension, by);
        return { suspension: shownSuspension(suspension) };
      },
    },
  };
}

/** What an accounting is made of: shown, shown in an emergency, and asked for in vain. */
const ACCOUNTED: readonly RecordKind[] = ['disclosure', 'break-glass', 'refusal'];

function readerKind(grant: SubgraphContext['grant']): Reader['kind'] | undefined {
  try {
    return readerOf(grant).kind;
  } catch (error) {
    if (error instanceof PublicError) return undefined;
    throw error;
  }
}

function shownSuspension({ person, from, until, ...rest }: Suspension) {
  return { ...rest, person: person.toString('base64url'), from: from.toISOString(), until: until.toISOString() };
}

function readCursor(after: string | null | undefined) {
  if (after == null) return undefined;
  const cursor = parseCursor(after);
  if (cursor === undefined) throw new PublicError('BAD_USER_INPUT', 'That is no cursor of this log.');
  return cursor;
}
