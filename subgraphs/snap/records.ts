import type DataLoader from 'dataloader';
import type {
  AbawdStatus,
  SnapCaseStatus,
  SnapChange,
  SnapClosureReason,
  SnapEventKind,
  SnapIncomeSource,
} from '../../schema/generated/enums/snap.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type SnapContext = SubgraphContext<SnapLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface SnapPerson {
  readonly snapClientId: string;
  /** If it has been read already. */
  readonly record?: SnapParticipationRecord | undefined;
}

export interface SnapParticipationRecord {
  readonly clientId: string;
  readonly status: SnapCaseStatus;
  readonly caseNumber: string;
  readonly headClientId: string | null;
  readonly certificationStart: string;
  readonly certificationEnd: string;
  readonly redeterminationDue: string;
  readonly midPointReportDue: string | null;
  readonly expeditedService: boolean;
  readonly office: string;
  readonly monthlyAllotment: number;
  readonly grossIncomeAmount: number | null;
  readonly grossIncomeSource: SnapIncomeSource;
  readonly netIncomeAmount: number | null;
  readonly netIncomeSource: SnapIncomeSource;
  readonly shelterDeduction: number;
  readonly categoricallyEligible: boolean;
  readonly abawdStatus: AbawdStatus;
  readonly abawdCountableMonths: number;
  readonly intentionalProgramViolation: boolean;
}

export interface SnapCaseRecord {
  readonly number: string;
  readonly status: SnapCaseStatus;
  readonly headClientId: string | null;
}

export interface SnapMemberRecord {
  readonly caseNumber: string;
  readonly clientId: string;
  readonly countable: boolean;
}

/**
 * Columns that no approval opens (immigration status, domestic violence) are not read at all, and amounts from tax or
 * Social Security data do not leave the database: only sources known to be free of them are let through.
 */
const participations = keyedStatement<SnapParticipationRecord>(
  'snap.participations',
  ({ clientId }) => clientId,
  `select c.client_id as "clientId", s.status, s.case_number as "caseNumber", h.client_id as "headClientId",
     s.certification_start as "certificationStart", s.certification_end as "certificationEnd",
     s.redetermination_due as "redeterminationDue", s.mid_point_report_due as "midPointReportDue",
     s.expedited_service as "expeditedService", s.office, s.monthly_allotment as "monthlyAllotment",
     case when s.gross_income_source in ('CLIENT', 'EMPLOYER', 'IEVS') then s.gross_income end as "grossIncomeAmount",
     s.gross_income_source as "grossIncomeSource",
     case when s.net_income_source in ('CLIENT', 'EMPLOYER', 'IEVS') then s.net_income end as "netIncomeAmount",
     s.net_income_source as "netIncomeSource",
     s.shelter_deduction as "shelterDeduction", s.categorically_eligible as "categoricallyEligible",
     c.abawd_status as "abawdStatus", c.abawd_countable_months as "abawdCountableMonths",
     c.intentional_program_violation as "intentionalProgramViolation"
   from client c join snap_case s using (case_number) left join client h on h.client_id = s.head_client_id
   where c.client_id = any($1)`,
);

const cases = keyedStatement<SnapCaseRecord>(
  'snap.cases',
  ({ number }) => number,
  `select s.case_number as number, s.status, h.client_id as "headClientId"
   from snap_case s left join client h on h.client_id = s.head_client_id
   where s.case_number = any($1)`,
);

const members = keyedStatement<SnapMemberRecord>(
  'snap.members',
  ({ caseNumber }) => caseNumber,
  `select case_number as "caseNumber", client_id as "clientId", countable
   from client where case_number = any($1) order by client_id`,
);

export interface SnapEventRecord extends EventRecord<SnapEventKind> {
  readonly change: SnapChange | null;
  readonly closureReason: SnapClosureReason | null;
}

/** Events about immigration, domestic violence, and tax or Social Security data are not read at all. */
const events = eventStatement<SnapEventRecord>('snap.events', {
  key: 'client_id',
  kinds: { APPLICATION: 'day', CERTIFICATION: 'period', RECERTIFICATION: 'period', CHANGE: 'day', CLOSURE: 'day' },
  columns: 'event.change, event.closure_reason as "closureReason"',
});

export interface SnapLoaders {
  readonly participation: DataLoader<string, SnapParticipationRecord | null>;
  readonly case: DataLoader<string, SnapCaseRecord | null>;
  readonly members: DataLoader<string, readonly SnapMemberRecord[]>;
  readonly events: DataLoader<string, readonly SnapEventRecord[]>;
}

export function createSnapLoaders({ database, clock }: SubgraphSystem): SnapLoaders {
  return {
    participation: createKeyedLoader((ids) => database.byKey(participations, ids)),
    case: createKeyedLoader((numbers) => database.byKey(cases, numbers)),
    members: createGroupedLoader((numbers) => database.byKey(members, numbers)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
