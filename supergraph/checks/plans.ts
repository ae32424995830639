import { performance } from 'node:perf_hooks';
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import type { OperationPlanner } from '../plan/operationPlanner.ts';
import type { Change, CheckContext } from './checkContext.ts';
import { type Draft, distinct } from './finding.ts';
import type { KnownOperation, OperationInUse } from './operations.ts';
import { affectsPlanOf } from './replannedOperations.ts';

/** Maximum milliseconds of planning one operation. The gateway gives up at four times as much. */
const MAX_PLANNING_MS = 500;
/** Operations that the change does not affect are planned too, the busiest, in case they take longer to plan. */
const UNAFFECTED = 50;

/**
 * Check 5: operations that could no longer be planned, would need more sequential steps, or would take long to plan.
 * Operations that are no longer valid are the third check's.
 *
 * @param baselines steps of the plans on what is in service, by the operation's hash; filled here
 */
export function planFindings(
  context: CheckContext,
  { before, after }: Change,
  operations: readonly OperationInUse[],
  baselines: Map<string, number>,
): readonly Draft[] {
  const { maxPlanningMs = MAX_PLANNING_MS } = context.input;
  const drafts: Draft[] = [];
  for (const { document, hash, name, clients } of operationsToPlan(context, operations)) {
    if (document === undefined) continue;
    const whose = `${name} of ${distinct(clients).join(', ')}`;
    const affected = { clients: distinct(clients), operations: [name] };
    const plan = planned(after.planner(), document, maxPlanningMs);
    const base = { check: 'plans', affected, detail: hash } as const;
    if (plan.kind === 'failed') {
      if (!isValid(after.schema(), document)) continue;
      const reason = before && planned(before.planner(), document, Number.POSITIVE_INFINITY).kind === 'failed';
      if (reason) continue;
      drafts.push({
        ...base,
        code: 'NO_PLAN',
        level: 'error',
        message: `The operation ${whose} can no longer be planned: ${plan.message}`,
        whatToDo: 'Keep the key or the field by which the gateway reaches what the operation selects.',
        secondPerson: `The operation ${whose} breaks.`,
      });
      continue;
    }
    if (plan.ms > maxPlanningMs) {
      drafts.push({
        ...base,
        code: 'SLOW_PLAN',
        level: 'warning',
        message: `The operation ${whose} takes more than ${maxPlanningMs} ms to plan.`,
        whatToDo: 'Give the types that it selects fewer ways to reach them, such as fewer shared fields.',
      });
    }
    const was = baselineOf(before?.planner, hash, document, baselines);
    if (was !== undefined && plan.steps > was) {
      drafts.push({
        ...base,
        code: 'MORE_STEPS',
        level: 'warning',
        message: `The operation ${whose} needs ${plan.steps} sequential steps instead of ${was}, so it takes longer.`,
        whatToDo: 'Keep the field in the subgraph that the operation reads anyway, or tell the clients.',
      });
    }
  }
  return drafts;
}

function operationsToPlan(context: CheckContext, operations: readonly OperationInUse[]): readonly KnownOperation[] {
  const isAffected = affectsPlanOf(context);
  let unaffected = 0;
  return operations
    .filter(({ coordinates }) => isAffected(coordinates) || ++unaffected <= UNAFFECTED)
    .map(({ operation }) => operation);
}

type Planned =
  | { readonly kind: 'planned'; readonly steps: number; readonly ms: number }
  | { readonly kind: 'failed'; readonly message: string };

function planned(planner: OperationPlanner, document: DocumentNode, maxMs: number): Planned {
  try {
    let ms = 0;
    // Planned again if it is slow: the first plans are slow because the code is not compiled yet.
    for (let attempt = 1; attempt <= 2; attempt++) {
      const begun = performance.now();
      const steps = planner.stepsOf(document);
      ms = performance.now() - begun;
      if (ms <= maxMs || attempt === 2) return { kind: 'planned', steps, ms };
    }
    return { kind: 'failed', message: 'it was not planned' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function baselineOf(
  planner: (() => OperationPlanner) | undefined,
  hash: string,
  document: DocumentNode,
  baselines: Map<string, number>,
): number | undefined {
  if (planner === undefined) return undefined;
  const known = baselines.get(hash);
  if (known !== undefined) return known;
  const plan = planned(planner(), document, Number.POSITIVE_INFINITY);
  if (plan.kind === 'failed') return undefined;
  baselines.set(hash, plan.steps);
  return plan.steps;
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  return validate(schema, document).length === 0;
}
