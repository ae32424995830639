import type {
  ChildLegalStatus,
  ChildWelfareStatus,
  InvestigationStatus,
} from '../../../schema/generated/enums/childwelfare.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { illinoisDate } from '../../kit/values/illinoisDate.ts';
import { type CaseDutyRecord, dutiesOf } from './caseDuties.ts';

/** One child in an open case of the requester, with what the duties depend on. Dates are YYYY-MM-DD. */
interface CaseloadRow {
  readonly cypId: string;
  readonly caseNumber: string;
  readonly status: ChildWelfareStatus;
  readonly openedOn: string;
  readonly assignedOn: string;
  readonly nextHearing: string | null;
  readonly legalStatus: ChildLegalStatus;
  readonly removalDate: string | null;
  readonly investigationStatus: InvestigationStatus | null;
}

export interface CaseloadRecord
  extends Pick<CaseloadRow, 'cypId' | 'caseNumber' | 'status' | 'openedOn' | 'assignedOn'> {
  readonly due: readonly CaseDutyRecord[];
}

/** More children than any worker carries. */
const MOST_CHILDREN = 500;

const caseload = statement<CaseloadRow>(
  'childwelfare.caseload',
  `select c.cyp_id as "cypId", f.case_number as "caseNumber", f.status,
     (select min(a.assigned_on) from case_assignment a where a.case_number = f.case_number) as "openedOn",
     mine.assigned_on as "assignedOn", f.next_hearing as "nextHearing", c.legal_status as "legalStatus",
     c.removal_date as "removalDate", c.investigation_status as "investigationStatus"
   from (
     select a.case_number, min(a.assigned_on) as assigned_on from case_assignment a
     where a.worker = $1 and a.assigned_on <= $2 and (a.ended_on is null or a.ended_on > $2)
     group by a.case_number
   ) mine join child_welfare_case f using (case_number) join child c using (case_number)
   where f.status = 'OPEN' order by f.case_number, c.cyp_id limit ${MOST_CHILDREN}`,
);

/**
 * The requester's own cases. The grant names the requester only if the gateway vouches for them; without a name there is
 * no caseload. Throws FORBIDDEN.
 */
export async function readCaseload({ grant, system }: SubgraphContext): Promise<readonly CaseloadRecord[]> {
  if (grant.sub === undefined || grant.sub.trim() === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so nobody carries its cases. Sign in as a person.',
    );
  }
  const today = illinoisDate(system.clock());
  const rows = await system.database.rows(caseload, [grant.sub, today]);
  return rows
    .map(({ cypId, caseNumber, status, openedOn, assignedOn, ...records }) => ({
      ...{ cypId, caseNumber, status, openedOn, assignedOn },
      due: dutiesOf({ ...records, openedOn }, today),
    }))
    .sort((one, other) => (firstDue(one) < firstDue(other) ? -1 : firstDue(one) > firstDue(other) ? 1 : 0));
}

function firstDue({ due }: CaseloadRecord): string {
  return due[0]?.dueOn ?? '9999-12-31';
}
