import { randomUUID } from 'node:crypto';
import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { type Actor, hasRole } from '../register/commands/actor.ts';
import { statedText } from '../register/commands/statedText.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { Register } from '../register/register.ts';

export interface EmergencyLimitLift {
  readonly id: string;
  readonly requester: string;
  readonly agency: AgencyCode;
  readonly reason: string;
  readonly liftedAt: Date;
  readonly endsAt: Date;
  readonly liftedBy: string;
}

const MOST_HOURS = 24;

const insertLift = statement<EmergencyLimitLift & { readonly row: LoggedRow }>(
  'insertEmergencyLimitLift',
  `insert into emergency_limit_lift (lift_id, requester, agency, reason, lifted_at, ends_at, lifted_by)
   values ($1, $2, $3, $4, $5, $6, $7)
   returning lift_id as id, requester, agency, reason, lifted_at as "liftedAt", ends_at as "endsAt",
     lifted_by as "liftedBy", to_jsonb(emergency_limit_lift) as row`,
);

/** Lets one requester declare emergencies for any number of persons for some hours from now, with a reason. */
export async function liftEmergencyLimit(
  register: Register,
  actor: Actor,
  input: { readonly requester: string; readonly hours: number; readonly reason: string },
): Promise<EmergencyLimitLift> {
  const requester = statedText('requester', input.requester, 1, 256);
  const reason = statedText('reason', input.reason, 10, 4_000);
  if (!hasRole(actor, 'SUPERVISOR')) {
    throw new PublicError('FORBIDDEN', "Only a SUPERVISOR of the requester's agency can lift this limit.");
  }
  if (requester === actor.subject) {
    throw new PublicError('FORBIDDEN', 'You cannot lift the limit for yourself. Ask another supervisor.');
  }
  if (input.hours < 1 || input.hours > MOST_HOURS) {
    throw new PublicError('BAD_USER_INPUT', `hours must be from 1 to ${MOST_HOURS}.`);
  }
  const { result } = await changeRegister(register, async ({ queries, now, record }) => {
    const endsAt = new Date(now.getTime() + input.hours * 3_600_000);
    const [inserted] = await queries.rows(insertLift, [
      ...[randomUUID(), requester, actor.agency, reason, now, endsAt, actor.subject],
    ]);
    if (inserted === undefined) throw new Error('A lift just written is not there.');
    const { row, ...lift } = inserted;
    const { event, name: table } = loggedTables.emergencyLimitLift;
    record({ event, table, row, by: actor });
    return lift;
  });
  return result;
}
