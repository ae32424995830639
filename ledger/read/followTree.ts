import { LedgerUnfit } from '../ledgerErrors.ts';
import { type CompactRange, EMPTY_RANGE, extendRange, rangeRoot } from '../merkle/compactRange.ts';
import { leafHash } from '../merkle/hash.ts';
import { openCheckpoint } from '../note/checkpoint.ts';
import { noteVerifier } from '../note/noteKey.ts';
import { connectLedger, type LedgerConnection } from '../postgres/ledgerConnection.ts';

export interface FollowOptions {
  /** Database login that is a member of ledger_administration. */
  readonly connectionString: string;
  readonly origin: string;
  /** Public keys of this origin: the current one and earlier ones. */
  readonly verifierKeys: readonly string[];
  /** Timeout of one statement in milliseconds. */
  readonly statementTimeoutMs: number;
}

/** A tree of administration entries, read from its beginning and verified as it grows. Calls must not overlap. */
export interface TreeFollower {
  /** Number of entries read so far. */
  readonly size: number;
  /**
   * Reads the entries appended since the last call and verifies them against the signed checkpoint. Rejects with
   * LedgerUnfit if the tree is not the one that was signed, or no longer begins with the entries read before.
   */
  follow(): Promise<readonly Buffer[]>;
  close(): Promise<void>;
}

const ENTRIES_A_READ = 1_000;

export function followTree(options: FollowOptions): TreeFollower {
  const { connectionString, origin, statementTimeoutMs } = options;
  const keys = options.verifierKeys.map(noteVerifier);
  let connection: LedgerConnection | undefined;
  let range: CompactRange = EMPTY_RANGE;

  const connect = async (): Promise<LedgerConnection> => {
    if (connection === undefined || connection.broken) {
      connection = await connectLedger({ connectionString, timeoutMs: statementTimeoutMs });
    }
    return connection;
  };

  const readBodies = async (from: number, to: number): Promise<readonly Buffer[]> => {
    const bodies: Buffer[] = [];
    while (from + bodies.length < to) {
      const next = from + bodies.length;
      const rows = await (await connect()).query<{ leaf_index: string; body: Buffer }>({
        name: 'administration_entries',
        text: 'select leaf_index, body from ledger.administration_entries($1, $2, $3)',
        values: [origin, next, Math.min(ENTRIES_A_READ, to - next)],
      });
      rows.forEach(({ leaf_index }, at) => {
        if (Number(leaf_index) !== next + at) throw new LedgerUnfit([`entry ${next + at} of ${origin} is missing`]);
      });
      if (rows.length === 0) throw new LedgerUnfit([`entry ${next} of ${origin} is missing`]);
      bodies.push(...rows.map(({ body }) => body));
    }
    return bodies;
  };

  return {
    get size() {
      return range.size;
    },
    async follow() {
      const [head] = await (await connect()).query<{ size: string; root: Buffer; note: string | null }>({
        name: 'administration_head',
        text: 'select size, root, note from ledger.administration_head($1)',
        values: [origin],
      });
      const size = Number(head?.size ?? 0);
      if (size < range.size) {
        throw new LedgerUnfit([`the tree ${origin} has ${size} entries, but ${range.size} were there before`]);
      }
      if (head === undefined || size === 0) return [];
      const opened = openCheckpoint(head.note ?? '', keys);
      if (!opened.ok) throw new LedgerUnfit([`the checkpoint of ${origin}: ${opened.problem}`]);
      const { checkpoint } = opened;
      const bodies = await readBodies(range.size, size);
      const grown = extendRange(range, bodies.map(leafHash));
      const isSigned = checkpoint.origin === origin && checkpoint.size === size;
      if (!isSigned || !rangeRoot(grown).equals(checkpoint.root)) {
        throw new LedgerUnfit([`the ${size} entries of ${origin} are not the ones that were signed`]);
      }
      range = grown;
      return bodies;
    },
    async close() {
      if (connection !== undefined && !connection.broken) await connection.end();
    },
  };
}
