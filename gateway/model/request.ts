import type { EmergencyDeclaration } from './emergency.ts';
import type { EndSignal } from './endSignal.ts';
import type { Operation } from './operation.ts';
import type { Requester } from './requester.ts';

/** Names one request, and the program that made it. */
export interface RequestOrigin {
  /** Made here and told to the caller in the header x-request-id: names the request in every record of it. */
  readonly requestId: string;
  /** What the program calls itself (headers apollographql-client-name and -version); nothing rests on it. */
  readonly client: { readonly name: string; readonly version: string | undefined } | undefined;
  /** W3C trace context of the caller, passed on to subgraphs. */
  readonly traceparent: string | undefined;
}

export type AccessMode = 'filter' | 'reject' | 'dry-run';

/** How a client wants denials to be handled, and for which case it asks, from the headers of one request. */
export interface AccessOptions {
  /**
   * `filter`: denied fields are null. `reject`: any denial refuses the whole operation; nothing is asked, unless what is
   * closed depends on the person.
   */
  readonly mode: AccessMode;
  /** Only the decisions are wanted; nothing is fetched. */
  readonly explain: boolean;
  /** The approvals must be at least at this revision; the gateway waits for them a little. */
  readonly minRevision: number | undefined;
  /** The requester's own case that the request is made for, as they name it; recorded, and nothing rests on it. */
  readonly caseId: string | undefined;
  /** Undefined: the requester declares no emergency. */
  readonly emergency: EmergencyDeclaration | undefined;
}

/** One GraphQL request, already received (http/), authenticated (authentication/) and validated (documents/). */
export interface PipelineRequest extends RequestOrigin {
  readonly requester: Requester;
  readonly access: AccessOptions;
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly signal: EndSignal;
}
