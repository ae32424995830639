import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { RecordKind } from '../../schema/disclosureRecord.ts';
import { type PersonReferenceKey, personReference, residentOf, residentSubject } from '../../schema/personReference.ts';
import { PublicError } from '../kit/publicError.ts';
import type { SubgraphContext } from '../kit/subgraphDefinition.ts';
import { cursorOf, type Entry, parseCursor, parseEntryId, readEntry } from './entry.ts';
import { type EntryFilter, findEntries } from './findEntries.ts';
import { readCheckpoints, readOneEntry, receiptOf } from './proofs.ts';
import { type Reader, readerOf, requireAuditor } from './reader.ts';
import { accessStatistics, type StatisticDimension } from './statistics.ts';
import { type Suspension, suspend, suspensionsInForce } from './suspensions.ts';
import { findUnusualAccess } from './unusualAccess.ts';

const MAX_FIRST = 200;
const DAY_MS = 86_400_000;
/** 45 CFR 164.528(a)(3): six years before the request. */
const ACCOUNTING_MS = 6 * 366 * DAY_MS;
const STATISTICS_MS = 30 * DAY_MS;
const LONGEST_STATISTICS_MS = 366 * DAY_MS;

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

interface RangeArguments {
  readonly from?: string | null;
  readonly to?: string | null;
}

interface FilterInput extends RangeArguments {
  readonly personId?: string | null;
  readonly requester?: string | null;
  readonly agency?: string | null;
  readonly dataset?: string | null;
  readonly approval?: string | null;
  readonly kind?: string | null;
}

interface SuspensionInput {
  readonly personId: string;
  readonly recipientAgency: string;
  readonly until: string;
  readonly oral?: boolean | null;
  readonly reference: string;
}

/** Enum values of the SDL stand for the kinds of the records. */
const kinds: Readonly<Record<string, RecordKind>> = {
  DISCLOSURE: 'disclosure',
  BREAK_GLASS: 'break-glass',
  REFUSAL: 'refusal',
  SEARCH: 'search',
  LOG_READING: 'log-reading',
  INTROSPECTION: 'introspection',
};

