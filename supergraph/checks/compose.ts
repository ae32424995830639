import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import type { Problem } from '../compose/problem.ts';
import type { CheckContext } from './checkContext.ts';
import type { CheckName, Draft } from './finding.ts';

/** What to do about the codes of composition that agencies meet most. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  SYNTAX: 'Correct the syntax.',
  INVALID_GRAPHQL: 'Correct the schema: it is not valid GraphQL by itself.',
  INVALID_FIELD_SHARING: 'Give the field another name, or refer to it with @external if it is only required.',
  KEY_INVALID_FIELDS: 'Name in @key only fields that the type has in this subgraph.',
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph.',
  SATISFIABILITY_ERROR: 'Give the type a @key that other subgraphs know, so that the gateway can reach the field.',
  EXTERNAL_MISSING_ON_BASE: 'Remove @external, or the field: no other subgraph has it.',
  TYPE_KIND_MISMATCH: 'Rename the type: another subgraph has a different one of this name.',
  REQUIRES_INVALID_FIELDS: 'Require only fields that the type has, and declare them with @external.',
};

/** Check 1: the candidate composes with all others. Also writes the problems of guards as findings. */
export function problemFindings(
  { input, subgraph }: CheckContext,
  problems: readonly Problem[],
  check: CheckName,
): readonly Draft[] {
  return problems.map(({ code, message, whatToDo, coordinate, places = [] }) => {
    // The person index is composed with the numbers of all systems, so its lines are others than in the file.
    const place = subgraph === PERSON_INDEX ? undefined : (places.find((at) => at.subgraph === subgraph) ?? places[0]);
    const file = place && (place.subgraph === subgraph ? input.file : undefined);
    const named = check === 'guards' || message.includes(subgraph) ? message : `With ${subgraph}: ${message}`;
    return {
      code,
      level: 'error',
      check,
      message: named,
      whatToDo: whatToDo || (WHAT_TO_DO[code] ?? 'Correct the schema and check again.'),
      ...(coordinate !== undefined && { coordinate }),
      location: place && { file: file ?? `${place.subgraph}.graphql`, line: place.line, column: place.column },
      detail: message.replace(/:\d+:\d+:/, ':'),
    };
  });
}
