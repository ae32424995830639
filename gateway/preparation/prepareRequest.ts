import type { GraphQLSchema } from 'graphql';
import { PERSON_TYPE } from '../../supergraph/read/policyTable.ts';
import type { Attribution } from '../authorization/attribution.ts';
import type { PlanViolation } from '../authorization/verifyPlan.ts';
import { type CallerAllowance, unlimitedAllowance } from '../budget/callerAllowance.ts';
import { trackDisclosures } from '../disclosure/tracking/trackDisclosures.ts';
import type { IntrospectionSetting } from '../documents/introspection.ts';
import type { Engine } from '../execution/contract/engine.ts';
import { createTransforms, type Transforms } from '../response/transforms.ts';
import type { Caches } from '../runtime/caches.ts';
import { createTurnQueue } from '../runtime/turns.ts';
import { createOperationCache } from './operationCache.ts';
import type { Preparation } from './preparedRequest.ts';
import { createPrepareOperation } from './prepareOperation.ts';

export interface PrepareOptions {
  readonly engine: Engine;
  /** The supergraph's API schema, against which clients write operations. */
  readonly schema: GraphQLSchema;
  readonly maxSelections: number;
  /** Charged for preparing new operations. Default: nobody is charged. */
  readonly allowance?: CallerAllowance;
  /** Object type of persons. Undefined for graphs without persons. */
  readonly personType: string | undefined;
  /** Attributes guarded fields to persons. Undefined: nothing is recorded, so no person has to be known. */
  readonly attribution?: Attribution | undefined;
  /** True if responses must say what they disclose, for the records. Default: no. */
  readonly isRecorded?: boolean;
  readonly transforms: Transforms;
  /** Maximum number of prepared operations, over all requesters. */
  readonly maxPrepared: number;
  readonly caches: Caches;
  readonly introspection: IntrospectionSetting;
  /** Systems by root field. See supergraph/requesterFields.ts. Default: no response depends on who asks. */
  readonly requesterFields?: ReadonlyMap<string, readonly string[]>;
  readonly onPrepare: (outcome: 'hit' | 'pruned' | 'planned') => void;
  /**
   * Reports a plan that reads or sends what is not allowed. The plan is rejected: this is an incident, whatever the
   * cause.
   */
  readonly onPlanViolation: (violation: PlanViolation) => void;
}

/**
 * Prunes, plans, and compiles once per document, operation, and decisions, at any revision. Two levels of caches serve
 * a second agency with other approvals. The engine caches plans by the pruned text and what may be sent. Compiled
 * operations are cached by the terms of everything that the plan displays, reads, or sends (prepareOperation.ts).
 */
export function createPrepareRequest(options: PrepareOptions): Preparation {
  const { allowance = unlimitedAllowance, maxPrepared, caches, onPrepare } = options;
  const prepareOperation = createPrepareOperation({ ...options, allowance, inTurn: createTurnQueue() });
  return createOperationCache({ prepareOperation, allowance, maxPrepared, caches, onHit: () => onPrepare('hit') });
}

export interface PreparationOptions
  extends Pick<
    PrepareOptions,
    'engine' | 'allowance' | 'caches' | 'requesterFields' | 'onPrepare' | 'onPlanViolation'
  > {
  readonly schema: GraphQLSchema;
  readonly attribution: Attribution;
  readonly isRecorded: boolean;
  readonly introspection?: IntrospectionSetting;
  readonly limits: Pick<PrepareOptions, 'maxSelections' | 'maxPrepared'>;
  readonly clock: () => Date;
}

/** Creates the preparation for a graph of persons. */
export function createPreparation(options: PreparationOptions): Preparation {
  const { engine, schema, isRecorded, limits, clock, introspection = 'authenticated' } = options;
  return createPrepareRequest({
    ...options,
    engine: isRecorded ? trackDisclosures(engine, schema, PERSON_TYPE) : engine,
    maxSelections: limits.maxSelections,
    maxPrepared: limits.maxPrepared,
    personType: PERSON_TYPE,
    transforms: createTransforms(clock),
    introspection,
  });
}
