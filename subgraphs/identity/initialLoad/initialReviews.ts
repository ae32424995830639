import type { LinkedRecords } from '../linkage/batch/linkRecords.ts';
import type { NewReview } from '../personalData/recordRows.ts';
import { dueDate } from '../register/dueDate.ts';
import type { InitialIds } from './initialIds.ts';
import type { InitialIndex } from './initialIndex.ts';

const WORKING_DAYS = 10;
const CAUSES = { guard: 'GUARD', decision: 'DECISION', bridge: 'BRIDGE', size: 'SIZE' } as const;

/** Pairs that people have to decide: those that may be of one person, and those that were kept apart for another reason. */
export function initialReviews(
  { linked, recordIds }: Pick<InitialIndex, 'linked' | 'recordIds'>,
  { model, createdAt, ids }: { readonly model: string; readonly createdAt: Date; readonly ids: InitialIds },
): readonly NewReview[] {
  const dueOn = dueDate(createdAt, WORKING_DAYS);
  const guards = new Map(linked.evidence.map((pair) => [nameOf(pair), pair.guard]));
  const causes = new Map<string, { pair: LinkedRecords['refused'][number] | Pair; cause: NewReview['cause'] }>();
  for (const pair of linked.refused) causes.set(nameOf(pair), { pair, cause: CAUSES[pair.reason] });
  for (const pair of linked.review) {
    causes.set(nameOf(pair), { pair, cause: pair.guard === null ? 'REVIEW' : 'GUARD' });
  }
  return [...causes].map(([name, { pair, cause }]) => ({
    ...{ reviewId: ids('review', name), cause, model, createdAt, dueOn, guard: guards.get(name) ?? null },
    ...{ one: recordIds.get(pair.one) ?? '', other: recordIds.get(pair.other) ?? '' },
    ...{ weight: pair.weight, priority: Math.round(pair.weight) },
  }));
}

type Pair = LinkedRecords['review'][number];

function nameOf({ one, other }: { readonly one: string; readonly other: string }): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
