import type { Condition } from '../authorization/conditions.ts';
import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { Denial } from '../authorization/pruneOperation.ts';
import { decisionId } from './decisionId.ts';

/** JSON texts of an operation's denial errors, written once; what is left per request is the client's variables. */
export interface DenialErrors {
  /** Texts joined by commas; empty when nothing is denied under these variables. */
  text(variables: Readonly<Record<string, unknown>>): string;
  /** Type.field of what is denied under these variables; one value for all requests where it depends on none. */
  coordinates(variables: Readonly<Record<string, unknown>>): readonly string[];
}

/**
 * One error per denied coordinate and place. It depends on the operation and the decisions alone, never on data: the same
 * for a person without records.
 */
export function createDenialErrors(
  denials: readonly Denial[],
  decisions: DecisionTable,
  defaults: Readonly<Record<string, unknown>>,
): DenialErrors {
  const written = denials.map((denial) => ({
    text: JSON.stringify(errorOf(denial, decisions)),
    coordinate: denial.coordinate,
    when: denial.when.some((conditions) => conditions.length === 0) ? undefined : denial.when,
  }));
  if (written.every(({ when }) => when === undefined)) {
    const all = written.map(({ text }) => text).join(',');
    const coordinates = written.map(({ coordinate }) => coordinate);
    return { text: () => all, coordinates: () => coordinates };
  }
  const active = (variables: Readonly<Record<string, unknown>>) =>
    written.filter(
      ({ when }) => when === undefined || when.some((conditions) => hold(conditions, variables, defaults)),
    );
  return {
    text: (variables) =>
      active(variables)
        .map(({ text }) => text)
        .join(','),
    coordinates: (variables) => active(variables).map(({ coordinate }) => coordinate),
  };
}

function hold(
  conditions: readonly Condition[],
  variables: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): boolean {
  return conditions.every(
    ({ variable, value }) => (Object.hasOwn(variables, variable) ? variables[variable] : defaults[variable]) === value,
  );
}

function errorOf({ path, coordinate, decision }: Denial, decisions: DecisionTable) {
  return {
    message: `${coordinate} is not open to ${decisions.agency} for ${decisions.purpose}.`,
    path,
    extensions: {
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate,
      dataset: decision.dataset ?? null,
      owner: decision.owner ?? null,
      reason: decision.reason,
      ...(decision.bar === undefined ? {} : { bar: decision.bar }),
      remedy: decision.remedy,
      decisionId: decisionId(coordinate, decision.reason, decisions),
    },
  };
}
