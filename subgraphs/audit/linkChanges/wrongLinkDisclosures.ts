import type {
  QueryResolvers,
  WrongLinkDisclosure,
  WrongLinkDisclosureConnectionResolvers,
} from '../../../schema/generated/audit.ts';
import type { RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import { PERSON_INDEX } from '../../../schema/persons/personKeys.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { cursorOf, type Entry, parseCursor } from '../entries/entry.ts';
import { findEntries } from '../entries/findEntries.ts';
import { entryFor } from '../entries/visibleEntry.ts';
import { readCompleteness } from '../indexCheck/completeness.ts';
import type { KnownDatasets } from '../knownDatasets.ts';
import { requireAuditor } from '../reader.ts';
import { type EntryAccess, MAX_FIRST } from '../resolvers/entryAccess.ts';
import { followLinkChanges } from './followLinkChanges.ts';
import type { Move } from './linkChangeEntry.ts';

const SHOWN: readonly RecordKind[] = ['disclosure', 'break-glass'];
/** Changes that bring records together move them, too: those were right where they were. */
const TAKES_AWAY: readonly string[] = ['NOT_LINK', 'SEPARATE', 'UNMERGE', 'REGISTER'];

interface MovingChange {
  readonly kind: string;
  readonly changedAt: Date;
  readonly moves: readonly Move[];
}

const oneChange = statement<MovingChange>(
  'audit.movingChange',
  `select kind, changed_at as "changedAt", moves from moving_change where link_change_id = $1`,
);

/** @param origin of the person index's log */
export function wrongLinkQueries(
  known: KnownDatasets,
  { readEntries }: Pick<EntryAccess, 'readEntries'>,
  origin: string | undefined,
): Pick<QueryResolvers, 'wrongLinkDisclosures'> {
  return {
    wrongLinkDisclosures: async (_, { changeId, first, after }, { grant, system }) => {
      const reader = requireAuditor(grant);
      const size = first ?? 100;
      if (size < 1 || size > MAX_FIRST) {
        throw new PublicError('BAD_USER_INPUT', `Request 1 to ${MAX_FIRST} entries at a time.`);
      }
      const cursor = after == null ? undefined : parseCursor(after);
      if (after != null && cursor === undefined) {
        throw new PublicError('BAD_USER_INPUT', 'The cursor is not valid. Use a cursor from this list.');
      }
      if (origin === undefined) {
        throw new PublicError(
          'AUDIT_UNAVAILABLE',
          "The audit system does not know the person index's log. Set PERSON360_IDENTITY_LEDGER_ORIGIN.",
        );
      }
      const { database } = system;
      await followLinkChanges(database, origin);
      const [change] = isUuid(changeId) ? await database.rows(oneChange, [changeId]) : [];
      if (change === undefined) return null;
      if (!TAKES_AWAY.includes(change.kind)) {
        throw new PublicError(
          'BAD_USER_INPUT',
          'This change brought records together. Name the change that took them apart: an UNMERGE, SEPARATE, or NOT_LINK.',
        );
      }
      const wrong = (entry: Entry) => wrongParts(entry, change, known);
      const found = await findEntries(
        database,
        readEntries,
        { ...spanOf(change), kinds: SHOWN },
        { first: size, after: cursor },
        (entry) => wrong(entry).persons.length > 0,
      );
      const last = found.entries.at(-1);
      return {
        edges: found.entries.map((entry) => ({
          node: { entry: entryFor(reader, entry, () => new Set()), ...wrong(entry) },
          cursor: cursorOf(entry),
        })),
        pageInfo: { hasNextPage: found.hasNextPage, endCursor: last === undefined ? null : cursorOf(last) },
      };
    },
  };
}

export const wrongLinkConnection: Pick<WrongLinkDisclosureConnectionResolvers, 'completeness'> = {
  // Runs after the entries were read, so that it sees changes made before that.
  completeness: (_, _arguments, { system }) => readCompleteness(system.database, system.clock),
};

/** The persons whom records left, and the longest time for which one of them was wrong. */
function spanOf({ moves, changedAt }: MovingChange) {
  const persons = [...new Set(moves.flatMap(({ from }) => from ?? []))];
  const starts = moves.map(({ since }) => (since === null ? 0 : Date.parse(since)));
  return {
    persons: persons.map((name) => Buffer.from(name, 'base64url')),
    from: new Date(Math.min(...starts)),
    to: changedAt,
  };
}

/** What of an entry may have been another person's data. */
function wrongParts(
  { person, time, disclosed = [] }: Entry,
  { moves, changedAt }: MovingChange,
  known: KnownDatasets,
): Required<Pick<WrongLinkDisclosure, 'datasets' | 'owners' | 'persons'>> & { readonly persons: readonly string[] } {
  const at = Date.parse(time);
  const datasets = new Set<string>();
  const persons = new Set<string>();
  for (const { from, to, system, since } of moves) {
    const isThen = from === person && at >= (since === null ? 0 : Date.parse(since)) && at < changedAt.getTime();
    if (!isThen) continue;
    for (const id of disclosed.flatMap((group) => group.datasets)) {
      const of = known.datasets().get(id)?.system;
      // What the index shows of a person follows from all of the records.
      if (of !== system && of !== PERSON_INDEX) continue;
      datasets.add(id);
      persons.add(to);
    }
  }
  const owners = new Set([...datasets].flatMap((id) => known.datasets().get(id)?.owner ?? []));
  return { datasets: [...datasets].sort(), owners: [...owners].sort(), persons: [...persons].sort() };
}
