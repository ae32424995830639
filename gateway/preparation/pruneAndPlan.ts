import type { GraphQLSchema } from 'graphql';
import type { Attribution } from '../authorization/attribution.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { Denial } from '../authorization/pruning/decisionLog.ts';
import { type PrunedOperation, pruneOperation } from '../authorization/pruning/pruneOperation.ts';
import type { CallerAllowance } from '../budget/callerAllowance.ts';
import type { Engine, PlannedOperation } from '../execution/contract/engine.ts';
import type { Operation } from '../model/operation.ts';
import type { Requester } from '../model/requester.ts';
import { type UnreachableField, UnreachableFields } from '../planning/planner/unreachableFields.ts';
import type { Transforms } from '../response/transforms.ts';
import type { createTurnQueue } from '../runtime/turns.ts';
import { engineAccess } from './fieldAccess.ts';
import { dataOf } from './prepareIntrospection.ts';

export interface PruneAndPlanOptions {
  readonly engine: Engine;
  readonly schema: GraphQLSchema;
  readonly maxSelections: number;
  readonly allowance: CallerAllowance;
  readonly personType: string | undefined;
  readonly attribution?: Attribution | undefined;
  readonly isRecorded?: boolean;
  readonly transforms: Transforms;
  readonly inTurn: ReturnType<typeof createTurnQueue>;
}

/**
 * Prunes and plans until the plan needs no closed input. A field that cannot be planned without one is denied for that
 * input. `planned` is undefined for a mutation that is refused.
 */
export type PruneAndPlan = (
  operation: Operation,
  requester: Requester,
  decisions: DecisionTable,
) => Promise<Omit<PrunedOperation, 'selections'> & { readonly planned: PlannedOperation | undefined }>;

export function createPruneAndPlan(options: PruneAndPlanOptions): PruneAndPlan {
  const { allowance, inTurn } = options;
  return async (operation, requester, decisions) => {
    const owner = JSON.stringify([requester.agency, requester.subject]);
    const unreachable: UnreachableField[] = [];
    for (let round = 1; ; round++) {
      const { pruned: rest, ...others } = await inTurn(() =>
        pruneOperation({
          schema: options.schema,
          operation,
          decisions,
          personType: options.personType,
          unreachable,
          attribution: options.attribution,
          isRecorded: options.isRecorded ?? false,
          maxSelections: options.maxSelections,
        }),
      );
      allowance.chargePreparing(requester, others.selections / options.maxSelections);
      const result = { ...others, pruned: operation.selects === 'both' ? dataOf(rest) : rest };
      // A mutation without one of its parts is another mutation, so one denied root field refuses all of it.
      if (operation.definition.operation === 'mutation' && result.denials.some(refusesMutation)) {
        return { ...result, planned: undefined };
      }
      try {
        const asked = {
          operationName: operation.definition.name?.value,
          owner,
          original: operation.document,
          pruned: result.pruned,
          personType: options.personType,
          subjectKeys: others.subjectKeys,
          ...engineAccess(decisions, options.transforms),
        };
        return { ...result, planned: await inTurn(() => options.engine.plan(asked)) };
      } catch (error) {
        if (!(error instanceof UnreachableFields) || round === MAX_PLANNING_ROUNDS) throw error;
        unreachable.push(...error.fields);
      }
    }
  };
}

/**
 * True if a denial refuses a mutation: that of a root field, but not of a type whose objects are left out for some
 * persons.
 */
function refusesMutation({ path, decision }: Denial): boolean {
  return path.length === 1 && decision.reason !== 'CONDITION_NOT_MET';
}

/** Maximum rounds, each of which denies at least one more field. An operation that needs more is rejected. */
const MAX_PLANNING_ROUNDS = 8;
