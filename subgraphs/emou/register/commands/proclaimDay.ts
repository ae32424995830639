import type { LoggedRow } from '../../../kit/administration/loggedTable.ts';
import { statement } from '../../../kit/database/statement.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import { STEWARD_AGENCY } from '../../agreement/terms/vocabulary.ts';
import { type BusinessCalendar, proclaimDay as inCalendar } from '../../calendar/calendar.ts';
import { changeRegister } from '../changeRegister.ts';
import { recountIndex } from '../index/rebuildIndex.ts';
import { loggedTables } from '../log/loggedTables.ts';
import type { Register } from '../register.ts';
import { type Actor, hasRole } from './actor.ts';
import { statedText } from './statedText.ts';

const insertDay = statement<{ readonly row: LoggedRow }>(
  'insertProclaimedDay',
  `insert into proclaimed_day (day, name, source, proclaimed_at, proclaimed_by) values ($1, $2, $3, $4, $5)
   on conflict (day) do nothing returning to_jsonb(proclaimed_day) as row`,
);

/** Closes the offices on a day that is not over yet, and recalculates all running deadlines. */
export async function proclaimDay(
  register: Register,
  actor: Actor,
  input: { readonly day: string; readonly name: string; readonly source: string },
): Promise<{ readonly calendar: BusinessCalendar; readonly revision: number }> {
  if (actor.agency !== STEWARD_AGENCY || !hasRole(actor, 'DATA_STEWARD')) {
    throw new PublicError('FORBIDDEN', `Only the DATA_STEWARD of ${STEWARD_AGENCY} can change the calendar.`);
  }
  const name = statedText('name', input.name, 3, 200);
  const source = statedText('source', input.source, 3, 1_000);
  const { result, revision } = await changeRegister(register, async (transaction) => {
    const { queries, now, rules } = transaction;
    const data = rules.calendar.data;
    try {
      inCalendar(data, { date: input.day, name, source }, now, `${data.version}+`);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new PublicError('BAD_USER_INPUT', `${error.message}.`);
    }
    const [inserted] = await queries.rows(insertDay, [input.day, name, source, now, actor.subject]);
    if (inserted === undefined) throw new PublicError('CONFLICT', `${input.day} has already been proclaimed.`);
    const { event, name: table } = loggedTables.proclaimedDay;
    transaction.record({ event, table, row: inserted.row, by: actor });
    const calendar = await register.calendarOf(queries);
    await recountIndex(queries, { ...rules, calendar }, now);
    return calendar;
  });
  return { calendar: result, revision };
}
