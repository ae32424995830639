import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { Way } from '../authorization/ways.ts';
import type { Withheld } from '../execution/engine.ts';
import { decisionId } from './decisionId.ts';

/** One error for each place that stayed null because of the person; its path has the real positions in lists. */
export function withheldErrors(withheld: readonly Withheld[], decisions: DecisionTable): string {
  return withheld.map((place) => JSON.stringify(errorOf(place, decisions))).join(',');
}

function errorOf({ path, typeName, fieldName }: Withheld, decisions: DecisionTable) {
  // An object that is withheld for what it is has no field to name.
  const isObject = fieldName === '__typename';
  const coordinate = isObject ? typeName : `${typeName}.${fieldName}`;
  const decision = isObject ? decisions.decideType(typeName) : decisions.decide(typeName, fieldName);
  const ways = decision.kind === 'allow' ? (decision.ways ?? []) : [];
  const approval = decisions.approval(ways[0]?.approvalIds[0] ?? '');
  return {
    message: `${coordinate} is not open to ${decisions.agency} for ${decisions.purpose} about this person.`,
    path,
    extensions: {
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate,
      dataset: approval?.dataset ?? null,
      owner: approval === undefined ? null : decisions.ownerOf(approval.dataset),
      reason: 'CONDITION_NOT_MET',
      remedy: { action: 'MEET_CONDITION', message: `The approval asks that ${inWords(ways)}.` },
      decisionId: decisionId(coordinate, 'CONDITION_NOT_MET', decisions),
    },
  };
}

function inWords(ways: readonly Way[]): string {
  const alternatives = ways.flatMap(({ when }) => when.map((all) => all.map(factInWords).join(' and ')));
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
      return 'somebody in the household is in a case of yours';
    case 'EMERGENCY':
      return "an emergency is declared for the person's household (headers emergency-reason, -words, -person)";
    default:
      return fact;
  }
}
