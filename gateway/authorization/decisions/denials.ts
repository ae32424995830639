import type { Dataset } from '../../../schema/catalog/datasetCatalogue.ts';
import type { AccessRule } from '../../model/accessRule.ts';
import type { Denied } from '../../model/decision.ts';

export function denyBarred(dataset: Dataset | undefined, bar: string | undefined, law: string | undefined): Denied {
  return {
    kind: 'deny',
    reason: 'HARD_BAR',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: { action: 'NONE', message: `No approval opens this field${law === undefined ? '' : ` (${law})`}.` },
    ...(bar === undefined ? {} : { bar }),
  };
}

export function denyUnknown(dataset: string | undefined): Denied {
  return {
    kind: 'deny',
    reason: 'UNKNOWN_DATASET',
    dataset,
    owner: undefined,
    remedy: { action: 'NONE', message: 'This field belongs to no known dataset. Its agency must add it to one.' },
  };
}

/** Denies a field that no approval in force opens as needed. The remedy is input for `requestAccess`. */
export function denyNotCovered(
  purpose: string,
  dataset: Dataset | undefined,
  coordinate: string,
  message: string,
): Denied {
  return {
    kind: 'deny',
    reason: 'FIELD_NOT_COVERED',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: {
      action: 'REQUEST_ACCESS',
      message,
      ...(dataset === undefined ? {} : { requestAccess: { datasets: [dataset.id], purpose, fields: [coordinate] } }),
    },
  };
}

/** Denies a field because the person meets no condition of the approvals. */
export function denyUnmet(rules: readonly AccessRule[], dataset: Dataset | undefined): Denied {
  return {
    kind: 'deny',
    reason: 'CONDITION_NOT_MET',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: { action: 'MEET_CONDITION', message: `The approval asks that ${inWords(rules)}.` },
  };
}

/** Describes alternatives in words, as part of a sentence. */
export function inWords(rules: readonly AccessRule[]): string {
  const alternatives = rules.flatMap(({ anyOf }) => anyOf.map((all) => all.map(factInWords).join(' and ')));
  return [...new Set(alternatives)].join(', or that ');
}

function factInWords(fact: string): string {
  if (fact.startsWith('CONSENT:')) return 'a consent of the person for this agency, dataset and purpose is on file';
  switch (fact) {
    case 'WARD':
      return 'the person is a ward of the state';
    case 'CASELOAD':
      return 'the person is in a case of yours';
    case 'HOUSEHOLD_OF_CASELOAD':
      return 'someone in the household is in a case of yours';
    case 'EMERGENCY':
      return "an emergency is declared for the person's household (headers emergency-reason, -words, -person)";
    default:
      return fact;
  }
}
