import type { QueryResolvers } from '../../../schema/generated/audit.ts';
import type { RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import type { Database } from '../../kit/database/database.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { parseEntryId } from '../entries/entry.ts';
import { consistencyOf, placeOfManifest, readOneEntry, receiptOf } from '../entries/proofs.ts';
import { readerOf, readerOfAccounting } from '../reader.ts';
import { requireKnownAgency } from '../requireKnownAgency.ts';
import type { EntryAccess } from './entryAccess.ts';

/** Six years before the request. See 45 CFR 164.528(a)(3). */
const ACCOUNTING_MS = 6 * 366 * 86_400_000;
/** Kinds of records in an accounting: disclosures, emergency disclosures, refused requests, prints, and exports. */
const ACCOUNTED: readonly RecordKind[] = ['disclosure', 'break-glass', 'refusal', 'print', 'export'];

/** Queries for entries of the log and their proofs. */
export function disclosureQueries({
  readEntries,
  namesOf,
  openToResident,
  page,
  one,
  filterOf,
}: EntryAccess): Pick<
  QueryResolvers,
  'accountingOfDisclosures' | 'consistencyProof' | 'disclosure' | 'disclosures' | 'inclusionProof'
> {
  /** True if the two ids are of one person by now. */
  async function isSamePerson(database: Database, one: string, other: string): Promise<boolean> {
    const [names, others] = await Promise.all([namesOf(database, one), namesOf(database, other)]);
    return others.some((name) => names.some((own) => own.equals(name)));
  }

  return {
    disclosure: async (_, { id }, context) => {
      const reader = readerOf(context.grant);
      const place = parseEntryId(id);
      return place === undefined ? null : one(context, reader, place);
    },

    consistencyProof: async (_, { origin, from, to }, { grant, system }) => {
      // Hashes contain no data, but only readers of the log get them, as with checkpoints.
      readerOf(grant);
      return (await consistencyOf(system.database, origin, { from, to })) ?? null;
    },

    disclosures: async (_, { filter, ...pageArguments }, context) => {
      const reader = readerOf(context.grant);
      if (filter?.agency != null) await requireKnownAgency(context.system.database, reader, filter.agency);
      return page(context, reader, filterOf(filter), pageArguments);
    },

    accountingOfDisclosures: async (_, { personId, from, to, ...pageArguments }, context) => {
      const reader = await readerOfAccounting(context.grant, personId, context.facts, (one, other) =>
        isSamePerson(context.system.database, one, other),
      );
      const start = from ?? new Date(context.system.clock().getTime() - ACCOUNTING_MS).toISOString();
      const filter = { ...filterOf({ personId, from: start, to: to ?? null }), kinds: ACCOUNTED };
      return page(context, reader, filter, pageArguments);
    },

    inclusionProof: async (_, { id }, { grant, system }) => {
      const reader = readerOf(grant);
      const place = parseEntryId(id);
      const row = place === undefined ? undefined : await readOneEntry(system.database, place);
      const [entry] = row === undefined ? [] : await readEntries(system.database, [row]);
      if (place === undefined || row === undefined || entry === undefined) return null;
      // A receipt contains the whole entry, so it is only for readers who may see the whole entry.
      if (reader.kind === 'agency') throw new PublicError('FORBIDDEN', 'Only auditors and residents can get receipts.');
      if (reader.kind === 'resident') {
        const names = await namesOf(system.database, reader.personId);
        const own = names.some((bytes) => bytes.toString('base64url') === entry.person);
        const isOpen = await openToResident(system, reader.personId);
        if (!own || !isOpen(entry)) return null;
      }
      const manifest =
        entry.grounds === undefined ? undefined : await placeOfManifest(system.database, row.origin, entry.grounds);
      return {
        receipt: await receiptOf(system.database, row.origin, place),
        groundsReceipt: manifest === undefined ? null : await receiptOf(system.database, row.origin, manifest),
      };
    },
  };
}
