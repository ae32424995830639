import type { AdministrationLog } from '../../../kit/administration/administrationLog.ts';
import { differenceOf } from '../../../kit/administration/findDifference.ts';
import type { LoggedRow } from '../../../kit/administration/loggedTable.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import type { AgreementEvent } from '../../agreement/move.ts';
import { EVENT_COLUMNS, type EventRow, eventOf } from '../histories.ts';
import { loggedTables } from './loggedTables.ts';

const loggedEvents = statement<EventRow & { readonly row: LoggedRow }>(
  'loggedEvents',
  `select ${EVENT_COLUMNS}, logged_row(agreement_event) as row from agreement_event
   where agreement_id = any($1::uuid[]) order by agreement_id, sequence`,
);

/** Histories whose events are all in the log, or a description of the difference. */
export type LoggedHistories =
  | { readonly kind: 'logged'; readonly histories: ReadonlyMap<string, readonly AgreementEvent[]> }
  | { readonly kind: 'differs'; readonly difference: string };

/** Reads the histories of these agreements and compares them with the log, as far as it has been followed. */
export async function readLoggedHistories(
  queries: Queries,
  log: AdministrationLog,
  ids: readonly string[],
): Promise<LoggedHistories> {
  const table = loggedTables.agreementEvent;
  const recorded = log.keysOf(table);
  const histories = new Map<string, AgreementEvent[]>();
  for (const row of await queries.rows(loggedEvents, [ids])) {
    const key = `${row.id}/${row.sequence}`;
    if (!log.isRecorded(table, row.row)) {
      return { kind: 'differs', difference: differenceOf(table, key, recorded.has(key) ? 'changed' : 'unknown') };
    }
    const history = histories.get(row.id) ?? [];
    histories.set(row.id, history);
    history.push(eventOf(row));
  }
  for (const id of ids) {
    const history = histories.get(id) ?? [];
    const gap = history.findIndex(({ sequence }, at) => sequence !== at + 1);
    const next = `${id}/${(gap < 0 ? history.length : gap) + 1}`;
    if (recorded.has(next)) return { kind: 'differs', difference: differenceOf(table, next, 'missing') };
  }
  return { kind: 'logged', histories };
}
