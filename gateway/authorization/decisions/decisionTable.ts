import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { Dataset, DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { RequesterApprovals } from '../../approvals/approvalSet.ts';
import type { AccessRule } from '../../model/accessRule.ts';
import type { Basis, Decision, Denied } from '../../model/decision.ts';
import type { FieldShape } from '../../model/fieldShape.ts';
import type { ClosedInputs } from '../../model/plan.ts';
import type { Requester } from '../../model/requester.ts';
import type { Policies, PolicyTable } from '../../supergraph/policyTable.ts';
import {
  combineRules,
  datasetAlternatives,
  distinctIds,
  isUnrestricted,
  orderRules,
  rulesOfTerms,
  type SharedTerms,
} from './accessRules.ts';
import { type DatasetDecision, decideDataset } from './decideDataset.ts';
import { denyBarred, denyNotCovered, denyUnknown, denyUnmet, inWords } from './denials.ts';

/** All decisions for one kind of requester (agency, roles, purpose) at one approval revision, until the next change by time alone. */
export interface DecisionTable {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  /** Revision of the approvals that the decisions are those of. */
  readonly revision: number;
  /**
   * One object for all tables with these very decisions, at one revision after another. What was prepared by one of them
   * serves the others.
   */
  readonly identity: object;
  /** From this instant on (ms since 1970) the decisions may differ. */
  readonly validUntil: number;
  /** Decides for a field of an object type. Memoized: the same value for the same coordinate. */
  decide(typeName: string, fieldName: string): Decision;
  /** Decides for an object of a type that nothing but its being there is asked of: what its type's own guards say. */
  decideType(typeName: string): Decision;
  /** Decides for an argument that has a value: who filters by a field learns it. */
  decideArgument(typeName: string, fieldName: string, argumentName: string): Decision;
  /**
   * Decides for sending a field's value to another system, as a key or as an input of `@requires`: that system gets the
   * value as it is, so a masked field may not be sent.
   */
  decideInput(typeName: string, fieldName: string): Decision;
  /** Keys and inputs of `@requires` that may be sent for nobody, or for some persons only. */
  readonly closedInputs: ClosedInputs;
  /** Arguments that have a value although they are not given. */
  defaultedArguments(typeName: string, fieldName: string): readonly string[];
  /** An approval that some decision rests on. */
  approval(id: string): FeedApproval | undefined;
  /** The denial of a field when none of its rules applies to the person. */
  unmet(rules: readonly AccessRule[]): Denied;
  /** Describes what the rules require of the person, as part of a sentence: `the person is a ward of the state`. */
  inWords(rules: readonly AccessRule[]): string;
  /** Agency that owns a dataset; null for an unknown one. */
  ownerOf(dataset: string): string | null;
  /** Datasets that this requester may see, of one system: what a grant names. */
  allowedDatasets(system: string): readonly string[];
  /** Those of them that are open for some persons only, with what must hold of them. */
  conditionsOn(system: string): ReadonlyMap<string, AccessRule['anyOf']>;
}

export interface DecisionInputs {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  /** The requester's; undefined when they are not known to be current: then only owners see their own data. */
  readonly approvals: RequesterApprovals | undefined;
  readonly revision: number;
  readonly now: Date;
}

interface FieldName {
  readonly typeName: string;
  readonly fieldName: string;
}

type Allowed = Extract<Decision, { kind: 'allow' }>;

export function buildDecisionTable(requester: Omit<Requester, 'subject'>, inputs: DecisionInputs): DecisionTable {
  const { agency, roles, purpose } = requester;
  const { policies, catalogue, approvals, now } = inputs;
  const byDataset = new Map<string, DatasetDecision>();
  for (const dataset of catalogue.datasets.values()) {
    byDataset.set(dataset.id, decideDataset(dataset, requester, approvals, now.getTime()));
  }

  const approvalsById = new Map(
    [...byDataset.values()]
      .flatMap((decision) => (decision.kind === 'approved' ? decision.approvals : []))
      .map((approval) => [approval.id, approval]),
  );

  function decideOnDataset(id: string, field: FieldShape): Decision {
    const dataset = catalogue.datasets.get(id);
    const decision = byDataset.get(id);
    if (dataset === undefined || decision === undefined) return denyUnknown(id);
    return decision.kind === 'approved' ? decideApproved(dataset, decision.terms, field, purpose) : decision;
  }

  const decisions = new Map<string, Map<string, Decision>>();
  function decide(typeName: string, fieldName: string): Decision {
    const ofType = decisions.get(typeName) ?? new Map<string, Decision>();
    decisions.set(typeName, ofType);
    const known = ofType.get(fieldName);
    if (known !== undefined) return known;
    const decision = decideField(typeName, fieldName);
    ofType.set(fieldName, decision);
    return decision;
  }

  function decideField(typeName: string, fieldName: string): Decision {
    const guard = policies.guardOf(typeName, fieldName);
    switch (guard.kind) {
      case 'public':
      case 'key':
        return { kind: 'allow', basis: { kind: guard.kind } };
      case 'barred': {
        const bar = catalogue.hardBars.get(`${typeName}.${fieldName}`);
        return denyBarred(catalogue.datasets.get(guard.all[0]?.[0]?.[0] ?? ''), bar?.bar, bar?.law);
      }
      case 'guarded': {
        const shape = policies.shapeOf(typeName, fieldName);
        const decision = decideAll(guard.all, shape, decideOnDataset);
        if (decision.kind === 'deny' || decision.rules === undefined || guard.around === guard.all) return decision;
        // Whether a returned person may be known is decided by the person's own type, for each of them.
        const around = guard.around.length === 0 ? PUBLIC : decideAll(guard.around, shape, decideOnDataset);
        return around.kind === 'deny' ? around : { ...around, basis: decision.basis };
      }
      case 'unguarded':
        return denyUnknown(undefined);
    }
  }

  const decideType = memoized((typeName: string): Decision => {
    const all = policies.guardsOfType(typeName);
    return all.length === 0 ? PUBLIC : decideAll(all, policies.shapeOfType(typeName), decideOnDataset);
  });

  function decideArgument(typeName: string, fieldName: string, argumentName: string): Decision {
    const guard = policies.argumentGuardOf(typeName, fieldName, argumentName);
    switch (guard.kind) {
      case 'public':
        return PUBLIC;
      case 'filters': {
        const whole = (id: string): Decision => {
          const decision = byDataset.get(id) ?? denyUnknown(id);
          if (decision.kind !== 'approved') return decision;
          return { kind: 'allow', basis: { kind: 'approval', approvalIds: decision.approvals.map((each) => each.id) } };
        };
        const fields = guard.fields.map((field) => asItIs(field, guard.datasets[0]));
        return decideWhole([...guard.datasets.map(whole), ...fields]);
      }
      case 'unguarded':
        return denyUnknown(undefined);
    }
  }

  /** Whoever filters by a field finds out its exact value for anybody: no lesser form and no condition survives that. */
  function asItIs({ typeName, fieldName }: FieldName, id: string | undefined): Decision {
    const decision = decide(typeName, fieldName);
    if (decision.kind === 'deny' || decision.rules === undefined) return decision;
    return denyNotCovered(
      purpose,
      catalogue.datasets.get(id ?? ''),
      `${typeName}.${fieldName}`,
      'To search by a field, an approval must open it as it is and for everybody.',
    );
  }

  function decideInput(typeName: string, fieldName: string): Decision {
    const decision = decide(typeName, fieldName);
    if (decision.kind === 'deny' || decision.rules === undefined) return decision;
    const whole = decision.rules.filter(({ transform }) => transform === null);
    if (whole.some(isUnrestricted)) return { kind: 'allow', basis: decision.basis };
    if (whole.length > 0) return { ...decision, rules: whole };
    const dataset = catalogue.datasets.get(approvalsById.get(decision.rules[0]?.approvalIds[0] ?? '')?.dataset ?? '');
    return denyNotCovered(
      purpose,
      dataset,
      `${typeName}.${fieldName}`,
      `Another system needs ${typeName}.${fieldName} as it is, and the approval in force opens a masked form only.`,
    );
  }

  function inputsThat(hold: (decision: Decision) => boolean): readonly string[] {
    return policies.inputs.flatMap(({ typeName, fieldName }) =>
      hold(decideInput(typeName, fieldName)) ? [`${typeName}.${fieldName}`] : [],
    );
  }
  let closedInputs: ClosedInputs | undefined;

  const conditions = memoized((system: string): ReadonlyMap<string, AccessRule['anyOf']> => {
    const ofSystem = new Map<string, AccessRule['anyOf']>();
    for (const [id, decision] of byDataset) {
      if (decision.kind !== 'approved' || !id.startsWith(`${system}.`)) continue;
      const anyOf = datasetAlternatives(decision.terms);
      if (anyOf !== undefined) ofSystem.set(id, anyOf);
    }
    return ofSystem;
  });

  return {
    agency,
    roles,
    purpose,
    revision: inputs.revision,
    identity: {},
    validUntil: approvals?.nextChange(now.getTime()) ?? Number.POSITIVE_INFINITY,
    decide,
    decideType,
    decideArgument,
    decideInput,
    get closedInputs() {
      closedInputs ??= {
        never: inputsThat(({ kind }) => kind === 'deny'),
        sometimes: inputsThat((decision) => decision.kind === 'allow' && decision.rules !== undefined),
      };
      return closedInputs;
    },
    defaultedArguments: policies.defaultedArguments,
    approval: (id) => approvalsById.get(id),
    unmet: (rules) =>
      denyUnmet(rules, catalogue.datasets.get(approvalsById.get(rules[0]?.approvalIds[0] ?? '')?.dataset ?? '')),
    inWords,
    ownerOf: (dataset) => catalogue.datasets.get(dataset)?.owner ?? null,
    allowedDatasets: (system) =>
      [...byDataset].filter(([id, { kind }]) => kind !== 'deny' && id.startsWith(`${system}.`)).map(([id]) => id),
    conditionsOn: conditions,
  };
}

const PUBLIC: Decision = { kind: 'allow', basis: { kind: 'public' } };

function memoized<Value>(decide: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? decide(name);
    known.set(name, value);
    return value;
  };
}

