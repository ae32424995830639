import { randomUUID } from 'node:crypto';
import { EMERGENCY_MINUTES, type EmergencyReason, emergencyWords } from '../../../schema/approvals/emergency.ts';
import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { dueMoment } from '../calendar/businessDays.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { statedText } from '../register/commands/statedText.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import type { Register } from '../register/register.ts';
import type { RegisterTransaction } from '../register/registerTransaction.ts';
import { type DeclaredEmergency, EMERGENCY_COLUMNS } from './declaredEmergency.ts';
import { type EmergencyRefusal, emergencyRefusal } from './emergencyLimit.ts';
import { writeEmergencyNotices } from './emergencyNotices.ts';

export interface Declaration {
  readonly requester: string;
  readonly agency: AgencyCode;
  readonly purpose: Purpose;
  readonly roles: readonly string[];
  readonly personId: string;
  readonly household: readonly string[];
  readonly reason: EmergencyReason;
  readonly words: string;
  /** Datasets that it opens. Every owner of these reviews it. */
  readonly datasets: readonly string[];
}

const declared = statement<DeclaredEmergency>(
  'declaredEmergencies',
  `select ${EMERGENCY_COLUMNS} from emergency
   where requester = $1 and agency = $2 and purpose = $3 and person_id = $4
     and (ends_at > $5 or (reason = $6 and words = $7))
   order by ends_at desc limit 1`,
);
const insertEmergency = statement<DeclaredEmergency & { readonly row: LoggedRow }>(
  'insertEmergency',
  `insert into emergency (emergency_id, requester, agency, purpose, roles, person_id, household, reason, words, opened_at,
     ends_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   returning ${EMERGENCY_COLUMNS}, to_jsonb(emergency) as row`,
);
const insertDatasets = statement<{ readonly owner: string; readonly row: LoggedRow }>(
  'insertEmergencyDatasets',
  `insert into emergency_dataset (emergency_id, dataset, owner, asked_at, review_due)
   select $1, dataset, owner, $4, $5 from unnest($2::text[], $3::text[]) as asked (dataset, owner)
   on conflict do nothing returning owner, to_jsonb(emergency_dataset) as row`,
);

const MOST_PERSONS = 200;

/**
 * Returns the requester's emergency for this person: the open one, or a new one. The same description never reopens an
 * expired emergency, so that a program that keeps sending it does not keep it open: a continuing emergency needs a new
 * declaration. If an owner has ended an emergency, no description opens another until its 60 minutes would have passed.
 * A new one is refused if the requester has declared too many in the last hour, or used the same description for
 * another person. Durable once this resolves.
 */
export async function openEmergency(register: Register, stated: Declaration): Promise<EmergencyOutcome> {
  const declaration: Declaration = {
    ...stated,
    personId: requirePersonId('personId', stated.personId),
    household: stated.household.map((id) => requirePersonId('household', id)),
  };
  const { requester, agency, purpose, personId, reason, datasets } = declaration;
  const words = statedText('words', declaration.words, emergencyWords.fewest, emergencyWords.most);
  const owners = ownersOf(declaration, register.catalogue);
  // Of two concurrent requests, the second finds what the first has opened and is counted after it.
  const { result } = await changeRegister(register, async (transaction): Promise<EmergencyOutcome> => {
    const { queries, now, rules } = transaction;
    const [known] = await queries.rows(declared, [requester, agency, purpose, personId, now, reason, words]);
    if (known !== undefined && known.endsAt <= now) return { emergency: known, isOpen: false };
    if (known === undefined) {
      const asked = { ...declaration, words };
      const refusal = await emergencyRefusal(queries, asked, register.emergencyPersonsPerHour, now);
      if (refusal !== undefined) return { refusal };
    }
    const emergency = known ?? (await insert(transaction, { ...declaration, words }));
    const reviewDue = dueMoment(now, 1, rules.calendar);
    const added = await queries.rows(insertDatasets, [emergency.id, datasets, owners, now, reviewDue]);
    const { event, name: table } = loggedTables.emergencyDataset;
    for (const { row } of added) transaction.record({ event, table, row, by: { subject: requester, agency } });
    if (added.length > 0) {
      const names = [...new Set(added.map(({ owner }) => owner))];
      const reviews = names.map((owner) => ({ owner, reviewDue }));
      await writeEmergencyNotices(queries, emergency, reviews, now);
    }
    return { emergency, isOpen: true };
  });
  return result;
}

export type EmergencyOutcome =
  | { readonly emergency: DeclaredEmergency; readonly isOpen: boolean }
  | { readonly refusal: EmergencyRefusal };

async function insert(
  { queries, now, record }: RegisterTransaction,
  declaration: Declaration,
): Promise<DeclaredEmergency> {
  const { requester, agency, purpose, roles, personId, reason, words } = declaration;
  const household = [...new Set([personId, ...declaration.household])];
  if (household.length > MOST_PERSONS) throw new PublicError('BAD_USER_INPUT', 'The household is too large.');
  const [inserted] = await queries.rows(insertEmergency, [
    randomUUID(),
    requester,
    agency,
    purpose,
    roles,
    personId,
    household,
    reason,
    words,
    now,
    new Date(now.getTime() + EMERGENCY_MINUTES * 60_000),
  ]);
  if (inserted === undefined) throw new Error('An emergency just written is not there.');
  const { row, ...emergency } = inserted;
  const { event, name: table } = loggedTables.emergency;
  record({ event, table, row, by: { subject: requester, agency } });
  return emergency;
}

/** Lists the owner of each dataset, in order. Repeats the gateway's decision independently. */
function ownersOf({ datasets, roles }: Declaration, catalogue: DatasetCatalogue): readonly string[] {
  if (datasets.length === 0) throw new PublicError('BAD_USER_INPUT', 'An emergency must name at least one dataset.');
  return datasets.map((id) => {
    const dataset = catalogue.datasets.get(id);
    if (dataset?.emergency?.roles.some((role) => roles.includes(role))) return dataset.owner;
    throw new PublicError('FORBIDDEN', `No emergency opens ${dataset?.id ?? 'an unknown dataset'} for these roles.`);
  });
}
