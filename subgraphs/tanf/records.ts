import type DataLoader from 'dataloader';
import type {
  TanfCaseStatus,
  TanfChange,
  TanfClosureReason,
  TanfEventKind,
  TanfServiceActivity,
} from '../../schema/generated/enums/tanf.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type TanfContext = SubgraphContext<TanfLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface TanfPerson {
  readonly tanfClientId: string;
  /** If it has been read already. */
  readonly record?: TanfParticipationRecord | undefined;
}

export interface TanfParticipationRecord {
  readonly clientId: string;
  readonly status: TanfCaseStatus;
  readonly caseNumber: string;
  readonly payeeClientId: string | null;
  readonly childOnly: boolean;
  readonly approvalDate: string;
  readonly certificationEnd: string;
  readonly redeterminationDue: string;
  readonly unitSize: number;
  readonly office: string;
  readonly grantAmount: number;
  readonly paymentLevel: number;
  readonly lastPaymentDate: string | null;
  readonly monthsCounted: number;
  readonly sanctionLevel: number;
  readonly serviceActivities: readonly TanfServiceActivity[];
}

export interface TanfCaseRecord {
  readonly number: string;
  readonly status: TanfCaseStatus;
  readonly payeeClientId: string | null;
}

export interface TanfMemberRecord {
  readonly caseNumber: string;
  readonly clientId: string;
}

/** The domestic violence exclusion, which no approval opens, is not read at all. */
const participations = keyedStatement<TanfParticipationRecord>(
  'tanf.participations',
  ({ clientId }) => clientId,
  `select c.client_id as "clientId", t.status, t.case_number as "caseNumber", p.client_id as "payeeClientId",
     t.child_only as "childOnly", t.approval_date as "approvalDate", t.certification_end as "certificationEnd",
     t.redetermination_due as "redeterminationDue", t.unit_size as "unitSize", t.office,
     t.grant_amount as "grantAmount", t.payment_level as "paymentLevel", t.last_payment_date as "lastPaymentDate",
     c.months_counted as "monthsCounted", c.sanction_level as "sanctionLevel",
     c.service_activities as "serviceActivities"
   from client c join tanf_case t using (case_number) left join client p on p.client_id = t.payee_client_id
   where c.client_id = any($1)`,
);

const cases = keyedStatement<TanfCaseRecord>(
  'tanf.cases',
  ({ number }) => number,
  `select t.case_number as number, t.status, p.client_id as "payeeClientId"
   from tanf_case t left join client p on p.client_id = t.payee_client_id
   where t.case_number = any($1)`,
);

const members = keyedStatement<TanfMemberRecord>(
  'tanf.members',
  ({ caseNumber }) => caseNumber,
  `select case_number as "caseNumber", client_id as "clientId"
   from client where case_number = any($1) order by client_id`,
);

export interface TanfEventRecord extends EventRecord<TanfEventKind> {
  readonly change: TanfChange | null;
  readonly closureReason: TanfClosureReason | null;
}

/** Events about domestic violence, sanctions, and tax data are not read at all. */
const events = eventStatement<TanfEventRecord>('tanf.events', {
  key: 'client_id',
  kinds: { APPLICATION: 'day', CERTIFICATION: 'period', RECERTIFICATION: 'period', CHANGE: 'day', CLOSURE: 'day' },
  columns: 'event.change, event.closure_reason as "closureReason"',
});

export interface TanfLoaders {
  readonly participation: DataLoader<string, TanfParticipationRecord | null>;
  readonly case: DataLoader<string, TanfCaseRecord | null>;
  readonly members: DataLoader<string, readonly TanfMemberRecord[]>;
  readonly events: DataLoader<string, readonly TanfEventRecord[]>;
}

export function createTanfLoaders({ database, clock }: SubgraphSystem): TanfLoaders {
  return {
    participation: createKeyedLoader((ids) => database.byKey(participations, ids)),
    case: createKeyedLoader((numbers) => database.byKey(cases, numbers)),
    members: createGroupedLoader((numbers) => database.byKey(members, numbers)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
