import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/**
 * Rules instead of a model: each states its count and its threshold, so that the people it names can respond. A hit
 * shows where to look and proves nothing. Searches for one's own surname are the only ones visible: a lookup by id
 * leaves no name.
 */
export type UnusualAccessRule =
  | 'VOLUME'
  | 'OUT_OF_HOURS'
  | 'REFUSALS'
  | 'OUTSIDE_CASE'
  | 'SAME_SURNAME'
  | 'BREAK_GLASS';

export interface UnusualAccess {
  readonly rule: UnusualAccessRule;
  readonly requester: string;
  readonly agency: string;
  readonly purpose: string;
  readonly measured: number;
  readonly threshold: number;
  readonly explanation: string;
}

/** Thresholds of the rules. docs/security-team.md gives the reasons. */
const VOLUME_TIMES_MEDIAN = 5;
const VOLUME_AT_LEAST = 50;
const PEERS_AT_LEAST = 5;
const NIGHT_PERSONS = 20;
const REFUSALS = 20;
const REFUSED_DATASETS = 3;
const PEERS_WITH_CASE = 0.9;
const SAME_SURNAME_SEARCHES = 2;

/** One requester's access for one purpose. */
export interface RequesterCounts {
  readonly requester: string;
  readonly agency: string;
  readonly purpose: string;
  readonly persons: number;
  readonly nightPersons: number;
  readonly refusals: number;
  readonly refusedDatasets: number;
  readonly disclosures: number;
  readonly withCase: number;
  readonly sameSurname: number;
  readonly breakGlass: number;
}

const counts = statement<Record<keyof RequesterCounts, string>>(
  'audit.requesterCounts',
  `select requester, agency, purpose,
     count(distinct person) filter (where shown) as persons,
     count(distinct person) filter (where shown and (hour >= 22 or hour < 5)) as "nightPersons",
     count(*) filter (where kind = 'refusal') as refusals,
     count(distinct dataset) filter (where kind = 'refusal') as "refusedDatasets",
     count(*) filter (where shown) as disclosures,
     count(*) filter (where shown and has_case) as "withCase",
     count(*) filter (where same_surname) as "sameSurname",
     count(*) filter (where kind = 'break-glass') as "breakGlass"
   from (
     select requester, agency, person, kind, dataset, record ->> 'purpose' as purpose, record ? 'case' as has_case,
       coalesce((record -> 'search' -> 'sameSurname')::boolean, false) as same_surname,
       kind in ('disclosure', 'break-glass') and person is not null as shown,
       extract(hour from recorded_at at time zone 'America/Chicago') as hour
     from (select *, convert_from(body, 'UTF8')::jsonb as record from ledger.entry join ledger.entry_sort using (sort)
           where recorded_at >= $1 and recorded_at < $2 and requester is not null) entries
   ) facts
   group by requester, agency, purpose`,
);

export async function findUnusualAccess(
  database: Queries,
  range: { readonly from: Date; readonly to: Date },
): Promise<readonly UnusualAccess[]> {
  const rows = await database.rows(counts, [range.from, range.to]);
  return findUnusual(
    rows.map(({ requester, agency, purpose, ...numbers }) => ({
      ...{ requester, agency, purpose },
      persons: Number(numbers.persons),
      nightPersons: Number(numbers.nightPersons),
      refusals: Number(numbers.refusals),
      refusedDatasets: Number(numbers.refusedDatasets),
      disclosures: Number(numbers.disclosures),
      withCase: Number(numbers.withCase),
      sameSurname: Number(numbers.sameSurname),
      breakGlass: Number(numbers.breakGlass),
    })),
  );
}

/** Applies the rules to counts. The same counts always name the same requesters. */
export function findUnusual(all: readonly RequesterCounts[]): readonly UnusualAccess[] {
  return all.flatMap((one) => {
    const { requester, agency, purpose } = one;
    const peers = all.filter(
      (other) => other !== one && other.agency === agency && other.purpose === purpose && other.disclosures > 0,
    );
    const found: UnusualAccess[] = [];
    const name = (rule: UnusualAccessRule, measured: number, threshold: number, explanation: string): void => {
      if (measured > threshold) found.push({ rule, requester, agency, purpose, measured, threshold, explanation });
    };
    if (peers.length >= PEERS_AT_LEAST) {
      const median = medianOf(peers.map(({ persons }) => persons));
      const line = Math.max(VOLUME_AT_LEAST, VOLUME_TIMES_MEDIAN * median);
      name('VOLUME', one.persons, line, `${one.persons} persons; the median of ${peers.length} peers is ${median}`);
      const usual = peers.filter(({ disclosures, withCase }) => withCase === disclosures).length / peers.length;
      if (usual >= PEERS_WITH_CASE) {
        const without = one.disclosures - one.withCase;
        name('OUTSIDE_CASE', without, 0, `${without} disclosures without a case, where peers name one`);
      }
    }
    name('OUT_OF_HOURS', one.nightPersons, NIGHT_PERSONS, `${one.nightPersons} persons between 22:00 and 05:00`);
    if (one.refusedDatasets >= REFUSED_DATASETS) {
      name('REFUSALS', one.refusals, REFUSALS, `${one.refusals} refusals over ${one.refusedDatasets} sets of datasets`);
    }
    const own = `${one.sameSurname} searches for the requester's own surname`;
    name('SAME_SURNAME', one.sameSurname, SAME_SURNAME_SEARCHES, own);
    name(
      'BREAK_GLASS',
      one.breakGlass,
      0,
      `${one.breakGlass} disclosures by emergency access, for the purpose ${purpose}`,
    );
    return found;
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