/** Every guard must be held; of a guard's alternatives one is enough. */
function decideAll(
  all: readonly Policies[],
  field: FieldShape,
  decideOnDataset: (id: string, field: FieldShape) => Decision,
): Decision {
  let held: Allowed | undefined;
  for (const policies of all) {
    const alternatives = policies.map((datasets) => decideWhole(datasets.map((id) => decideOnDataset(id, field))));
    const allowed = alternatives.filter((decision) => decision.kind === 'allow');
    const through = allowed.find(({ rules }) => rules === undefined) ?? allowed[0];
    if (through === undefined) return alternatives.find(({ kind }) => kind === 'deny') ?? denyUnknown(undefined);
    held = held === undefined ? through : both(held, through);
  }
  return held ?? denyUnknown(undefined);
}

/** All datasets of one alternative: the first that is denied is the reason. */
function decideWhole(decisions: readonly Decision[]): Decision {
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

/** What approvals in force open of one field. An unrestricted rule makes the others superfluous: approvals only add. */
function decideApproved(dataset: Dataset, terms: readonly SharedTerms[], field: FieldShape, purpose: string): Decision {
  const open = terms.flatMap((same) => rulesOfTerms(same, field)).filter(({ anyOf }) => anyOf.length > 0);
  const rules: readonly AccessRule[] = orderRules(open);
  if (rules.length === 0) {
    return denyNotCovered(
      purpose,
      dataset,
      field.coordinate,
      `The approval in force for ${dataset.id} does not open ${field.coordinate}; ask ${dataset.owner} with requestAccess.`,
    );
  }
  const plain = rules.filter(isUnrestricted);
  const approvalIds = distinctIds((plain.length > 0 ? plain : rules).map((rule) => rule.approvalIds));
  const basis: Basis = { kind: 'approval', approvalIds };
  return plain.length > 0 ? { kind: 'allow', basis } : { kind: 'allow', basis, rules };
}

function mergeBases(bases: readonly Basis[]): Basis {
  const approvalIds = distinctIds(bases.flatMap((basis) => (basis.kind === 'approval' ? [basis.approvalIds] : [])));
  const [first] = bases;
  return approvalIds.length > 0 || first === undefined ? { kind: 'approval', approvalIds } : first;
}
