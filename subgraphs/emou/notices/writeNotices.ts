import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Rules } from '../agreement/rules.ts';
import type { IndexedAgreement } from '../register/index/agreementIndex.ts';
import { noticesOfMove, noticesOfTime, type PlannedNotice } from './planNotices.ts';

const takeBack = statement<unknown>(
  'takeBackNotices',
  'delete from notice where agreement_id = any($1::uuid[]) and at > $2 and not addressed',
);
const insertNotices = statement<unknown>(
  'insertNotices',
  `insert into notice (agreement_id, sequence, kind, agency, at, true_until, body)
   select agreement_id, sequence, kind, agency, at, true_until, body from jsonb_populate_recordset(null::notice, $1::jsonb)
   on conflict (agreement_id, kind, agency, at) do nothing`,
);

/**
 * Writes notices of the agreements' last moves and of what time will bring, replacing those scheduled before. Part of
 * the move's own transaction.
 */
export async function writeNotices(
  queries: Queries,
  agreements: readonly IndexedAgreement[],
  rules: Rules,
  now: Date,
  what: 'move and time' | 'time',
): Promise<void> {
  await queries.rows(takeBack, [agreements.map(({ id }) => id), now]);
  const rows = agreements.flatMap((agreement) => {
    const last = agreement.events.at(-1);
    const state = agreement.phases[0]?.state;
    if (last === undefined || state === undefined) return [];
    const told = what === 'time' ? [] : noticesOfMove(last, state, rules.settings);
    return [...told, ...noticesOfTime(agreement, rules, now)].map((notice) => row(notice, agreement));
  });
  if (rows.length > 0) await queries.rows(insertNotices, [JSON.stringify(rows)]);
}

/** Builds a row whose body matches NoticeBody. */
function row({ kind, agency, at, until }: PlannedNotice, { id, events, phases }: IndexedAgreement): object {
  const state = phases[0]?.state;
  return {
    agreement_id: id,
    sequence: events.length,
    kind,
    agency,
    at,
    true_until: until,
    body: {
      kind,
      agency,
      at,
      request: {
        id,
        requestingAgency: state?.requester,
        owner: state?.owner,
        dataset: state?.terms.dataset,
        purpose: state?.terms.purpose,
        due: state?.due?.moment ?? null,
        validUntil: state?.access.validUntil ?? null,
      },
    },
  };
}
