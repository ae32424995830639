import type DataLoader from 'dataloader';
import type {
  ChildLegalStatus,
  ChildWelfareEventKind,
  ChildWelfareStatus,
  InvestigationFinding,
  InvestigationStatus,
  MedicalConsentAuthority,
  PermanencyGoal,
  PlacementType,
  RemovalReason,
} from '../../schema/generated/enums/childwelfare.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type ChildWelfareContext = SubgraphContext<ChildWelfareLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface ChildWelfarePerson {
  readonly cypId: string;
  /** If it has been read already. */
  readonly record?: ChildWelfareCaseRecord | undefined;
}

export interface ChildWelfareCaseRecord {
  readonly cypId: string;
  readonly status: ChildWelfareStatus;
  readonly caseNumber: string;
  readonly legalStatus: ChildLegalStatus;
  readonly removalDate: string | null;
  readonly removalReasons: readonly RemovalReason[];
  readonly permanencyGoal: PermanencyGoal;
  readonly caseworker: string;
  readonly court: string;
  readonly nextHearing: string | null;
  readonly icwaIndicator: boolean;
  readonly medicalConsentAuthority: MedicalConsentAuthority;
  readonly placementType: PlacementType | null;
  readonly placementStart: string | null;
  readonly placementCounty: string | null;
  readonly investigationStatus: InvestigationStatus | null;
  readonly finding: InvestigationFinding | null;
  readonly assignedWorkers: readonly string[];
}

export interface CaseFileRecord {
  readonly number: string;
  readonly status: ChildWelfareStatus;
}

export interface ChildOfCaseRecord {
  readonly caseNumber: string;
  readonly cypId: string;
}

/** The reporter, whom no approval opens, is not read at all. */
const childCases = keyedStatement<ChildWelfareCaseRecord>(
  'childwelfare.childCases',
  ({ cypId }) => cypId,
  `select c.cyp_id as "cypId", f.status, f.case_number as "caseNumber", c.legal_status as "legalStatus",
     c.removal_date as "removalDate", c.removal_reasons as "removalReasons", c.permanency_goal as "permanencyGoal",
     f.caseworker, f.court, f.next_hearing as "nextHearing", c.icwa_indicator as "icwaIndicator",
     c.medical_consent_authority as "medicalConsentAuthority", c.placement_type as "placementType",
     c.placement_start as "placementStart", c.placement_county as "placementCounty",
     c.investigation_status as "investigationStatus", c.finding,
     array(
       select distinct a.worker from case_assignment a
       where a.case_number = c.case_number and f.status = 'OPEN' and a.assigned_on <= $2
         and (a.ended_on is null or a.ended_on > $2)
       order by a.worker
     ) as "assignedWorkers"
   from child c join child_welfare_case f using (case_number)
   where c.cyp_id = any($1)`,
);

const caseFiles = keyedStatement<CaseFileRecord>(
  'childwelfare.caseFiles',
  ({ number }) => number,
  'select case_number as number, status from child_welfare_case where case_number = any($1)',
);

const childrenOfCases = keyedStatement<ChildOfCaseRecord>(
  'childwelfare.childrenOfCases',
  ({ caseNumber }) => caseNumber,
  `select case_number as "caseNumber", cyp_id as "cypId"
   from child where case_number = any($1) order by cyp_id`,
);

export interface ChildWelfareEventRecord extends EventRecord<ChildWelfareEventKind> {
  readonly placementType: PlacementType | null;
}

/**
 * Reports and investigations are not read at all, nor is any event of a child whose investigation was unfounded. Placements
 * in treatment, in detention, or on the run are left out together, so that a gap does not say which it was.
 */
const events = eventStatement<ChildWelfareEventRecord>('childwelfare.events', {
  key: 'cyp_id',
  kinds: { REMOVAL: 'day', PLACEMENT: 'period', HEARING: 'day', VISIT: 'day', CLOSURE: 'day' },
  columns: 'event.placement_type as "placementType"',
  except: `event.placement_type in ('PSYCHIATRIC_HOSPITAL', 'DETENTION', 'RUNAWAY') and event.kind = 'PLACEMENT'
      or exists (select 1 from child where child.cyp_id = event.cyp_id and child.finding = 'UNFOUNDED')`,
});

export interface ChildWelfareLoaders {
  readonly childCase: DataLoader<string, ChildWelfareCaseRecord | null>;
  readonly caseFile: DataLoader<string, CaseFileRecord | null>;
  readonly children: DataLoader<string, readonly ChildOfCaseRecord[]>;
  readonly events: DataLoader<string, readonly ChildWelfareEventRecord[]>;
}

export function createChildWelfareLoaders({ database, clock }: SubgraphSystem): ChildWelfareLoaders {
  return {
    childCase: createKeyedLoader((ids) => database.byKey(childCases, ids, illinoisDate(clock()))),
    caseFile: createKeyedLoader((numbers) => database.byKey(caseFiles, numbers)),
    children: createGroupedLoader((numbers) => database.byKey(childrenOfCases, numbers)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
