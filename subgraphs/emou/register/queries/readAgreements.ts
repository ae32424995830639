import type { Queries } from '../../../kit/database/database.ts';
import { statusAt } from '../../agreement/status/statusAt.ts';
import type { AgreementRecord } from '../../records.ts';
import { readHistories } from '../histories.ts';
import type { RegisterRules } from '../register.ts';

/** The agreements as they stand now, in the order of the ids; ids that name none are left out. */
export async function readAgreements(
  queries: Queries,
  { calendarOf, settings }: Pick<RegisterRules, 'calendarOf' | 'settings'>,
  now: Date,
  ids: readonly string[],
): Promise<readonly AgreementRecord[]> {
  const [histories, calendar] = await Promise.all([readHistories(queries, ids), calendarOf(queries)]);
  return ids.flatMap((given) => {
    const id = given.toLowerCase();
    const events = histories.get(id);
    const state = events === undefined ? undefined : statusAt(events, now, calendar, settings);
    return events === undefined || state === undefined ? [] : [{ id, events, state }];
  });
}
