import type { TreatmentWay } from '../../model/fieldAccess.ts';

/** Facts about a person: any one of the alternatives is enough. No alternative at all never holds. */
export type When = readonly (readonly string[])[];

/** For whom some way is open, whatever it shows; undefined: for everybody. */
export function whenOf(ways: readonly TreatmentWay[] | undefined): When | undefined {
  if (ways === undefined) return undefined;
  const alternatives = ways.flatMap(({ when }) => when);
  return alternatives.some((all) => all.length === 0) ? undefined : alternatives;
}

/** Holds where each of them holds. */
export function allOf(whens: readonly When[]): When {
  return whens.reduce<When>((some, others) => some.flatMap((a) => others.map((b) => [...new Set([...a, ...b])])), [[]]);
}
