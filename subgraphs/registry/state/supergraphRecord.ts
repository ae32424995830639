import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** A supergraph without its text. */
export interface SupergraphRecord {
  readonly number: number;
  readonly digest: string;
  /** Number of the publication of each subgraph in it. */
  readonly publications: Readonly<Record<string, number>>;
  readonly becauseOf: number | null;
  readonly findings: Readonly<Record<string, number>>;
  readonly composedBy: string;
  readonly agency: string;
  readonly composedAt: Date;
  readonly isCurrent: boolean;
}

const SELECT = `select supergraph.number::float8 as number, digest, publications, because_of::float8 as "becauseOf",
    findings, subject as "composedBy", agency, composed_at as "composedAt",
    supergraph.number = (select max(number) from supergraph) as "isCurrent"
  from supergraph`;

const one = statement<SupergraphRecord>('registry.supergraph', `${SELECT} where supergraph.number = $1`);
const current = statement<SupergraphRecord>(
  'registry.currentSupergraph',
  `${SELECT} order by supergraph.number desc limit 1`,
);
const page = statement<SupergraphRecord>(
  'registry.supergraphPage',
  `${SELECT} where ($1::bigint is null or supergraph.number < $1) order by supergraph.number desc limit $2`,
);

/** The supergraph with this number, or the current one. */
export async function readSupergraphRecord(
  queries: Queries,
  number: number | undefined,
): Promise<SupergraphRecord | undefined> {
  const [record] = number === undefined ? await queries.rows(current, []) : await queries.rows(one, [number]);
  return record;
}

/** Newest first, one more than `first` if there are more. */
export async function pageOfSupergraphs(
  queries: Queries,
  asked: { readonly before: number | null; readonly first: number },
): Promise<readonly SupergraphRecord[]> {
  return await queries.rows(page, [asked.before, asked.first + 1]);
}
