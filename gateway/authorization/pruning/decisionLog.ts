import type { Decision, Denied } from '../../model/decision.ts';
import type { InclusionCondition } from './inclusionConditions.ts';

/** One denied coordinate at one place of the response. */
export interface Denial {
  /** Response keys from the root, aliases included; "@" stands for every position of a list. */
  readonly path: readonly string[];
  /** Type.field; or Type where objects of the type are denied whatever leads to them. */
  readonly coordinate: string;
  readonly decision: Denied;
  /** The denial counts when all conditions of one of the entries hold; an empty entry always holds. */
  readonly when: readonly (readonly InclusionCondition[])[];
}

/** One decision at one place, allowed or not. Nothing is decided below a denied place. */
export interface FieldDecision {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly decision: Decision;
}

/** Decisions and denials of one operation, each once per place, in the order of its text. */
export interface DecisionLog {
  add(path: readonly string[], coordinate: string, decision: Decision): void;
  deny(path: readonly string[], coordinate: string, decision: Denied, conditions: readonly InclusionCondition[]): void;
  fieldDecisions(): readonly FieldDecision[];
  denials(): readonly Denial[];
}

export function createDecisionLog(): DecisionLog {
  const fieldDecisions = new Map<string, FieldDecision>();
  const denials = new Map<string, Denial & { readonly when: (readonly InclusionCondition[])[] }>();
  return {
    add(path, coordinate, decision) {
      fieldDecisions.set(JSON.stringify([path, coordinate]), { path, coordinate, decision });
    },
    deny(path, coordinate, decision, conditions) {
      const key = JSON.stringify([path, coordinate]);
      const same = denials.get(key);
      if (same === undefined) denials.set(key, { path, coordinate, decision, when: [conditions] });
      else same.when.push(conditions);
    },
    fieldDecisions: () => [...fieldDecisions.values()],
    denials: () => [...denials.values()],
  };
}
