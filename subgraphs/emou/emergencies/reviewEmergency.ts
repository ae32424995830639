import { isUuid } from '../../../schema/values/uuid.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { changeRegister } from '../register/changeRegister.ts';
import type { Actor } from '../register/commands/actor.ts';
import { statedText } from '../register/commands/statedText.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { Register } from '../register/register.ts';
import { withdrawOverdueNotices } from './emergencyNotices.ts';
import { type EmergencyRecord, readEmergency } from './readEmergencies.ts';
import { ownerSeenBy } from './reviewer.ts';

const insertReview = statement<{ readonly row: LoggedRow }>(
  'insertEmergencyReview',
  `insert into emergency_review (emergency_id, owner, outcome, comment, reviewed_at, reviewed_by)
   values ($1, $2, $3, $4, $5, $6) returning to_jsonb(emergency_review) as row`,
);
const insertTold = statement<{ readonly row: LoggedRow }>(
  'insertEmergencyTold',
  `insert into emergency_told (emergency_id, owner, person_id, how, told_at, told_by) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing returning to_jsonb(emergency_told) as row`,
);

/**
 * Records the owner's review of an emergency. It cannot be found justified while it is still open, because it is not
 * complete; if found not justified, it ends at once.
 */
export async function reviewEmergency(
  register: Register,
  actor: Actor,
  input: {
    readonly emergencyId: string;
    readonly outcome: EmergencyRecord['reviews'][number]['outcome'];
    readonly comment: string;
  },
): Promise<EmergencyRecord> {
  const comment = statedText('comment', input.comment, 3, 4_000);
  const { result } = await changeRegister(register, async ({ queries, now, record }) => {
    const emergency = await ownEmergency(queries, actor, input.emergencyId);
    if (now < emergency.endsAt && input.outcome === 'JUSTIFIED') {
      throw new PublicError(
        'CONFLICT',
        `This emergency is open until ${emergency.endsAt.toISOString()}. Review it after that.`,
      );
    }
    if (emergency.requester === actor.subject) {
      throw new PublicError('FORBIDDEN', 'You declared this emergency, so another person must review it.');
    }
    const { id, owner } = emergency;
    const { event, name: table } = loggedTables.emergencyReview;
    for (const { row } of await queries.rows(insertReview, [id, owner, input.outcome, comment, now, actor.subject])) {
      record({ event, table, row, by: actor });
    }
    await withdrawOverdueNotices(queries, id, owner);
    return (await readEmergency(queries, owner, id)) ?? emergency;
  });
  return result;
}

/** Records that a person was notified of the disclosure, as 42 CFR 431.306(d), for example, requires. */
export async function recordPersonTold(
  register: Register,
  actor: Actor,
  input: { readonly emergencyId: string; readonly personId: string; readonly how: string },
): Promise<EmergencyRecord> {
  const how = statedText('how', input.how, 3, 4_000);
  const told = requirePersonId('personId', input.personId);
  const { result } = await changeRegister(register, async ({ queries, now, record }) => {
    const emergency = await ownEmergency(queries, actor, input.emergencyId);
    if (!emergency.shown.some(({ personId }) => personId === told)) {
      throw new PublicError('NOT_FOUND', "None of this person's data was shown in this emergency.");
    }
    const { id, owner } = emergency;
    const [written] = await queries.rows(insertTold, [id, owner, told, how, now, actor.subject]);
    if (written === undefined)
      throw new PublicError('CONFLICT', 'It is already on record that this person was notified.');
    const { event, name: table } = loggedTables.emergencyTold;
    record({ event, table, row: written.row, by: actor });
    return emergency;
  });
  return result;
}

/** Only the owner reviews; the data steward of DOIT sees the others' emergencies but does not decide for them. */
async function ownEmergency(queries: Queries, actor: Actor, emergencyId: string): Promise<EmergencyRecord> {
  ownerSeenBy(actor);
  const emergency = isUuid(emergencyId) ? await readEmergency(queries, actor.agency, emergencyId) : undefined;
  if (emergency === undefined) {
    throw new PublicError('NOT_FOUND', `No emergency with this id opened data of ${actor.agency}.`);
  }
  return emergency;
}
