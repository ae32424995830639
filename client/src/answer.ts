/** A place in the response: response keys and list positions. */
export type Path = readonly (string | number)[];

/** Remedy of a denial: what can be done, in words, and what the client needs to offer it. */
export interface Remedy {
  readonly action: 'REQUEST_ACCESS' | 'ASK_FOR_ROLE' | 'MEET_CONDITION' | 'TRY_LATER' | 'NONE';
  readonly message: string;
  /** With `REQUEST_ACCESS`: input of the mutation `requestAccess`. */
  readonly requestAccess?: {
    readonly datasets: readonly string[];
    readonly purpose: string;
    readonly fields?: readonly string[];
  };
  /** With `MEET_CONDITION`: alternatives of conditions; all conditions of any one of them open the field. */
  readonly conditions?: readonly (readonly string[])[];
}

export interface GraphError {
  readonly message: string;
  /** `"@"` stands for every position of a list. Absent: the error is about the whole request. */
  readonly path?: Path;
  readonly extensions: {
    readonly code: string;
    readonly reason?: string;
    readonly coordinate?: string;
    readonly dataset?: string | null;
    readonly owner?: string | null;
    readonly bar?: string;
    readonly remedy?: Remedy;
    readonly decisionId?: string;
    /** System that failed. */
    readonly service?: string;
  };
}

/** A place whose value an approval may have masked. */
export interface MaskedField {
  readonly path: Path;
  /** Type.field */
  readonly coordinate: string;
  /** Such as `YEAR_ONLY` or `COUNTY`. */
  readonly masks: readonly string[];
}

/** Decision about one place of the operation, from a request with `explain`. */
export interface ExplainedField {
  readonly path: Path;
  readonly coordinate: string;
  readonly decision: 'allow' | 'deny';
  readonly datasets: readonly string[];
  readonly owners: readonly string[];
  readonly basis?: string;
  readonly reason?: string;
  readonly bar?: string;
  readonly remedy?: Remedy;
  /** What an approval asks for or changes: alternatives of conditions, and the mask of the value. */
  readonly rules?: readonly { readonly anyOf: readonly (readonly string[])[]; readonly transform?: string | null }[];
  readonly approvals?: readonly { readonly id: string; readonly validUntil: string | null }[];
}

export interface Emergency {
  readonly status: 'OPEN' | 'NOT_NEEDED' | 'NOT_OPEN' | 'OVER' | 'LIMITED' | 'SAME_WORDS';
  readonly [more: string]: unknown;
}

/** Response to one request, and the id under which it is in the disclosure log. */
export interface Answer<TData> {
  readonly data: TData | null;
  readonly errors: readonly GraphError[];
  readonly extensions: {
    /** State of the approvals that the response was decided at. */
    readonly approvalRevision?: number;
    readonly maskedFields?: readonly MaskedField[];
    readonly emergency?: Emergency;
    /** Only with `explain`, where nothing is fetched. */
    readonly access?: readonly ExplainedField[];
  };
  /** Header `x-request-id`. */
  readonly requestId: string | undefined;
}
