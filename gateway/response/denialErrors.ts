import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { Denial } from '../authorization/pruning/decisionLog.ts';
import type { InclusionCondition } from '../authorization/pruning/inclusionConditions.ts';
import type { RefusedPlace } from '../disclosure/records/refusedPlace.ts';
import type { ErrorCode } from '../errors/errorCatalog.ts';
import { decisionId } from './decisionId.ts';

/** JSON texts of an operation's denial errors, written once. Per request, only the client's variables are left. */
export interface DenialErrors {
  /** Denied coordinates and places, whatever the variables. */
  readonly count: number;
  /**
   * Texts joined by commas; empty if nothing is denied with these variables. `decisions` are those it was pruned by.
   */
  text(variables: Readonly<Record<string, unknown>>, decisions: DecisionTable): string;
  /** Denials with these variables; one value for all requests if it depends on none. */
  denied(variables: Readonly<Record<string, unknown>>): readonly RefusedPlace[];
}

/**
 * One error per denied coordinate and place. It depends on the operation and the decisions alone, never on data: it is
 * the same for a person without records. The texts are written again at another revision, where decisions have other
 * ids.
 */
export function createDenialErrors(
  denials: readonly Denial[],
  defaults: Readonly<Record<string, unknown>>,
): DenialErrors {
  const always = denials.every(({ when }) => isAlways(when));
  const active = (variables: Readonly<Record<string, unknown>>): readonly number[] =>
    denials.flatMap(({ when }, place) =>
      isAlways(when) || when.some((conditions) => hold(conditions, variables, defaults)) ? [place] : [],
    );
  const allDenied = denials.map(
    ({ coordinate, decision }): RefusedPlace => ({ coordinate, decision, key: `${coordinate}:${decision.reason}` }),
  );
  let written: { readonly revision: number; readonly texts: readonly string[]; readonly all: string } | undefined;
  function textsAt(decisions: DecisionTable): NonNullable<typeof written> {
    if (written?.revision !== decisions.revision) {
      const texts = denials.map((denial) => JSON.stringify(errorOf(denial, decisions)));
      written = { revision: decisions.revision, texts, all: texts.join(',') };
    }
    return written;
  }
  return {
    count: denials.length,
    text(variables, decisions) {
      const { texts, all } = textsAt(decisions);
      if (always) return all;
      return active(variables)
        .map((place) => texts[place])
        .join(',');
    },
    denied: (variables) => (always ? allDenied : active(variables).flatMap((place) => allDenied[place] ?? [])),
  };
}

function isAlways(when: Denial['when']): boolean {
  return when.some((conditions) => conditions.length === 0);
}

function hold(
  conditions: readonly InclusionCondition[],
  variables: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): boolean {
  return conditions.every(
    ({ variable, value }) => (Object.hasOwn(variables, variable) ? variables[variable] : defaults[variable]) === value,
  );
}

function errorOf({ path, coordinate, decision }: Denial, decisions: DecisionTable) {
  return {
    message: messageOf(coordinate, decision.reason, decisions),
    path,
    extensions: {
      code: 'UNAUTHORIZED_FIELD_OR_TYPE' satisfies ErrorCode,
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

function messageOf(coordinate: string, reason: string, { agency, purpose }: DecisionTable): string {
  // The same whether or not anything is left out: an error that depends on it would reveal it.
  return reason === 'CONDITION_NOT_MET'
    ? `${coordinate} is open to ${agency} for ${purpose} about some persons only. Objects about others are left out.`
    : `${coordinate} is not open to ${agency} for ${purpose}.`;
}
