import type { DocumentNode, FieldNode } from 'graphql';
import type { SubgraphCredentials } from '../../model/credentials.ts';
import type { DisclosureScope } from '../../model/disclosure.ts';
import type { EndSignal } from '../../model/endSignal.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { FieldAccess, FieldRule } from '../../model/fieldAccess.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { ClosedInputs, FieldCoordinate, PlanCoordinates } from '../../model/plan.ts';

/** An operation that is ready to be planned: what the client wrote, and what is left of it after pruning. */
export interface EngineOperation {
  readonly operationName: string | undefined;
  /** On whose behalf it is planned: a planner's time is given to owners in turns. */
  readonly owner?: string;
  /**
   * The client's document, validated against the API schema. The answer has its shape and its order of keys. Never
   * mutated.
   */
  readonly original: DocumentNode;
  /** The only text for a planner. Undefined if there is nothing to fetch. */
  readonly pruned: DocumentNode | undefined;
  /** Object type of persons, whose objects carry `PERSON_ID_KEY`. Undefined: nothing is known of persons. */
  readonly personType: string | undefined;
  /** Hidden keys, by object type, that say whose data an object is where no person stands above it. */
  readonly subjectKeys?: ReadonlyMap<string, readonly string[]>;
  /** True if `data` keeps hidden keys, to be read and removed. Only for engines that do not track disclosures. */
  readonly keepsHiddenKeys?: boolean;
  /** Decides per runtime type and field name. Called once, when the operation is prepared. */
  readonly rulesOf: (runtimeType: string, fieldName: string) => readonly FieldRule[] | undefined;
  /** Rules under which a field's value may be sent to another system unmasked. Absent: every value may be sent. */
  readonly inputRulesOf?: (runtimeType: string, fieldName: string) => readonly FieldRule[] | undefined;
  /**
   * What may be sent to no system, or to some persons' only: keys and `@requires` inputs. Absent: everything may be.
   */
  readonly closedInputs?: ClosedInputs;
  /** Decides per runtime type and field node of `original`. Called once, when the operation is prepared. */
  readonly accessOf: (runtimeType: string, field: FieldNode) => FieldAccess;
  /**
   * Decides whether the requester may know about an object of this type. An object that they may not know about is left
   * out of a list and is null elsewhere, without an error: an error would reveal it. Asked when the operation is
   * prepared.
   *
   * @param isAbstract whether the place returns an interface or a union. Absent: every object may be known.
   */
  readonly objectAccessOf?: (runtimeType: string, isAbstract: boolean) => FieldAccess;
}

export interface EngineRequest {
  /** Coerced by the engine against the operation's variable definitions. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly credentials: SubgraphCredentials;
  /** Facts about persons; required if the operation depends on them. */
  readonly persons?: PersonFacts | undefined;
  /** Fires when the client has gone or the request's time is over. */
  readonly signal: EndSignal;
  /** W3C trace context, passed on to subgraphs. */
  readonly traceparent?: string | undefined;
}

/** An operation with its plan, not compiled yet: compiling depends on the terms of every coordinate of the plan. */
export interface PlannedOperation extends PlanCoordinates {
  /** Id of the plan in this engine; undefined if nothing is fetched. */
  readonly planId: number | undefined;
  compile(): PreparedOperation;
}

/** An operation planned and compiled; used by any number of requests at the same time. */
export interface PreparedOperation {
  /** By `Type.field`: conditional keys and `@requires` inputs without which the field is null. Absent: none. */
  readonly inputs?: ReadonlyMap<string, readonly FieldCoordinate[]>;
  readonly scopes?: readonly DisclosureScope[];
  /** Estimated heap of the plan and of what was compiled from it, in bytes. */
  readonly bytes: number;
  execute(request: EngineRequest): Promise<EngineResponse>;
}

/** Runs plans. Two implementations: `apollo`, the stock executor, and `compiled`. */
export interface Engine {
  /** Its responses say what they show (`scopes`, `shown`) when the operation has a person type. */
  readonly tracksDisclosures: boolean;
  /**
   * Plans the pruned operation; plans are cached by its text and `closedInputs`, which is all that they depend on.
   * Rejects with UnreachableFields when fields need an input that is closed, and when the operation cannot be planned.
   */
  plan(operation: EngineOperation): Promise<PlannedOperation>;
  /** Plans and compiles at once, for callers that have no terms to compile for. */
  prepare(operation: EngineOperation): Promise<PreparedOperation>;
  stop(): Promise<void>;
}
