import type { DocumentNode, FieldNode } from 'graphql';
import type { ClosedInputs } from '../../planning/planner/queryPlannerMessages.ts';
import type { EndSignal } from '../../runtime/endSignal.ts';

/**
 * What the answer does with one field of the client's operation, fixed when the operation is prepared.
 * `deny`: the field was removed before planning; the answer holds `null` in its place and no value is ever read for it.
 */
export type FieldTreatment =
  | { readonly kind: 'show' }
  | { readonly kind: 'deny' }
  /** Depends on the person whose field it is, or is shown in a lesser form: the first way that is open counts. */
  | { readonly kind: 'ways'; readonly ways: readonly TreatmentWay[] };

export interface TreatmentWay {
  /** Facts about the person: any one of the alternatives is enough, an empty alternative holds for everybody. */
  readonly when: readonly (readonly string[])[];
  /** Makes the lesser form of a leaf's JSON value; undefined: as it is. */
  readonly transform: ((value: unknown) => unknown) | undefined;
}

/** Response key under which `pruned` asks for the id of every person; the answer never holds it. */
export const personIdKey = '_person360Id';

/** Response keys under which `pruned` asks whose data an object is begin with it; a number follows. */
export const subjectKey = '_person360Subject';

/** An operation that is ready to be planned: what the client wrote, and what is left of it after pruning. */
export interface EngineOperation {
  readonly operationName: string | undefined;
  /** On whose behalf it is planned: a planner's time is given to owners in turns. */
  readonly owner?: string;
  /** The client's document, validated against the API schema. The answer has its shape and its order of keys. Never mutated. */
  readonly original: DocumentNode;
  /** The only text a planner may see. Undefined when nothing at all is left to ask for. */
  readonly pruned: DocumentNode | undefined;
  /** Object type of persons, whose objects carry `personIdKey`. Undefined: nothing is known of persons. */
  readonly personType: string | undefined;
  /** Hidden keys, by object type, that say whose data an object is where no person stands above it. */
  readonly subjectKeys?: ReadonlyMap<string, readonly string[]>;
  /** Decides per runtime type and field name; asked once, when the operation is prepared. */
  readonly waysOf: (runtimeType: string, fieldName: string) => readonly TreatmentWay[] | undefined;
  /** Ways in which a field's value may be sent to another system: those that show it as it is. Absent: all may be sent. */
  readonly inputWaysOf?: (runtimeType: string, fieldName: string) => readonly TreatmentWay[] | undefined;
  /** What may be sent to no system, or to some persons' only: keys and `@requires` inputs. Absent: everything may be. */
  readonly closedInputs?: ClosedInputs;
  /** Decides per runtime type and field node of `original`; asked once, when the operation is prepared. */
  readonly treatmentOf: (runtimeType: string, field: FieldNode) => FieldTreatment;
  /**
   * Decides whether the requester may know about an object of this type. An object that they may not know about is left
   * out of a list and is null elsewhere, without an error: an error would reveal it. Asked when the operation is prepared.
   *
   * @param isAbstract whether the place returns an interface or a union. Absent: every object may be known.
   */
  readonly objectTreatmentOf?: (runtimeType: string, isAbstract: boolean) => FieldTreatment;
}

/** The rights with which subgraphs are asked. */
export interface SubgraphCredentials {
  /** Only requests whose keys for a subgraph are equal may ever share a call to it. */
  readonly keyFor: (subgraph: string) => string;
  /**
   * Headers for one call to the named subgraph, the signed grant among them. `body` is the call's JSON text: under a
   * grant with conditions a second token names the persons that it is about (schema/factsToken.ts).
   */
  readonly headersFor: (subgraph: string, body: string) => Readonly<Record<string, string>>;
}

export interface EngineRequest {
  /** Coerced by the engine against the operation's variable definitions. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly credentials: SubgraphCredentials;
  /** What is known of persons; needed when the operation depends on it. */
  readonly persons?: PersonFacts | undefined;
  /** Fires when the client has gone or the request's time is over. */
  readonly signal: EndSignal;
  /** W3C trace context, passed on to subgraphs. */
  readonly traceparent?: string | undefined;
}

