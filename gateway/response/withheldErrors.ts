import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { Way } from '../authorization/ways.ts';
import type { PreparedOperation, Withheld } from '../execution/engine.ts';
import { decisionId } from './decisionId.ts';

/**
 * One error for each place that stayed null because of the person; its path has the real positions in lists.
 *
 * @param inputs by `Type.field`: what a field needs besides, which may be what is closed about the person
 */
export function withheldErrors(
  withheld: readonly Withheld[],
  decisions: DecisionTable,
  inputs: PreparedOperation['inputs'] = new Map(),
): string {
  return withheld.map((place) => JSON.stringify(errorOf(place, decisions, inputs))).join(',');
}

function errorOf(
  { path, typeName, fieldName }: Withheld,
  decisions: DecisionTable,
  inputs: NonNullable<PreparedOperation['inputs']>,
) {
  // An object that is withheld for what it is has no field to name.
  const isObject = fieldName === '__typename';
  const coordinate = isObject ? typeName : `${typeName}.${fieldName}`;
  const decision = isObject ? decisions.decideType(typeName) : decisions.decide(typeName, fieldName);
  const ways = decision.kind === 'allow' ? (decision.ways ?? []) : [];
  const needed = (inputs.get(coordinate) ?? []).map((input) => {
    const sent = decisions.decideInput(input.typeName, input.fieldName);
    return { coordinate: `${input.typeName}.${input.fieldName}`, ways: sent.kind === 'allow' ? (sent.ways ?? []) : [] };
  });
  const approvalOf = (of: readonly Way[]) => decisions.approval(of[0]?.approvalIds[0] ?? '');
  const approval = approvalOf(ways) ?? approvalOf(needed[0]?.ways ?? []);
  const demands = [
    ...(ways.length === 0 ? [] : [`The approval asks that ${inWords(ways)}.`]),
    ...needed.map(
      (input) =>
        `${coordinate} needs ${input.coordinate} of ${approvalOf(input.ways)?.dataset ?? 'another dataset'}, which may be sent only if ${inWords(input.ways)}.`,
    ),
  ];
  return {
    message: `${coordinate} is not open to ${decisions.agency} for ${decisions.purpose} about this person.`,
    path,
    extensions: {
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate,
      dataset: approval?.dataset ?? null,
      owner: approval === undefined ? null : decisions.ownerOf(approval.dataset),
      reason: 'CONDITION_NOT_MET',
      remedy: { action: 'MEET_CONDITION', message: demands.join(' ') },
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
