/** Reason why subgraphs do not form a supergraph that may be served. */
export interface Problem {
  /** Composition's own code (INVALID_FIELD_SHARING), or one of ours (UNGUARDED_FIELD). See docs/schema-checks.md. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** What to do about it; empty if the message says it. */
  readonly whatToDo: string;
  /** `Type`, `Type.field` or `Type.field(argument:)`. */
  readonly coordinate?: string;
  /** Places in the subgraphs' schemas. */
  readonly places?: readonly ProblemPlace[];
}

export interface ProblemPlace {
  readonly subgraph: string;
  readonly line: number;
  readonly column: number;
}

/** Writes a problem as one text, for tools that show no more. */
export function problemText({ message, whatToDo }: Problem): string {
  return whatToDo === '' ? message : `${message} ${whatToDo}`;
}