/** Facts about persons for one request: those that ways ask for. */
export interface PersonFacts {
  /** Undefined: not learned yet. What cannot be learned is false. */
  holds(personId: string, fact: string): boolean | undefined;
  /** Finds out everything for all of these persons at once. Never rejects. */
  learn(personIds: readonly string[]): Promise<void>;
}

/** A field that stayed null because of the person. Its path has the positions of the lists as they are sent. */
export interface Withheld {
  readonly path: readonly (string | number)[];
  readonly typeName: string;
  readonly fieldName: string;
  /** Whose data it would have been; undefined: nobody's, or the id could not be had. */
  readonly personId: string | undefined;
}

/** An error that may be shown to the caller: never a subgraph's own words. */
export interface EngineError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly service?: string };
}

/** Why a request was refused as a whole because of its size: the code of its error, and the reason in its record. */
export type WholeRefusal = 'OPERATION_TOO_COSTLY' | 'RESPONSE_TOO_LARGE';

export interface EngineResponse {
  /** JSON text of the answer's `data`: the client's shape, nulls in place of what was denied or failed. */
  readonly data: string;
  readonly errors: readonly EngineError[];
  /** Present when nothing is shown because of the request's size; `data` is null. */
  readonly refused?: WholeRefusal;
  readonly withheld?: readonly Withheld[];
  /**
   * Places that hold null or a shorter list although the system gave more: objects that the requester may not know about,
   * a value without a lesser form. For readers of the response alone; an engine that says what it shows leaves it out.
   */
  readonly unsaid?: readonly { readonly path: readonly (string | number)[] }[];
  /** What the answer shows, by person; absent while an engine does not say. Built from what was written, after nulls. */
  readonly shown?: readonly Shown[];
}

/**
 * What the answer can show of one person at one place of the operation: every field below that place down to the next
 * person. The root, and whatever is below no person, is a scope of its own.
 */
export interface DisclosureScope {
  readonly kind: 'person' | 'root';
  /** Type.field of every field whose value is shown here; `Shown.bits` has their bits. */
  readonly coordinates: readonly string[];
}

/** One object that was written: of a person, or the root. */
export interface Shown {
  /** Index into the operation's `scopes`. */
  readonly scope: number;
  /** The state-wide id. Undefined for the root, and for a person whose id could not be had. */
  readonly personId: string | undefined;
  /**
   * Two words for every 32 coordinates of the scope, bit i % 32 for coordinate i. The first word has those with a non-null
   * value. The second has those that came back empty: null or an empty list, and not because the field is denied, closed
   * for this person, or lost to a failure. A coordinate at several places may have both bits, and so does an empty list.
   */
  readonly bits: readonly number[];
}

export interface AskedCoordinate {
  readonly typeName: string;
  readonly fieldName: string;
}

/** Everything a plan reads from the systems and sends to them, whoever the plan is for. */
export interface PlanCoordinates {
  /** Every field of an object type that the plan reads or sends. */
  readonly asks: readonly AskedCoordinate[];
  /** Those that it sends in representations: each is a disclosure to the system that receives it. */
  readonly sends: readonly AskedCoordinate[];
}

/** An operation with its plan, not compiled yet: compiling depends on the terms of every coordinate of the plan. */
export interface PlannedOperation extends PlanCoordinates {
  /** Names the plan among all of the engine; undefined: nothing is asked for. */
  readonly planId: number | undefined;
  compile(): PreparedOperation;
}

/** An operation planned and compiled; used by any number of requests at the same time. */
export interface PreparedOperation {
  /** By `Type.field`: conditional keys and `@requires` inputs without which the field is null. Absent: none. */
  readonly inputs?: ReadonlyMap<string, readonly AskedCoordinate[]>;
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
