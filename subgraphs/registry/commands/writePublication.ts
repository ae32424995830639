import type { AdministrationWrite, LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { acceptedFindingTable, decisionTable, publicationTable, supergraphTable } from '../tables.ts';
import type { Actor } from './actor.ts';

interface WrittenRow {
  readonly row: LoggedRow;
}

const insertPublication = statement<WrittenRow>(
  'registry.addPublication',
  `insert into publication (number, subgraph, version, kind, owner, digest, based_on, repeats, message, second_person,
     subject, agency, published_at)
   select 1 + coalesce((select max(number) from publication), 0), $1,
     1 + coalesce((select max(version) from publication where subgraph = $1), 0), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
   returning to_jsonb(publication) as row`,
);
const insertDecision = statement<WrittenRow>(
  'registry.addDecision',
  `insert into publication_decision (number, outcome, reason, subject, agency, decided_at)
   values ($1, $2, $3, $4, $5, $6) returning to_jsonb(publication_decision) as row`,
);
const insertSupergraph = statement<WrittenRow>(
  'registry.addSupergraph',
  `insert into supergraph (number, digest, publications, because_of, findings, subject, agency, composed_at)
   select 1 + coalesce((select max(number) from supergraph), 0), $1, $2::jsonb, $3, $4::jsonb, $5, $6, $7
   returning to_jsonb(supergraph) as row`,
);
const insertAccepted = statement<WrittenRow>(
  'registry.addAcceptedFinding',
  `insert into accepted_finding (subgraph, fingerprint, reason, subject, agency, accepted_at)
   values ($1, $2, $3, $4, $5, $6) returning to_jsonb(accepted_finding) as row`,
);

/** A row as written, with its number, and what the log has to record. */
export interface Written {
  readonly number: number;
  readonly write: AdministrationWrite;
}

export interface NewPublication {
  readonly subgraph: string;
  readonly kind: 'publish' | 'rollback' | 'retire' | 'shipped';
  readonly owner: string;
  readonly digest: string | null;
  readonly basedOn: number | null;
  readonly repeats: number | null;
  readonly message: string;
  readonly secondPersonBecause: readonly string[];
}

export async function writePublication(queries: Queries, made: NewPublication, by: Actor, now: Date): Promise<Written> {
  const { subgraph, kind, owner, digest, basedOn, repeats, message, secondPersonBecause } = made;
  const values = [subgraph, kind, owner, digest, basedOn, repeats, message, [...secondPersonBecause]];
  const rows = await queries.rows(insertPublication, [...values, by.subject, by.agency, now]);
  return written(rows, publicationTable, by);
}

export async function writeDecision(
  queries: Queries,
  made: { readonly number: number; readonly outcome: 'approved' | 'rejected'; readonly reason: string },
  by: Actor,
  now: Date,
): Promise<Written> {
  const values = [made.number, made.outcome, made.reason, by.subject, by.agency, now];
  return written(await queries.rows(insertDecision, values), decisionTable, by);
}

export async function writeSupergraph(
  queries: Queries,
  made: {
    readonly digest: string;
    readonly publications: Readonly<Record<string, number>>;
    readonly becauseOf: number | null;
    readonly findings: Readonly<Record<string, number>>;
  },
  by: Actor,
  now: Date,
): Promise<Written> {
  const { digest, publications, becauseOf, findings } = made;
  const values = [digest, JSON.stringify(publications), becauseOf, JSON.stringify(findings)];
  const rows = await queries.rows(insertSupergraph, [...values, by.subject, by.agency, now]);
  return written(rows, supergraphTable, by);
}

export async function writeAcceptedFinding(
  queries: Queries,
  made: { readonly subgraph: string; readonly fingerprint: string; readonly reason: string },
  by: Actor,
  now: Date,
): Promise<AdministrationWrite> {
  const values = [made.subgraph, made.fingerprint, made.reason, by.subject, by.agency, now];
  const [inserted] = await queries.rows(insertAccepted, values);
  if (inserted === undefined) throw new Error('A row just written is not there.');
  return { event: acceptedFindingTable.event, table: acceptedFindingTable.name, row: inserted.row, by };
}

function written(
  [inserted]: readonly WrittenRow[],
  { event, name }: { readonly event: AdministrationWrite['event']; readonly name: string },
  by: Actor,
): Written {
  if (inserted === undefined) throw new Error('A row just written is not there.');
  return { number: Number(inserted.row.number), write: { event, table: name, row: inserted.row, by } };
}
