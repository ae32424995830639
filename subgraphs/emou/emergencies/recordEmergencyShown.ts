import { isUuid } from '../../../schema/values/uuid.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { Register } from '../register/register.ts';

const findHousehold = statement<{
  readonly requester: string;
  readonly agency: string;
  readonly household: readonly string[];
  readonly datasets: readonly string[];
}>(
  'emergencyHousehold',
  `select requester, agency, household, array(select dataset from emergency_dataset where emergency_id = $1) as datasets
   from emergency where emergency_id = $1`,
);
const subjectsKnown = statement<{ readonly known: number }>(
  'emergencySubjectsKnown',
  `select count(*)::int as known from emergency_subject
   join (select distinct * from unnest($2::text[], $3::text[])) as shown (dataset, person_id) using (dataset, person_id)
   where emergency_id = $1`,
);
const insertSubjects = statement<{ readonly row: LoggedRow }>(
  'insertEmergencySubjects',
  `insert into emergency_subject (emergency_id, dataset, person_id, shown_at)
   select $1, dataset, person_id, $4 from unnest($2::text[], $3::text[]) as shown (dataset, person_id)
   on conflict do nothing returning to_jsonb(emergency_subject) as row`,
);

/** Records, before the response leaves, whose data of which datasets is shown only because of the emergency. */
export async function recordEmergencyShown(
  register: Register,
  emergencyId: string,
  shown: readonly { readonly personId: string; readonly datasets: readonly string[] }[],
): Promise<void> {
  const { database } = register;
  const [emergency] = isUuid(emergencyId) ? await database.rows(findHousehold, [emergencyId]) : [];
  if (emergency === undefined) throw new PublicError('NOT_FOUND', 'This emergency does not exist.');
  const rows = shown.flatMap(({ personId: named, datasets }) => {
    const personId = requirePersonId('personId', named);
    return datasets.map((dataset) => ({ personId, dataset }));
  });
  const { household, datasets } = emergency;
  if (rows.some(({ personId, dataset }) => !household.includes(personId) || !datasets.includes(dataset))) {
    throw new PublicError('FORBIDDEN', 'This emergency does not open this data.');
  }
  const values = [rows.map(({ dataset }) => dataset), rows.map(({ personId }) => personId)];
  const wanted = new Set(rows.map(({ personId, dataset }) => `${dataset} ${personId}`)).size;
  const [found] = await database.rows(subjectsKnown, [emergencyId, ...values]);
  // Most responses show persons already recorded and skip the register's lock.
  if (found?.known === wanted) return;
  await changeRegister(register, async ({ queries, now, record }) => {
    const { event, name: table } = loggedTables.emergencySubject;
    const by = { subject: emergency.requester, agency: emergency.agency };
    for (const { row } of await queries.rows(insertSubjects, [emergencyId, ...values, now])) {
      record({ event, table, row, by });
    }
  });
}
