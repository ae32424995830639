import { type FieldNode, Kind } from 'graphql';
import type { Decision } from '../../model/decision.ts';
import type { DecisionTable } from './decisionTable.ts';

type FieldDecisions = Pick<DecisionTable, 'decide' | 'decideArgument' | 'defaultedArguments'>;

/**
 * Decides for one selection of a field: the field, and every argument that has a value there, by a literal, a variable,
 * or a default. A variable counts as a value whatever it holds, because decisions are made once for all requests of an
 * operation.
 */
export function decideField(decisions: FieldDecisions, typeName: string, field: FieldNode): Decision {
  const name = field.name.value;
  const decision = decisions.decide(typeName, name);
  if (decision.kind === 'deny') return decision;
  const given = (field.arguments ?? []).filter(({ value }) => value.kind !== Kind.NULL).map((each) => each.name.value);
  const written = new Set((field.arguments ?? []).map((argument) => argument.name.value));
  const byDefault = decisions.defaultedArguments(typeName, name).filter((argument) => !written.has(argument));
  for (const argument of [...given, ...byDefault]) {
    const ofArgument = decisions.decideArgument(typeName, name, argument);
    if (ofArgument.kind === 'deny') return ofArgument;
  }
  return decision;
}
