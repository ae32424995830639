import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Decider, PairDecision } from '../linkage/decide/decide.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import type { ScoredRecord } from '../linkage/model/compileScorer.ts';
import { todayDigits } from '../linkage/normalize/normalize.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { findCandidates, isWorthComparing, readCompared, type SearchToken, searchTokensOf } from './candidates.ts';
import { type KnownNumber, readKnownNumbers } from './knownNumbers.ts';
import type { Registration } from './registration.ts';

/** A record that was compared with the record of a call. */
export interface Candidate extends PairDecision {
  readonly id: string;
  readonly record: ScoredRecord;
}

/** A call with its record, before it is decided whose record it is. */
export interface Draft {
  readonly call: Registration;
  /** Position of the call. */
  readonly at: number;
  /** `same`: this content is registered already. */
  readonly kind: 'new' | 'changed' | 'same';
  readonly recordId: string;
  readonly known: KnownNumber | undefined;
  readonly record: ScoredRecord;
  /** To store, of the record's keys. */
  readonly tokens: readonly bigint[];
  /** Of the index, and of the group's earlier calls. */
  readonly candidates: readonly Candidate[];
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** With thresholds for the present number of records. */
  readonly decider: Decider;
}

const newRecordIds = statement<{ readonly id: string }>(
  'identity.newRecordIds',
  "select nextval('source_record_record_id_seq')::text as id from generate_series(1, $1::int)",
);

/** Finds and compares the candidates of all calls. Of the calls, no two have the same number. */
export async function readDrafts(
  queries: Queries,
  settings: { readonly data: PersonalData; readonly deciders: IndexDecider; readonly now: Date },
  calls: readonly Registration[],
): Promise<Drafts> {
  const { data, deciders, now } = settings;
  const known = await readKnownNumbers(queries, data, calls);
  const ids = await recordIds(queries, calls, known);
  const decider = await deciders.current(queries, now);
  const searches = calls.map(({ keys }) => searchTokensOf(data, keys));
  const found = await findCandidates(queries, searches);
  const compared = await readCompared(queries, data, [...new Set(found.flat())], todayDigits(now));
  const prepared = new Map([...compared].map(([id, record]) => [id, decider.scorer.prepare(record)]));
  // Content that a call replaces is compared no more.
  const replaced = new Set(calls.flatMap((_, at) => (kindOf(known.get(at)) === 'changed' ? (ids[at] ?? []) : [])));
  const holders = new Map<bigint, Draft[]>();
  const drafts = calls.map((call, at): Draft => {
    const recordId = ids[at] ?? '';
    const record = decider.scorer.prepare(call.normalized);
    const others = new Map<string, ScoredRecord>();
    for (const id of found[at] ?? []) {
      const other = prepared.get(id);
      if (other !== undefined && id !== recordId && !replaced.has(id)) others.set(id, other);
    }
    const rules = new Map<Draft, Set<string>>();
    for (const { rule, token } of searches[at] ?? []) {
      for (const earlier of holders.get(token) ?? []) rules.set(earlier, (rules.get(earlier) ?? new Set()).add(rule));
    }
    for (const [earlier, shared] of rules) {
      if (isWorthComparing(shared)) others.set(earlier.recordId, earlier.record);
    }
    const candidates = [...others].map(
      ([id, other]): Candidate => ({ id, record: other, ...decider.decide(record, other) }),
    );
    const draft = {
      ...{ call, at, kind: kindOf(known.get(at)), recordId, known: known.get(at), record, candidates },
      tokens: storedTokens(data, call, searches[at] ?? []),
    };
    if (draft.kind !== 'same') {
      for (const token of draft.tokens) holders.set(token, [...(holders.get(token) ?? []), draft]);
    }
    return draft;
  });
  return { drafts, decider };
}

/** Tokens of the newest generation of keys. With only one, they are those that were searched for. */
function storedTokens(data: PersonalData, { keys }: Registration, searched: readonly SearchToken[]): readonly bigint[] {
  const isOnly = searched.length === keys.length;
  return [...new Set(isOnly ? searched.map(({ token }) => token) : keys.map((key) => data.blockingToken(key)))];
}

function kindOf(known: KnownNumber | undefined): Draft['kind'] {
  if (known === undefined || known.recordId === null) return 'new';
  return known.isSame ? 'same' : 'changed';
}

async function recordIds(
  queries: Queries,
  calls: readonly Registration[],
  known: ReadonlyMap<number, KnownNumber>,
): Promise<readonly string[]> {
  const added = calls.filter((_, at) => (known.get(at)?.recordId ?? null) === null).length;
  const drawn = added === 0 ? [] : [...(await queries.rows(newRecordIds, [added]))];
  return calls.map((_, at) => known.get(at)?.recordId ?? drawn.shift()?.id ?? '');
}
