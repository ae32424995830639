import { PublicError } from '../../kit/errors/publicError.ts';

export interface GroupCommitOptions<Call, Outcome> {
  /** Most calls in one group. */
  readonly most: number;
  /** Two calls with the same key are in one group only if they are equal. */
  keyOf(call: Call): string;
  isEqual(one: Call, other: Call): boolean;
  /** Makes the changes of all of the calls, or none. The outcomes are in the order of the calls. */
  commit(calls: readonly Call[]): Promise<readonly Outcome[]>;
}

/**
 * Takes calls that wait for each other together: one transaction, one lock, and one append to the log for all of them.
 * While a group commits, the next one gathers, so a call that comes alone does not wait. If a group fails for a reason of
 * its own, each of its calls is tried alone, so that none fails because of another.
 */
export function createGroupCommit<Call, Outcome>(
  options: GroupCommitOptions<Call, Outcome>,
): (call: Call) => Promise<Outcome> {
  const { most, keyOf, isEqual, commit } = options;
  let waiting: Waiting<Call, Outcome>[] = [];
  let running = false;

  function nextGroup(): readonly Waiting<Call, Outcome>[] {
    const firsts = new Map<string, Call | undefined>();
    const group: Waiting<Call, Outcome>[] = [];
    const later: Waiting<Call, Outcome>[] = [];
    for (const each of waiting) {
      const key = keyOf(each.call);
      const first = firsts.get(key);
      const fits = !firsts.has(key) || (first !== undefined && isEqual(first, each.call));
      if (group.length < most && fits) {
        group.push(each);
        if (first === undefined) firsts.set(key, each.call);
      } else {
        later.push(each);
        // Later calls with this key stay behind the ones before them.
        firsts.set(key, undefined);
      }
    }
    waiting = later;
    return group;
  }

  async function commitGroup(group: readonly Waiting<Call, Outcome>[]): Promise<void> {
    try {
      const outcomes = await commit(group.map(({ call }) => call));
      for (const [at, each] of group.entries()) {
        // One outcome for each call.
        each.resolve(outcomes[at] as Outcome);
      }
    } catch (error) {
      if (group.length === 1 || isOutage(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const each of group) await commitGroup([each]);
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) await commitGroup(nextGroup());
    running = false;
  }

  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject });
      if (!running) void run();
    });
}

const OUTAGES: readonly string[] = ['AUDIT_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT'];

/** True if each call alone would fail in the same way. */
function isOutage(error: unknown): boolean {
  return error instanceof PublicError && OUTAGES.includes(error.code);
}

interface Waiting<Call, Outcome> {
  readonly call: Call;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}
