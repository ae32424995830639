import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { LinkDecision } from '../linkage/cluster/decisions.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import type { ScoredRecord } from '../linkage/model/compileScorer.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import { numbersOfPersons, type PersonNumber } from '../moves/personNumbers.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** A record that a change may move. */
export interface PartRecord {
  readonly id: string;
  readonly personId: string;
  /** System and number: orders records whose weights are equal, whenever they came. */
  readonly key: string;
  readonly scored: ScoredRecord;
}

/** The part of the index that a change may touch: persons, and all whose records are connected with theirs. */
export interface Part {
  readonly numbers: readonly PersonNumber[];
  readonly records: ReadonlyMap<string, PartRecord>;
  /** Pairs of records that are linked by weight. */
  readonly links: readonly Link[];
  readonly decisions: readonly LinkDecision[];
}

export interface Link {
  readonly one: string;
  readonly other: string;
  readonly weight: number;
}

const MOST_RECORDS = 200;

const linksOf = statement<Link>(
  'identity.linksOfRecords',
  `select one::text as one, other::text as other, weight from record_pair
   where (one = any($1::bigint[]) or other = any($1::bigint[])) and decision = 'AUTO_LINK'`,
);
const decisionsOf = statement<LinkDecision>(
  'identity.decisionsOfRecords',
  `select link_change_id::text as id, kind, one::text as one, other::text as other from link_decision
   where one = any($1::bigint[]) or other = any($1::bigint[])`,
);
const personsOf = statement<{ readonly personId: string }>(
  'identity.personsWithRecords',
  `select distinct n.person_id::text as "personId" from source_record r
   join system_number n on n.system = r.system and n.token = r.number_token where r.record_id = any($1::bigint[])`,
);
const contents = statement<{
  readonly id: string;
  readonly system: string;
  readonly personId: string;
  readonly content: Buffer;
  readonly number: string;
}>(
  'identity.contentsOfRecords',
  `select r.record_id::text as id, r.system, n.person_id::text as "personId", r.content,
     encode(n.number, 'hex') as number
   from source_record r join system_number n on n.system = r.system and n.token = r.number_token
   where r.record_id = any($1::bigint[])`,
);

/** Persons whose these records are. */
export async function personsOfRecords(queries: Queries, ids: readonly string[]): Promise<readonly string[]> {
  return (await queries.rows(personsOf, [ids])).map(({ personId }) => personId);
}

/** Reads it under the register's lock. Throws CONFLICT if more than 200 records are connected. */
export async function readPart(
  queries: Queries,
  data: PersonalData,
  { decider, persons, now }: { readonly decider: Decider; readonly persons: readonly string[]; readonly now: Date },
): Promise<Part> {
  let known = [...new Set(persons)];
  for (;;) {
    const numbers = await numbersOfPersons(queries, known);
    const ids = numbers.flatMap(({ recordId }) => recordId ?? []);
    if (ids.length > MOST_RECORDS) {
      throw new PublicError(
        'CONFLICT',
        `More than ${MOST_RECORDS} records are connected with these, so nothing was changed. Separate some of them first.`,
      );
    }
    const links = await queries.rows(linksOf, [ids]);
    const decisions = await queries.rows(decisionsOf, [ids]);
    const own = new Set(ids);
    const others = [...links, ...decisions.filter(({ kind }) => kind === 'LINK')]
      .flatMap(({ one, other }) => [one, other])
      .filter((id) => !own.has(id));
    const further = others.length === 0 ? [] : await personsOfRecords(queries, others);
    if (further.length === 0) {
      return { numbers, records: await readRecords(queries, data, ids, decider, now), links, decisions };
    }
    known = [...new Set([...known, ...further])];
  }
}

async function readRecords(
  queries: Queries,
  data: PersonalData,
  ids: readonly string[],
  decider: Decider,
  now: Date,
): Promise<ReadonlyMap<string, PartRecord>> {
  const today = todayDigits(now);
  const rows = await queries.rows(contents, [ids]);
  return new Map(
    rows.map(({ id, system, personId, content, number }) => {
      const key = `${system}|${data.openNumber(system, personId, number)}`;
      const scored = decider.scorer.prepare(normalize(data.openRecord(id, content), today));
      return [id, { id, personId, key, scored }];
    }),
  );
}
