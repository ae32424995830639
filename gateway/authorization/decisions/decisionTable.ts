import type { AccessRule } from '../../model/accessRule.ts';
import type { Denied } from '../../model/decision.ts';
import type { Requester } from '../../model/requester.ts';
import { createDatasetDecisions, type DatasetDecisions } from './datasetDecisions.ts';
import type { DecisionInputs } from './decisionInputs.ts';
import { denyUnmet, inWords } from './denials.ts';
import { createGuardDecisions, type GuardDecisions } from './guardDecisions.ts';
import { createInputDecisions, type InputDecisions } from './inputDecisions.ts';

/**
 * All decisions for one kind of requester (agency, roles, purpose) at one revision of the approvals, until the next
 * change by time alone.
 */
export interface DecisionTable
  extends GuardDecisions,
    InputDecisions,
    Pick<DatasetDecisions, 'approval' | 'allowedDatasets' | 'conditionsOn'> {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  /** Revision of the approvals. */
  readonly revision: number;
  /**
   * One object for all tables with the same decisions, at one revision after another. What is prepared with one of them
   * serves the others.
   */
  readonly identity: object;
  /** From this instant on (ms since 1970) the decisions may differ. */
  readonly validUntil: number;
  /** Arguments that have a value although they are not given. */
  defaultedArguments(typeName: string, fieldName: string): readonly string[];
  /** The denial of a field when none of its rules applies to the person. */
  unmet(rules: readonly AccessRule[]): Denied;
  /** Describes what the rules require of the person, as part of a sentence: `the person is a ward of the state`. */
  inWords(rules: readonly AccessRule[]): string;
  /** Agency that owns a dataset; null for an unknown one. */
  ownerOf(dataset: string): string | null;
}

export function buildDecisionTable(requester: Omit<Requester, 'subject'>, inputs: DecisionInputs): DecisionTable {
  const { agency, roles, purpose } = requester;
  const { policies, catalogue, approvals, revision, now } = inputs;
  const datasets = createDatasetDecisions(requester, inputs);
  const { approval, allowedDatasets, conditionsOn, datasetOf } = datasets;
  const guards = createGuardDecisions(datasets, inputs, purpose);
  const sent = createInputDecisions(guards, datasets, inputs, purpose);
  return {
    ...{ agency, roles, purpose, revision },
    identity: {},
    validUntil: approvals?.nextChange(now.getTime()) ?? Number.POSITIVE_INFINITY,
    ...guards,
    decideInput: sent.decideInput,
    // Lazy: most requesters send no operation that needs them.
    get closedInputs() {
      return sent.closedInputs;
    },
    defaultedArguments: policies.defaultedArguments,
    ...{ approval, allowedDatasets, conditionsOn },
    unmet: (rules) => denyUnmet(rules, datasetOf(rules)),
    inWords,
    ownerOf: (dataset) => catalogue.datasets.get(dataset)?.owner ?? null,
  };
}
