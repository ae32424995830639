import type DataLoader from 'dataloader';
import type {
  MedicaidCoverageStatus,
  MedicaidEligibilityGroup,
  MedicaidEventKind,
  MedicaidMagiBasis,
  MedicaidPlan,
  MedicaidSubscriberRelationship,
  MedicareDualStatus,
} from '../../schema/generated/enums/medicaid.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type MedicaidContext = SubgraphContext<MedicaidLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface MedicaidPerson {
  readonly medicaidRin: string;
  /** If it has been read already. */
  readonly record?: MedicaidCoverageRecord | undefined;
}

export interface MedicaidCoverageRecord {
  readonly rin: string;
  readonly status: MedicaidCoverageStatus;
  readonly eligibilityGroup: MedicaidEligibilityGroup;
  readonly magiBasis: MedicaidMagiBasis;
  readonly coverageStart: string;
  readonly coverageEnd: string | null;
  readonly retroactiveMonths: number;
  readonly redeterminationDate: string | null;
  readonly continuousEligibilityThrough: string | null;
  readonly managedCarePlan: MedicaidPlan;
  readonly relationship: MedicaidSubscriberRelationship;
  readonly emergencyOnly: boolean;
  readonly providerName: string | null;
  readonly providerNpi: string | null;
  readonly lastWellChildVisit: string | null;
  readonly immunizationsUpToDate: boolean | null;
  readonly diagnoses: readonly string[];
  readonly waiverProgram: string | null;
  readonly spendDownAmount: number | null;
  readonly thirdPartyLiability: boolean;
  readonly medicareDualStatus: MedicareDualStatus;
}

/**
 * Diagnoses that a stricter law bars (substance use and mental health F10 to F99, HIV B20 and Z21) and income by the
 * tax agency's data have columns of their own that are not read at all; a code of theirs that was filed among the
 * others by mistake stays in the database too.
 */
const coverages = keyedStatement<MedicaidCoverageRecord>(
  'medicaid.coverages',
  ({ rin }) => rin,
  `select rin, status, eligibility_group as "eligibilityGroup", magi_basis as "magiBasis",
     coverage_start as "coverageStart", coverage_end as "coverageEnd", retroactive_months as "retroactiveMonths",
     redetermination_date as "redeterminationDate", continuous_eligibility_through as "continuousEligibilityThrough",
     managed_care_plan as "managedCarePlan", relationship, emergency_only as "emergencyOnly",
     provider_name as "providerName", provider_npi as "providerNpi",
     last_well_child_visit as "lastWellChildVisit", immunizations_up_to_date as "immunizationsUpToDate",
     array(select code from unnest(diagnoses) with ordinality as filed (code, place)
           where code !~* '^\\s*(F[1-9]|B20|Z21)' order by place) as diagnoses,
     waiver_program as "waiverProgram", spend_down_amount as "spendDownAmount",
     third_party_liability as "thirdPartyLiability", medicare_dual_status as "medicareDualStatus"
   from coverage where rin = any($1)`,
);

export interface MedicaidEventRecord extends EventRecord<MedicaidEventKind> {
  readonly plan: MedicaidPlan | null;
}

/** Events about care and tax data are not read at all. */
const events = eventStatement<MedicaidEventRecord>('medicaid.events', {
  key: 'rin',
  kinds: { ENROLLMENT: 'period', PLAN_CHANGE: 'day', EXIT: 'day' },
  columns: 'event.plan',
});

export interface MedicaidLoaders {
  readonly coverage: DataLoader<string, MedicaidCoverageRecord | null>;
  readonly events: DataLoader<string, readonly MedicaidEventRecord[]>;
}

export function createMedicaidLoaders({ database, clock }: SubgraphSystem): MedicaidLoaders {
  return {
    coverage: createKeyedLoader((rins) => database.byKey(coverages, rins)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
