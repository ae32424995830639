import type {
  PublicationKind,
  PublicationOutcome,
  PublicationState,
} from '../../../schema/generated/enums/registry.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** A publication without its texts. */
export interface PublicationRecord {
  readonly number: number;
  readonly subgraph: string;
  readonly version: number;
  readonly kind: PublicationKind;
  readonly state: PublicationState;
  readonly owner: string;
  /** Null for a retirement. */
  readonly digest: string | null;
  readonly basedOn: number | null;
  readonly repeats: number | null;
  readonly message: string;
  readonly secondPersonBecause: readonly string[];
  readonly publishedBy: string;
  readonly agency: string;
  readonly publishedAt: Date;
  readonly outcome: PublicationOutcome | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAgency: string | null;
  readonly decidedAt: Date | null;
}

/** One subgraph with its latest publications. */
export interface SubgraphRecord {
  readonly name: string;
  readonly owner: string;
  /** What took effect last, a retirement included. */
  readonly effective: PublicationRecord | undefined;
  readonly pending: PublicationRecord | undefined;
}

const TOOK_EFFECT = (publication: string) => `(cardinality(${publication}.second_person) = 0 or exists (
    select from publication_decision as approval
    where approval.number = ${publication}.number and approval.outcome = 'approved'))`;

/** Number of the publication of a subgraph that took effect last: the first fit of an index, however many there are. */
const LATEST = (subgraph: string) => `(select latest.number from publication latest
    where latest.subgraph = ${subgraph} and ${TOOK_EFFECT('latest')}
    order by latest.number desc limit 1)`;

const SELECT = `select publication.number::float8 as number, publication.subgraph, publication.version,
    upper(publication.kind) as kind, publication.owner, publication.digest,
    publication.based_on::float8 as "basedOn", publication.repeats::float8 as repeats, publication.message,
    publication.second_person as "secondPersonBecause", publication.subject as "publishedBy", publication.agency,
    publication.published_at as "publishedAt", upper(decision.outcome) as outcome, decision.reason,
    decision.subject as "decidedBy", decision.agency as "decidedAgency", decision.decided_at as "decidedAt",
    case when decision.outcome = 'rejected' then 'REJECTED'
      when not ${TOOK_EFFECT('publication')} then 'PENDING'
      when publication.number = ${LATEST('publication.subgraph')} then 'IN_SERVICE'
      else 'REPLACED' end as state
  from publication left join publication_decision as decision on decision.number = publication.number`;

const byNumbers = statement<PublicationRecord>(
  'registry.publications',
  `${SELECT} where publication.number = any($1::bigint[]) order by publication.number`,
);
const page = statement<PublicationRecord>(
  'registry.publicationPage',
  `${SELECT} where ($1::text is null or publication.subgraph = $1)
     and ($2::bigint is null or publication.number < $2)
   order by publication.number desc limit $3`,
);
const pending = statement<PublicationRecord>(
  'registry.pendingPublications',
  `${SELECT} where cardinality(publication.second_person) > 0 and decision.number is null
   order by publication.number limit 200`,
);
const latestOfEach = statement<PublicationRecord>(
  'registry.latestPublications',
  `${SELECT} where publication.number in (
     select ${LATEST('known.subgraph')}
     from (select distinct subgraph from publication where $1::text is null or subgraph = $1) as known
     union all
     select waiting.number from publication waiting
       left join publication_decision as of_waiting on of_waiting.number = waiting.number
     where cardinality(waiting.second_person) > 0 and of_waiting.number is null
       and ($1::text is null or waiting.subgraph = $1))
   order by publication.subgraph, publication.number`,
);

export async function readPublicationRecords(
  queries: Queries,
  numbers: readonly number[],
): Promise<readonly PublicationRecord[]> {
  return await queries.rows(byNumbers, [[...numbers]]);
}

/** Newest first, one more than `first` if there are more. */
export async function pageOfPublications(
  queries: Queries,
  asked: { readonly subgraph: string | null; readonly before: number | null; readonly first: number },
): Promise<readonly PublicationRecord[]> {
  return await queries.rows(page, [asked.subgraph, asked.before, asked.first + 1]);
}

export async function readPending(queries: Queries): Promise<readonly PublicationRecord[]> {
  return await queries.rows(pending, []);
}

/** Every subgraph that was ever published, by name; with a name, only that one. */
export async function readSubgraphRecords(
  queries: Queries,
  subgraph: string | null = null,
): Promise<readonly SubgraphRecord[]> {
  const byName = new Map<string, SubgraphRecord>();
  for (const record of await queries.rows(latestOfEach, [subgraph])) {
    const { subgraph: name, owner, state } = record;
    const before = byName.get(name) ?? { name, owner, effective: undefined, pending: undefined };
    if (state === 'PENDING') byName.set(name, { ...before, pending: record });
    else byName.set(name, { ...before, owner, effective: record });
  }
  return [...byName.values()];
}
