import type { Policies } from '../../../supergraph/read/policyTable.ts';
import type { Basis, Decision } from '../../model/decision.ts';
import { combineRules, distinctIds } from './accessRules.ts';
import { denyUnknown } from './denials.ts';

type Allowed = Extract<Decision, { kind: 'allow' }>;

/** Decides by guards: all must allow, each by one of its alternatives. */
export function decideAll(all: readonly Policies[], decideOnDataset: (id: string) => Decision): Decision {
  let held: Allowed | undefined;
  for (const policies of all) {
    const alternatives = policies.map((datasets) => decideWhole(datasets.map(decideOnDataset)));
    const allowed = alternatives.filter((decision) => decision.kind === 'allow');
    const through = allowed.find(({ rules }) => rules === undefined) ?? allowed[0];
    if (through === undefined) return alternatives.find(({ kind }) => kind === 'deny') ?? denyUnknown(undefined);
    held = held === undefined ? through : both(held, through);
  }
  return held ?? denyUnknown(undefined);
}

/** Decides by all datasets of one alternative. The first that is denied gives the reason. */
export function decideWhole(decisions: readonly Decision[]): Decision {
  let held: Allowed | undefined;
  for (const decision of decisions) {
    if (decision.kind === 'deny') return decision;
    held = held === undefined ? decision : both(held, decision);
  }
  return held ?? denyUnknown(undefined);
}

function both(a: Allowed, b: Allowed): Allowed {
  const basis = mergeBases([a.basis, b.basis]);
  if (a.rules === undefined) return b.rules === undefined ? { kind: 'allow', basis } : { ...b, basis };
  return { kind: 'allow', basis, rules: b.rules === undefined ? a.rules : combineRules(a.rules, b.rules) };
}

function mergeBases(bases: readonly Basis[]): Basis {
  const approvalIds = distinctIds(bases.flatMap((basis) => (basis.kind === 'approval' ? [basis.approvalIds] : [])));
  const [first] = bases;
  return approvalIds.length > 0 || first === undefined ? { kind: 'approval', approvalIds } : first;
}
