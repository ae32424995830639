import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import type { Rules } from '../../agreement/rules.ts';
import { readHistories } from '../histories.ts';
import type { Register } from '../register.ts';
import { indexed, indexRows } from './agreementIndex.ts';
import { rulesMark } from './rebuildIndex.ts';

const AGREEMENTS_A_READ = 100;

const storedIndex = statement<{ readonly id: string; readonly digest: string; readonly events: number }>(
  'storedIndex',
  `select agreement_id as id,
     encode(sha256(convert_to(concat(to_jsonb(agreement), '/', (
       select jsonb_agg(to_jsonb(phase) order by starts_at) from agreement_phase as phase
       where phase.agreement_id = agreement.agreement_id)), 'UTF8')), 'hex') as digest,
     (select count(*)::int from agreement_event as event where event.agreement_id = agreement.agreement_id) as events
   from agreement where ($1::uuid is null or agreement_id > $1) order by agreement_id limit $2`,
);
const derivedIndex = statement<{ readonly id: string; readonly digest: string }>(
  'derivedIndex',
  `select agreement_id as id,
     encode(sha256(convert_to(concat(to_jsonb(agreement), '/', (
       select jsonb_agg(to_jsonb(phase) order by starts_at)
       from jsonb_populate_recordset(null::agreement_phase, $2::jsonb) as phase
       where phase.agreement_id = agreement.agreement_id)), 'UTF8')), 'hex') as digest
   from jsonb_populate_recordset(null::agreement, $1::jsonb) as agreement`,
);
const agreementCount = statement<{ readonly count: number }>(
  'agreementCount',
  'select count(*)::int as count from agreement_event where sequence = 1',
);

/**
 * Compares the index with what the histories imply; those have been compared with the log. Returns a description of the
 * first difference. The queries run in one transaction in UTC.
 */
export type IndexCheck = (queries: Queries) => Promise<string | undefined>;

/** Derives an agreement's expected index once per move and caches its digest. */
export function createIndexCheck({ calendarOf, catalogues, settings }: Register): IndexCheck {
  let mark = '';
  const known = new Map<string, { readonly events: number; readonly digest: string }>();

  return async (queries) => {
    const rules: Rules = { calendar: await calendarOf(queries), catalogues, settings };
    if (rulesMark(rules) !== mark) known.clear();
    mark = rulesMark(rules);
    let after: string | null = null;
    let count = 0;
    for (;;) {
      const stored: readonly StoredIndex[] = await queries.rows(storedIndex, [after, AGREEMENTS_A_READ]);
      count += stored.length;
      const changed = stored.filter(({ id, events }) => known.get(id)?.events !== events);
      for (const [id, derived] of await derive(queries, rules, changed)) known.set(id, derived);
      const wrong = stored.find(({ id, digest }) => known.get(id)?.digest !== digest);
      if (wrong !== undefined) return `the index of agreement ${wrong.id} is not what its history gives`;
      after = stored.at(-1)?.id ?? null;
      if (stored.length < AGREEMENTS_A_READ) break;
    }
    const [all] = await queries.rows(agreementCount, []);
    return all?.count === count ? undefined : `the index has ${count} agreements, the register ${all?.count}`;
  };
}

interface StoredIndex {
  readonly id: string;
  readonly digest: string;
  readonly events: number;
}

async function derive(queries: Queries, rules: Rules, changed: readonly StoredIndex[]) {
  if (changed.length === 0) return [];
  const histories = await readHistories(
    queries,
    changed.map(({ id }) => id),
  );
  const { agreements, phases } = indexRows(
    [...histories].map(([id, events]) => indexed(id, events, rules)),
    rules,
  );
  const digests = await queries.rows(derivedIndex, [JSON.stringify(agreements), JSON.stringify(phases)]);
  return digests.map(({ id, digest }) => [id, { digest, events: histories.get(id)?.length ?? 0 }] as const);
}
