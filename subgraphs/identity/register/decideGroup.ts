import { randomUUID } from 'node:crypto';
import type { Decider } from '../linkage/decide/decide.ts';
import type { Candidate, Draft } from './drafts.ts';
import { addLink, type LinkState, type RecordState, removeLinks } from './linkState.ts';
import { recluster } from './recluster.ts';

export type ReviewCause = 'REVIEW' | 'GUARD' | 'BRIDGE' | 'SIZE' | 'DECISION';

export interface PlannedReview {
  readonly one: string;
  readonly other: string;
  readonly weight: number;
  readonly guard: string | null;
  readonly cause: ReviewCause;
}

/** A call whose record has got its person. */
export interface DecidedDraft extends Draft {
  /** Pairs to store, of the record with others. */
  readonly pairs: readonly {
    readonly other: string;
    readonly weight: number;
    readonly guard: string | null;
    readonly decision: 'AUTO_LINK' | 'REVIEW';
  }[];
  /** Pairs of which people may have to decide, if their records are of two persons in the end. */
  readonly reviews: readonly PlannedReview[];
  /** Other records that this call moved. */
  readonly moved: readonly string[];
  /** Records of the person who already had the number without a record (linkPersons): a person's decision. */
  readonly pinnedTo: readonly string[];
  /** Id of the change that records it. */
  readonly changeId: string;
}

