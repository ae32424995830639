import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Number of decisions that one person made for their own use of the data. */
interface DecisionCount {
  readonly rule: 'CONSENTS' | 'SAME_WORDS' | 'LIMIT_LIFTED';
  readonly requester: string;
  readonly agency: string;
  readonly purpose: string;
  readonly measured: string;
}

export interface UnusualDecision extends Omit<DecisionCount, 'measured'> {
  readonly measured: number;
  readonly threshold: number;
  readonly explanation: string;
}

/** Thresholds of the rules. docs/security-team.md gives the reasons. */
const THRESHOLDS: Readonly<Record<DecisionCount['rule'], number>> = { CONSENTS: 10, SAME_WORDS: 1, LIMIT_LIFTED: 0 };

const EXPLANATIONS: Readonly<Record<DecisionCount['rule'], (count: number) => string>> = {
  CONSENTS: (count) => `recorded consents of ${count} persons`,
  SAME_WORDS: (count) => `declared emergencies of ${count} persons in the same words`,
  LIMIT_LIFTED: (count) => `a supervisor lifted the limit on emergencies ${count} times`,
};

/** Counts rows as emou wrote them, from the entries of its log. A row that changes has one entry per change. */
const counts = statement<DecisionCount>(
  'audit.unusualDecisions',
  `with decisions as materialized (
     select convert_from(body, 'UTF8')::jsonb as record
     from ledger.entry join ledger.entry_sort using (sort)
     where recorded_at >= $1 and recorded_at < $2 and kind = 'administration'
   ), rows as (select record ->> 'table' as name, record -> 'row' as row from decisions)
   select 'CONSENTS' as rule, row ->> 'recorded_by' as requester, row ->> 'recorded_for' as agency,
     row ->> 'purpose' as purpose, count(distinct row ->> 'person_id') as measured
   from rows where name = 'consent' group by 2, 3, 4
   union all
   select 'SAME_WORDS', requester, agency, purpose, max(persons) from (
     select row ->> 'requester' as requester, row ->> 'agency' as agency, row ->> 'purpose' as purpose,
       count(distinct row ->> 'person_id') as persons
     from rows where name = 'emergency'
     group by 1, 2, 3, lower(regexp_replace(row ->> 'words', '[[:space:][:punct:]]+', ' ', 'g'))
   ) said group by 2, 3, 4
   union all
   select 'LIMIT_LIFTED', row ->> 'requester', row ->> 'agency', 'EMERGENCY', count(*)
   from rows where name = 'emergency_limit_lift' group by 2, 3`,
);

/**
 * Finds facts that open data and were recorded by the people who use it. A hit shows where to look and proves nothing.
 */
export async function findUnusualDecisions(
  database: Queries,
  range: { readonly from: Date; readonly to: Date },
): Promise<readonly UnusualDecision[]> {
  const rows = await database.rows(counts, [range.from, range.to]);
  return rows.flatMap(({ rule, measured: text, ...who }) => {
    const measured = Number(text);
    const threshold = THRESHOLDS[rule];
    return measured > threshold
      ? [{ rule, ...who, measured, threshold, explanation: EXPLANATIONS[rule](measured) }]
      : [];
  });
}
