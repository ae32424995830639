import type { SubgraphDefinition } from '../../harness/graphs/subgraphServer.ts';

/** One feature of federation: a small graph and what the specifications say about queries to it. */
export interface AuditSuite {
  readonly name: string;
  readonly subgraphs: readonly SubgraphDefinition[];
  readonly cases: readonly AuditCase[];
}

export interface AuditCase {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Key for key what the answer must hold. */
  readonly data: unknown;
  /** The answer must tell of something that went wrong; without this it must not. */
  readonly errors?: true;
  /** The operation is refused before it is planned. */
  readonly refused?: true;
  /** The stock engine answers otherwise, and why that is wrong. */
  readonly stock?: string;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Resolvers of an entity whose records a subgraph holds: found by any key, however deep. Fields that are sent along
 * (`@requires`) are there as well; the record holds only what the subgraph itself knows.
 */
export function records(rows: readonly Row[], resolvers: Readonly<Record<string, unknown>> = {}) {
  const __resolveReference = (reference: Row): Row | null => {
    const row = rows.find((candidate) => agrees(candidate, reference));
    return row === undefined ? null : { ...reference, ...row };
  };
  return { __resolveReference, ...resolvers };
}

/** True if a record matches every value of a key that it has; it must have at least one. */
function agrees(known: unknown, asked: unknown): boolean {
  if (Array.isArray(known)) {
    return Array.isArray(asked) && asked.length === known.length && known.every((item, at) => agrees(item, asked[at]));
  }
  if (typeof known !== 'object' || known === null || typeof asked !== 'object' || asked === null)
    return known === asked;
  const values = new Map(Object.entries(asked));
  const shared = Object.entries(known).filter(([name]) => name !== '__typename' && values.has(name));
  return shared.length > 0 && shared.every(([name, value]) => agrees(value, values.get(name)));
}

/** A value that must have been sent along. */
export function sent<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('A required field was not sent');
  return value;
}

/** A resolver that no good plan asks. */
export function never(): never {
  throw new Error('This must not be asked here');
}