export interface DecidedGroup {
  readonly drafts: readonly DecidedDraft[];
  /** Persons without records now, with those who have them. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** Counts the links of a caller to persons of other systems. Returns false if there are too many. */
export type LinkAllowance = (draft: Draft) => boolean;

const MOST_REVIEWS = 5;
const MOST_PINS = 5;

/** Gives the record of each call its person, one call after another, in memory. */
export function decideGroup(
  drafts: readonly Draft[],
  state: LinkState,
  decider: Decider,
  allows: LinkAllowance,
  now: Date,
): DecidedGroup {
  const replaced = new Map<string, string>();
  const decided = drafts.map((draft) => {
    const before = new Map([...state.records].map(([id, { personId }]) => [id, personId]));
    const result = decide(draft, state, decider, allows, now);
    for (const [from, to] of result.replaced) replaced.set(from, to);
    const moved = [...state.records.values()].filter(
      ({ id, personId }) => id !== draft.recordId && before.get(id) !== personId,
    );
    return { ...draft, ...result, moved: moved.map(({ id }) => id) };
  });
  for (const number of state.numbers) {
    number.personId =
      (number.recordId === null ? undefined : state.records.get(number.recordId)?.personId) ??
      successorOf(replaced, number.personId);
  }
  return { drafts: decided, replaced };
}

/** Who has the records of a person, who may have been replaced more than once. */
export function successorOf(replaced: ReadonlyMap<string, string>, personId: string): string {
  let current = personId;
  for (let next = replaced.get(current); next !== undefined; next = replaced.get(current)) current = next;
  return current;
}

function decide(draft: Draft, state: LinkState, decider: Decider, allows: LinkAllowance, now: Date) {
  const { recordId, kind, candidates, known } = draft;
  const changeId = randomUUID();
  const nothing = { pairs: [], reviews: [], pinnedTo: [], changeId, replaced: new Map<string, string>() };
  if (kind === 'same') return nothing;
  const previous = state.records.get(recordId);
  const neighbors = [...(state.links.get(recordId)?.keys() ?? [])];
  removeLinks(state, recordId);
  const own = previous?.personId ?? known?.personId ?? null;
  const record = recordState(draft, previous, own, now);
  const kin =
    own === null ? [] : [...state.records.values()].filter(({ id, personId }) => personId === own && id !== recordId);
  state.records.set(recordId, record);

  const held = kind === 'changed' ? heldLinks(record, kin, decider) : [];
  const isHeld = new Set(held.map(({ id }) => id));
  const found = candidates.filter(({ id, decision }) => decision !== 'NEW' && !isHeld.has(id));
  const strong = found.filter(({ decision }) => decision === 'AUTO_LINK');
  const stopped = stopOf(draft, state, own, strong, allows);
  const links = [...held, ...(stopped === undefined ? strong : [])];
  for (const { id, weight } of links) addLink(state, { one: recordId, other: id, weight });
  const pinnedTo = kind === 'new' && own !== null ? kin.slice(0, MOST_PINS).map(({ id }) => id) : [];
  for (const other of pinnedTo) state.decisions.push({ id: changeId, kind: 'LINK', one: recordId, other });

  const outcome = recluster(state, decider, [recordId, ...neighbors], randomUUID);
  // A new record whose place is not clear is a person of its own for now.
  record.personId ??= own ?? randomUUID();
  const isLink = new Set(links.map(({ id }) => id));
  const pairs = [...held, ...found].map(({ id, weight, guard }) => ({
    ...{ other: id, weight, guard },
    decision: isLink.has(id) ? ('AUTO_LINK' as const) : ('REVIEW' as const),
  }));
  const review = ({ id, weight, guard }: Candidate, cause: ReviewCause): PlannedReview => ({
    ...{ one: recordId, other: id, weight, guard, cause },
  });
  const reviews: PlannedReview[] = found
    .filter(({ id }) => !isLink.has(id))
    .map((pair) => review(pair, stopped ?? (pair.guard === null ? 'REVIEW' : 'GUARD')));
  if (outcome.kind === 'stopped') reviews.push(...links.map((pair) => review(pair, outcome.cause)));
  else {
    for (const { one, other, weight, reason } of outcome.refused) {
      reviews.push({ one, other, weight, guard: null, cause: CAUSES[reason] });
    }
  }
  if (pinnedTo.length > 0) reviews.push(...contradiction(record, kin, decider));
  const heaviest = reviews.sort((a, b) => b.weight - a.weight).slice(0, MOST_REVIEWS);
  const after = outcome.kind === 'clustered' ? outcome.replaced : nothing.replaced;
  return { pairs, reviews: heaviest, pinnedTo, changeId, replaced: after };
}

const CAUSES = { guard: 'GUARD', decision: 'DECISION', bridge: 'BRIDGE', size: 'SIZE' } as const;

function recordState(draft: Draft, previous: RecordState | undefined, personId: string | null, now: Date): RecordState {
  const { recordId: id, record: scored, call } = draft;
  const { system, number, content } = call;
  return { id, system, number, scored, registeredAt: now, before: previous?.before, personId, content: () => content };
}

/** Records of the same person that a changed record still resembles enough: links hold down to the fracture threshold. */
function heldLinks(record: RecordState, kin: readonly RecordState[], decider: Decider): readonly Candidate[] {
  const { fracture } = decider.scorer.model.thresholds;
  return kin.flatMap(({ id, scored }) => {
    const pair = decider.decide(record.scored, scored);
    return pair.weight >= fracture && pair.guard === null ? [{ id, record: scored, ...pair }] : [];
  });
}

/** Why the record's links are left to people, whatever their weight. */
function stopOf(
  draft: Draft,
  state: LinkState,
  own: string | null,
  links: readonly Candidate[],
  allows: LinkAllowance,
): ReviewCause | undefined {
  const persons = new Set(links.flatMap(({ id }) => state.records.get(id)?.personId ?? []));
  persons.delete(own ?? '');
  if (persons.size === 0) return undefined;
  const ofPerson = (personId: string | null) => state.numbers.filter((number) => number.personId === personId);
  // A person with numbers that nothing is known about: whoever linked them decided whose they are.
  const others =
    own === null
      ? []
      : ofPerson(own).filter(({ number, system }) => number !== draft.call.number || system !== draft.call.system);
  if (draft.kind === 'new' && others.length > 0 && others.every(({ recordId }) => recordId === null)) return 'DECISION';
  const isNewToSystem = ![...state.numbers, ...state.records.values()].some(
    ({ system, number, personId }) =>
      system === draft.call.system && number !== draft.call.number && personId !== null && persons.has(personId),
  );
  return isNewToSystem && draft.call.limited && !allows(draft) ? 'REVIEW' : undefined;
}

/** A number that somebody linked to a person, and a record that resembles none of the person's records. */
function contradiction(record: RecordState, kin: readonly RecordState[], decider: Decider): readonly PlannedReview[] {
  const pairs = kin.map(({ id, scored }) => ({ id, ...decider.decide(record.scored, scored) }));
  if (pairs.some(({ decision }) => decision !== 'NEW')) return [];
  const [best] = pairs.sort((a, b) => b.weight - a.weight);
  if (best === undefined) return [];
  return [{ one: record.id, other: best.id, weight: best.weight, guard: best.guard, cause: 'DECISION' }];
}
