import type { FieldRule } from '../../model/fieldAccess.ts';

/** Facts about a person: any one of the alternatives is enough. No alternative at all never holds. */
export type FactAlternatives = readonly (readonly string[])[];

/** Facts under which some rule applies, whatever it shows; undefined: one applies to everybody. */
export function alternativesOf(rules: readonly FieldRule[] | undefined): FactAlternatives | undefined {
  if (rules === undefined) return undefined;
  const alternatives = rules.flatMap(({ anyOf }) => anyOf);
  return alternatives.some((all) => all.length === 0) ? undefined : alternatives;
}

/** Alternatives that hold where each of the given ones holds. */
export function allOf(conditions: readonly FactAlternatives[]): FactAlternatives {
  return conditions.reduce<FactAlternatives>(
    (some, others) => some.flatMap((a) => others.map((b) => [...new Set([...a, ...b])])),
    [[]],
  );
}
