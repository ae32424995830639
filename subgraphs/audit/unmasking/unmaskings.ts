import type { ComparedRegister, RegisterSystem } from '../../kit/administration/comparedRegister.ts';
import { LogTampered } from '../../kit/administration/logErrors.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import { replayUnmaskings } from './replayUnmaskings.ts';
import type { Unmasking, UnmaskingDecision } from './unmasking.ts';
import { unmaskingDecisionTable, unmaskingTable } from './unmaskingTables.ts';

/** The person acting, as named in the log. */
export interface UnmaskingActor {
  readonly subject: string;
  readonly agency: string;
}

/** The unmaskings, as recorded in the log. */
export interface Unmaskings {
  /** All unmaskings, newest first. Rejects if the log cannot be read. */
  all(): Promise<readonly Unmasking[]>;
  /** Throws NOT_FOUND. */
  get(id: string): Promise<Unmasking>;
  /** Resolves once the request is in the log and in the table. */
  request(system: RegisterSystem, wanted: Unmasking, by: UnmaskingActor): Promise<void>;
  /**
   * Resolves once the decision is in the log and in the table. Rejects with FORBIDDEN if the requester decides, and
   * with CONFLICT if a decision already exists.
   */
  decide(system: RegisterSystem, id: string, decision: UnmaskingDecision, by: UnmaskingActor): Promise<void>;
}

const insertRequest = statement<{ readonly row: LoggedRow }>(
  'audit.requestUnmasking',
  `insert into unmasking (unmasking_id, pseudonyms, reason, case_reference, requested_by, requested_at)
   values ($1, $2, $3, $4, $5, $6) returning to_jsonb(unmasking) as row`,
);
const insertDecision = statement<{ readonly row: LoggedRow }>(
  'audit.decideUnmasking',
  `insert into unmasking_decision (unmasking_id, approved, comment, decided_by, decided_at)
   values ($1, $2, $3, $4, $5) returning to_jsonb(unmasking_decision) as row`,
);

export function createUnmaskings(register: ComparedRegister): Unmaskings {
  const replayed = replayUnmaskings();
  for (const table of [unmaskingTable, unmaskingDecisionTable]) {
    register.onEntry(table, (entry) => {
      const problem = replayed.add(entry);
      if (problem !== undefined) throw new LogTampered(`administration entry ${entry.seq}: ${problem}`);
    });
  }

  function knownUnmasking(id: string): Unmasking {
    const found = replayed.all.get(id.toLowerCase());
    if (found === undefined) throw new PublicError('NOT_FOUND', `Unmasking ${id} does not exist.`);
    return found;
  }

  return {
    async all() {
      await register.follow();
      return [...replayed.all.values()].reverse();
    },
    async get(id) {
      await register.follow();
      return knownUnmasking(id);
    },
    async request(system, { id, pseudonyms, reason, caseReference, requestedBy, requestedAt }, by) {
      await register.change(system, requestedAt, async (queries) => {
        const values = [id, pseudonyms, reason, caseReference, requestedBy, requestedAt];
        const rows = await queries.rows(insertRequest, values);
        return rows.map(({ row }) => ({ event: unmaskingTable.event, table: unmaskingTable.name, row, by }));
      });
    },
    async decide(system, id, { approved, comment, decidedBy: subject, decidedAt }, by) {
      await register.change(system, decidedAt, async (queries) => {
        const unmasking = knownUnmasking(id);
        if (mayBeSamePerson(unmasking.requestedBy, subject)) {
          throw new PublicError('FORBIDDEN', 'You requested this unmasking, so another person must decide about it.');
        }
        if (unmasking.decision !== undefined) {
          throw new PublicError('CONFLICT', 'This unmasking has already been decided. Request a new one.');
        }
        const rows = await queries.rows(insertDecision, [unmasking.id, approved, comment, subject, decidedAt]);
        const { event, name: table } = unmaskingDecisionTable;
        return rows.map(({ row }) => ({ event, table, row, by }));
      });
    },
  };
}