/** Every resolver asks who reads before it reads anything. */
export function createAuditResolvers(catalogue: DatasetCatalogue, personKeys: readonly PersonReferenceKey[]) {
  const referencesOf = (personId: string): readonly Buffer[] => personKeys.map((key) => personReference(key, personId));
  /** As the log names a requester: residents stand there by reference. */
  function subjectsOf(subject: string): readonly string[] {
    const resident = residentOf(subject);
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

  async function page(context: SubgraphContext, reader: Reader, filter: EntryFilter, { first, after }: PageArguments) {
    const { database, clock } = context.system;
    const suspended =
      reader.kind === 'resident' ? await suspensionsInForce(database, clock(), referencesOf(reader.personId)) : [];
    const narrowed = within(reader, filter);
    const isWanted = (entry: Entry): boolean =>
      (narrowed.datasets === undefined || datasetsOf(entry).some((dataset) => narrowed.datasets?.has(dataset))) &&
      (filter.approval === undefined || approvalsOf(entry).includes(filter.approval)) &&
      !suspended.some(({ recipientAgency }) => recipientAgency === entry.agency);
    const size = first ?? 20;
    if (size < 1 || size > MAX_FIRST) throw new PublicError('BAD_USER_INPUT', `Ask for 1 to ${MAX_FIRST} entries.`);
    const found = await findEntries(database, narrowed, { first: size, after: readCursor(after) }, isWanted);
    const nodes = found.entries.map((entry) => shownTo(reader, entry, ownedBy));
    return {
      edges: nodes.map((node, index) => ({ node, cursor: cursorOf(found.entries[index] as Entry) })), // same length
      pageInfo: {
        hasNextPage: found.hasNextPage,
        endCursor: found.entries.length === 0 ? null : cursorOf(found.entries.at(-1) as Entry), // not empty
      },
    };
  }

  function filterOf(input: FilterInput | null | undefined): EntryFilter {
    const { personId, requester, agency, dataset, approval, kind, from, to } = input ?? {};
    return {
      ...(personId == null ? {} : { persons: referencesOf(personId) }),
      ...(requester == null ? {} : { requesters: subjectsOf(requester) }),
      ...(agency == null ? {} : { agency }),
      ...(dataset == null ? {} : { datasets: new Set([dataset]) }),
      ...(approval == null ? {} : { approval }),
      ...(kind == null ? {} : { kinds: [kinds[kind] ?? kind] }),
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
      disclosures: (
        _: unknown,
        { filter, ...pageArguments }: PageArguments & { filter?: FilterInput | null },
        context: SubgraphContext,
      ) => page(context, readerOf(context.grant), filterOf(filter), pageArguments),

      accountingOfDisclosures: (
        _: unknown,
        { personId, from, to, ...pageArguments }: PageArguments & RangeArguments & { personId: string },
        context: SubgraphContext,
      ) => {
        const reader = readerOf(context.grant);
        if (reader.kind === 'resident' && reader.personId.toLowerCase() !== personId.toLowerCase()) {
          throw new PublicError('FORBIDDEN', 'Residents see their own record.');
        }
        const start = from ?? new Date(context.system.clock().getTime() - ACCOUNTING_MS).toISOString();
        const filter = { ...filterOf({ personId, from: start, to: to ?? null }), kinds: ACCOUNTED };
        return page(context, reader, filter, { first: 100, ...pageArguments });
      },

      accessStatistics: (
        _: unknown,
        { by, ...range }: RangeArguments & { by: StatisticDimension },
        { grant, system }: SubgraphContext,
      ) => {
        const isAuditor = readerKind(grant) === 'auditor';
        if (!isAuditor && grant.purpose !== 'DATA_GOVERNANCE' && grant.purpose !== 'AUDIT') {
          throw new PublicError('FORBIDDEN', 'Statistics are for the purposes AUDIT and DATA_GOVERNANCE.');
        }
        return accessStatistics(system.database, by, statisticsRange(range, system.clock()), isAuditor);
      },

      unusualAccess: (_: unknown, range: RangeArguments, { grant, system }: SubgraphContext) => {
        requireAuditor(grant);
        return findUnusualAccess(system.database, statisticsRange(range, system.clock()));
      },

      ledgerCheckpoints: (
        _: unknown,
        { origin, first }: { origin?: string | null; first?: number | null },
        { grant, system }: SubgraphContext,
      ) => {
        // They hold no data, and the more people keep them the better; but only those who may read anything here.
        readerOf(grant);
        return readCheckpoints(system.database, origin ?? null, Math.min(Math.max(first ?? 20, 1), MAX_FIRST));
      },

      inclusionProof: async (_: unknown, { id }: { id: string }, { grant, system }: SubgraphContext) => {
        const reader = readerOf(grant);
        const place = parseEntryId(id);
        const row = place === undefined ? undefined : await readOneEntry(system.database, place);
        const entry = row === undefined ? undefined : readEntry(row);
        if (place === undefined || row === undefined || entry === undefined) return null;
        // A receipt holds the whole entry: only for who may see the whole entry.
        if (reader.kind === 'agency') throw new PublicError('FORBIDDEN', 'Receipts are for auditors and residents.');
        if (reader.kind === 'resident') {
          const own = referencesOf(reader.personId).some((bytes) => bytes.toString('base64url') === entry.person);
          const suspended = await suspensionsInForce(system.database, system.clock(), referencesOf(reader.personId));
          if (!own || suspended.some(({ recipientAgency }) => recipientAgency === entry.agency)) return null;
        }
        return { receipt: await receiptOf(system.database, row.origin, place) };
      },

      suspensions: async (_: unknown, { personId }: { personId?: string | null }, context: SubgraphContext) => {
        requireAuditor(context.grant);
        const { database, clock } = context.system;
        const persons = personId == null ? undefined : referencesOf(personId);
        return (await suspensionsInForce(database, clock(), persons)).map(shownSuspension);
      },
    },
    Mutation: {
      suspendAccounting: async (_: unknown, { input }: { input: SuspensionInput }, context: SubgraphContext) => {
        const { subject } = requireAuditor(context.grant);
        if (!context.grant.roles.includes('AUDITOR')) throw new PublicError('FORBIDDEN', 'This is for auditors.');
        const { database, clock } = context.system;
        const [person] = referencesOf(input.personId);
        if (person === undefined) throw new Error('There is no key for references of persons.');
        const suspension = await suspend(database, {
          person,
          recipientAgency: input.recipientAgency,
          from: clock(),
          until: new Date(input.until),
          oral: input.oral ?? false,
          reference: input.reference,
          enteredBy: subject,
        });
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

function datasetsOf({ disclosed, refused }: Entry): readonly string[] {
  return [
    ...(disclosed ?? []).flatMap(({ datasets }) => datasets),
    ...(refused ?? []).flatMap(({ dataset }) => dataset ?? []),
  ];
}

function approvalsOf({ disclosed }: Entry): readonly string[] {
  return (disclosed ?? []).flatMap(({ approvals }) => approvals ?? []);
}

/** The entry with the names of the SDL. An agency sees of a record only what concerns its own datasets. */
function shownTo(reader: Reader, entry: Entry, ownedBy: (agency: string) => ReadonlySet<string>) {
  const owned = reader.kind === 'agency' ? ownedBy(reader.agency) : undefined;
  const disclosed = (entry.disclosed ?? []).filter(
    ({ datasets }) => owned === undefined || datasets.some((dataset) => owned.has(dataset)),
  );
  const refused = (entry.refused ?? []).filter(
    ({ dataset }) => owned === undefined || (dataset !== null && owned.has(dataset)),
  );
  return {
    id: entry.id,
    time: new Date(entry.time),
    kind: enumOf(entry.kind),
    request: entry.request,
    requester: entry.requester,
    agency: entry.agency,
    roles: entry.roles,
    purpose: entry.purpose,
    caseId: entry.case ?? null,
    person: entry.person ?? null,
    operationName: entry.operation.name ?? null,
    operationHash: entry.operation.hash,
    clientName: entry.client?.name ?? null,
    revision: entry.revision,
    disclosed: disclosed.map((group) => ({ ...group, basis: group.basis.toUpperCase() })),
    refused,
    search: entry.search ?? null,
    emergency: entry.emergency ?? null,
  };
}

function enumOf(kind: RecordKind): string {
  return kind.toUpperCase().replace('-', '_');
}

function shownSuspension({ person, ...rest }: Suspension) {
  return { ...rest, person: person.toString('base64url') };
}

function readCursor(after: string | null | undefined) {
  if (after == null) return undefined;
  const cursor = parseCursor(after);
  if (cursor === undefined) throw new PublicError('BAD_USER_INPUT', 'That is no cursor of this log.');
  return cursor;
}
