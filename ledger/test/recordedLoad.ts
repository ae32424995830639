import type { Ledger } from '../append/appender.ts';
import { canonicalJson } from '../canonicalJson.ts';
import type { LedgerDatabase } from './ledgerDatabase.ts';

/** Callers that append numbered entries until stopped, and remember what was acknowledged. */
export interface RecordedLoad {
  /** Body by the index that the ledger acknowledged. */
  readonly acknowledged: ReadonlyMap<number, string>;
  readonly refused: readonly Error[];
  stop(): Promise<void>;
}

export function startLoad(ledger: () => Ledger, name: string, callers: number): RecordedLoad {
  const acknowledged = new Map<number, string>();
  const refused: Error[] = [];
  let stopped = false;
  let number = 0;
  const call = async (): Promise<void> => {
    while (!stopped) {
      const bodies = [0, 1, 2].map((part) => canonicalJson({ load: name, number: number++, part }));
      try {
        const entries = bodies.map((body) => ({ body, time: new Date(), indexes: { kind: 'disclosure' } }));
        const { firstIndex } = await ledger().append(entries);
        for (const [at, body] of bodies.entries()) acknowledged.set(firstIndex + at, body);
      } catch (error) {
        refused.push(error instanceof Error ? error : new Error(String(error)));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const calls = Array.from({ length: callers }, call);
  return {
    acknowledged,
    refused,
    stop: async () => {
      stopped = true;
      await Promise.all(calls);
    },
  };
}

/** Reads all bodies of a tree in the order of their index. Throws if an index is missing. */
export async function storedBodies(database: LedgerDatabase, origin: string): Promise<string[]> {
  const { rows } = await database.asAdmin((admin) =>
    admin.query<{ leaf_index: string; body: Buffer }>(
      `select e.leaf_index, e.body from ledger.entry e join ledger.tree t using (tree_id)
       where t.origin = $1 order by e.leaf_index`,
      [origin],
    ),
  );
  const gap = rows.findIndex(({ leaf_index }, at) => Number(leaf_index) !== at);
  if (gap >= 0) throw new Error(`entry ${gap} of ${origin} is missing`);
  return rows.map(({ body }) => body.toString('utf8'));
}
