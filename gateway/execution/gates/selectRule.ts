import type { FieldRule } from '../../model/fieldAccess.ts';
import type { PersonFacts } from '../../model/personFacts.ts';

/** Person whose data is being written. */
export interface PersonInView {
  readonly persons: PersonFacts | undefined;
  /** Undefined outside of any person. */
  readonly personId: string | undefined;
  /** Persons of whom a fact was needed that is not known yet. */
  readonly missing: Set<string>;
}

/**
 * The first rule that applies to the person whose field is being written. A fact that is not known yet does not hold,
 * and the person is noted, so that the answer can be written again once it is learned.
 */
export function selectRule(rules: readonly FieldRule[], view: PersonInView): FieldRule | undefined {
  return rules.find(({ anyOf }) => anyOf.some((all) => all.every((fact) => holds(fact, view))));
}

function holds(fact: string, { persons, personId, missing }: PersonInView): boolean {
  // Nobody's data: there is no person of whom the fact could hold.
  if (persons === undefined || personId === undefined) return false;
  const held = persons.holds(personId, fact);
  if (held === undefined) missing.add(personId);
  return held === true;
}

/** A value in the form that a rule allows; of a list, each item. */
export function mask(value: unknown, transform: (value: unknown) => unknown): unknown {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.map((item: unknown) => mask(item, transform)) : (transform(value) ?? null);
}
