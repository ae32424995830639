import { DisclosureRecord } from '../../../schema/disclosureRecord.ts';
import type { AuditSource } from './auditSource.ts';

/** One record at its place in the tree: the place is the offset of every stream and export. */
export interface PlacedRecord {
  readonly index: number;
  /** The entry's own bytes as text: canonical JSON. */
  readonly text: string;
  readonly record: DisclosureRecord;
}

export interface RecordRange {
  /** The first place. */
  readonly fromIndex?: number;
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

const PAGE = 1_000;

/** The records of one tree in its order. An entry that is no disclosure record is an error: it must not be passed over. */
export async function* readRecords({ client, origin }: AuditSource, range: RecordRange): AsyncGenerator<PlacedRecord> {
  let next = range.fromIndex ?? 0;
  for (;;) {
    const { rows } = await client.query<{ leaf_index: string; body: Buffer }>(
      `SELECT e.leaf_index, e.body FROM ledger.entry e JOIN ledger.tree t USING (tree_id)
       WHERE t.origin = $1 AND e.leaf_index >= $2
         AND ($3::timestamptz IS NULL OR e.recorded_at >= $3) AND ($4::timestamptz IS NULL OR e.recorded_at < $4)
       ORDER BY e.leaf_index LIMIT ${PAGE}`,
      [origin, next, range.from ?? null, range.to ?? null],
    );
    for (const { leaf_index, body } of rows) {
      const index = Number(leaf_index);
      const text = body.toString('utf8');
      const record = DisclosureRecord.safeParse(JSON.parse(text));
      if (!record.success) throw new Error(`Entry ${index} of ${origin} is no disclosure record of a known version.`);
      yield { index, text, record: record.data };
      next = index + 1;
    }
    if (rows.length < PAGE) return;
  }
}
