import { type DatasetCatalogue, readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../../schema/files.ts';
import { type AuditSource, type AuditSourceOptions, withAuditSource } from './auditSource.ts';

/** A month of the log. Its entries are in one partition and are archived together. */
export interface MonthKept {
  /** First day of the month. */
  readonly month: string;
  readonly firstIndex: number;
  /** The month may be archived from this instant on; `life`: kept as long as the disclosed records. */
  readonly until: Date | 'life';
}

/**
 * Determines the retention of each month. The longest period required for any dataset in a month applies to the whole
 * month.
 */
export async function monthsKept(source: AuditSource, catalogue: DatasetCatalogue): Promise<readonly MonthKept[]> {
  const { rows } = await source.client.query<{ month: string; first_index: string; datasets: (string | null)[] }>(
    `with sorts as (
       select distinct month, substr(key, 6)::bigint as sort from ledger.posting where key like 'sort:%'
       union
       select e.month, e.sort from ledger.unposted u, lateral (
         select month, sort from ledger.entry where tree_id = u.tree_id and month >= u.month
           and leaf_index >= u.first_index and leaf_index < u.size offset 0) e
     )
     select m.month::text, m.first_index, array(
       select distinct dataset from ledger.entry_sort join sorts using (sort) where sorts.month = m.month) as datasets
     from ledger.tree_month m join ledger.tree t using (tree_id) where t.origin = $1 order by m.month`,
    [source.origin],
  );
  return rows.map(({ month, first_index, datasets }) => {
    const ids = new Set(datasets.flatMap((set) => set?.split(' ') ?? []));
    return { month, firstIndex: Number(first_index), until: keptUntil(month, ids, catalogue) };
  });
}

function keptUntil(month: string, datasets: ReadonlySet<string>, catalogue: DatasetCatalogue): Date | 'life' {
  let years = 7;
  for (const id of datasets) {
    // Datasets that are no longer described are kept.
    const keep = catalogue.datasets.get(id)?.keepDisclosures ?? 'life';
    if (keep === 'life') return 'life';
    years = Math.max(years, keep);
  }
  const until = new Date(`${month}T00:00:00Z`);
  until.setUTCMonth(until.getUTCMonth() + 1);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until;
}

/** Prints one line per month: the month, its first entry, and how long it is kept. */
export async function printRetention(options: AuditSourceOptions, now: Date): Promise<void> {
  const catalogue = readDatasetCatalogue(datasetsDirectory);
  await withAuditSource(options, async (source) => {
    for (const { month, firstIndex, until } of await monthsKept(source, catalogue)) {
      process.stdout.write(`${month.slice(0, 7)}  from entry ${firstIndex}  ${inWords(until, now)}\n`);
    }
  });
}

function inWords(until: MonthKept['until'], now: Date): string {
  if (until === 'life') return 'keep for the life of the records that were disclosed';
  const day = until.toISOString().slice(0, 10);
  return until <= now ? `may be archived since ${day}` : `keep until ${day}`;
}
