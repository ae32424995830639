import type { Queries } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import { isUuid } from '../register/isUuid.ts';

const findHousehold = statement<{ readonly household: readonly string[]; readonly datasets: readonly string[] }>(
  'emergencyHousehold',
  `SELECT household, array(SELECT dataset FROM emergency_dataset WHERE emergency_id = $1) AS datasets
   FROM emergency WHERE emergency_id = $1`,
);
const insertSubjects = statement<unknown>(
  'insertEmergencySubjects',
  `INSERT INTO emergency_subject (emergency_id, dataset, person_id, shown_at)
   SELECT $1, dataset, person_id, $4 FROM unnest($2::text[], $3::text[]) AS shown (dataset, person_id)
   ON CONFLICT DO NOTHING`,
);

/** Written before the answer leaves: whose data of which datasets is shown only because of the emergency. */
export async function recordEmergencyShown(
  queries: Queries,
  emergencyId: string,
  shown: readonly { readonly personId: string; readonly datasets: readonly string[] }[],
  now: Date,
): Promise<void> {
  const [emergency] = isUuid(emergencyId) ? await queries.rows(findHousehold, [emergencyId]) : [];
  if (emergency === undefined) throw new PublicError('NOT_FOUND', 'There is no such emergency.');
  const rows = shown.flatMap(({ personId, datasets }) => datasets.map((dataset) => ({ personId, dataset })));
  const { household, datasets } = emergency;
  if (rows.some(({ personId, dataset }) => !household.includes(personId) || !datasets.includes(dataset))) {
    throw new PublicError('FORBIDDEN', 'This emergency does not open that.');
  }
  const values = [rows.map(({ dataset }) => dataset), rows.map(({ personId }) => personId)];
  await queries.rows(insertSubjects, [emergencyId, ...values, now]);
}
