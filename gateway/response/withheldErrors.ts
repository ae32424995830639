import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { ErrorCode } from '../errors/errorCatalog.ts';
import type { PreparedOperation } from '../execution/contract/engine.ts';
import type { AccessRule } from '../model/accessRule.ts';
import type { Withheld } from '../model/engineResponse.ts';
import { decisionId } from './decisionId.ts';

/**
 * One error for each field that is null because of the person. Its path has the real positions in lists.
 *
 * @param inputs by `Type.field`: other fields that this one needs, any of which may be the closed one
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
  const coordinate = `${typeName}.${fieldName}`;
  const decision = decisions.decide(typeName, fieldName);
  const rules = decision.kind === 'allow' ? (decision.rules ?? []) : [];
  const needed = (inputs.get(coordinate) ?? []).map((input) => {
    const sent = decisions.decideInput(input.typeName, input.fieldName);
    return {
      coordinate: `${input.typeName}.${input.fieldName}`,
      rules: sent.kind === 'allow' ? (sent.rules ?? []) : [],
    };
  });
  const approvalOf = (of: readonly AccessRule[]) => decisions.approval(of[0]?.approvalIds[0] ?? '');
  const approval = approvalOf(rules) ?? approvalOf(needed[0]?.rules ?? []);
  const demands = [
    ...(rules.length === 0 ? [] : [`The approval asks that ${decisions.inWords(rules)}.`]),
    ...needed.map(
      (input) =>
        `${coordinate} needs ${input.coordinate} of ${approvalOf(input.rules)?.dataset ?? 'another dataset'}, which may be sent only if ${decisions.inWords(input.rules)}.`,
    ),
  ];
  return {
    message: `${coordinate} is not open to ${decisions.agency} for ${decisions.purpose} about this person.`,
    path,
    extensions: {
      code: 'UNAUTHORIZED_FIELD_OR_TYPE' satisfies ErrorCode,
      coordinate,
      dataset: approval?.dataset ?? null,
      owner: approval === undefined ? null : decisions.ownerOf(approval.dataset),
      reason: 'CONDITION_NOT_MET',
      remedy: {
        action: 'MEET_CONDITION',
        message: demands.join(' '),
        conditions: conditionsOf([rules, ...needed.map((input) => input.rules)].flat()),
      },
      decisionId: decisionId(coordinate, 'CONDITION_NOT_MET', decisions),
    },
  };
}

/** Alternatives of conditions that open the field, as the approvals name them: any one of them is enough. */
function conditionsOf(rules: readonly AccessRule[]): readonly (readonly string[])[] {
  const alternatives = rules.flatMap(({ anyOf }) =>
    anyOf.map((all) => all.map((fact) => (fact.startsWith('CONSENT:') ? 'CONSENT' : fact)).join(' ')),
  );
  return [...new Set(alternatives)].map((all) => all.split(' '));
}
