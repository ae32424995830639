import type { TreatmentWay } from '../engine.ts';
import type { Answering } from './answerWriter.ts';

/**
 * The first way that is open for the person whose field is being written. A fact that is not known yet does not hold,
 * and the person is noted, so that the answer can be written again once it is learned.
 */
export function openWay(ways: readonly TreatmentWay[], answering: Answering): TreatmentWay | undefined {
  return ways.find(({ when }) => when.some((all) => all.every((fact) => holds(fact, answering))));
}

function holds(fact: string, { persons, personId, unlearned }: Answering): boolean {
  // Nobody's data: there is no person of whom the fact could hold.
  if (persons === undefined || personId === undefined) return false;
  const held = persons.holds(personId, fact);
  if (held === undefined) unlearned.add(personId);
  return held === true;
}
