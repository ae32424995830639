import type { Queries } from '../../../kit/database/database.ts';
import { statusAt } from '../../agreement/status/statusAt.ts';
import type { AgreementRecord } from '../../records.ts';
import { readHistories } from '../histories.ts';
import type { RegisterRules } from '../register.ts';

/** Reads the agreements in their present state, in the order of the ids. Unknown ids are skipped. */
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
