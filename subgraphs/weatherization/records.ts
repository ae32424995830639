import type DataLoader from 'dataloader';
import type {
  DisconnectionStatus,
  DwellingType,
  EnergyCategoricalBasis,
  EnergyPriorityGroup,
  FuelType,
  HealthSafetyFinding,
  LiheapBenefitType,
  Tenure,
  WeatherizationEventKind,
  WeatherizationFunding,
  WeatherizationMeasure,
  WeatherizationStatus,
} from '../../schema/generated/enums/weatherization.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type WeatherizationContext = SubgraphContext<WeatherizationLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface WeatherizationPerson {
  readonly energyClientId: string;
  /** If it has been read already. */
  readonly record?: EnergyAssistanceRecord | undefined;
}

export interface EnergyAssistanceRecord {
  readonly clientId: string;
  readonly applicantClientId: string | null;
  readonly status: WeatherizationStatus;
  readonly programYear: number;
  readonly localAgency: string;
  readonly benefitType: LiheapBenefitType;
  readonly benefitAmount: number;
  readonly fuelType: FuelType;
  readonly utilityVendor: string;
  readonly disconnectionStatus: DisconnectionStatus;
  readonly arrearage: number;
  readonly priorityGroups: readonly EnergyPriorityGroup[];
  readonly incomePercentOfPoverty: number;
  readonly categoricalBasis: EnergyCategoricalBasis | null;
  readonly dwellingType: DwellingType;
  readonly tenure: Tenure;
  readonly yearBuilt: number;
  readonly occupants: number;
  readonly auditDate: string | null;
  readonly savingsToInvestmentRatio: number | null;
  readonly blowerDoorPre: number | null;
  readonly blowerDoorPost: number | null;
  readonly measures: readonly WeatherizationMeasure[];
  readonly healthSafetyFindings: readonly HealthSafetyFinding[];
  readonly deferralReason: string | null;
  readonly completionDate: string | null;
  readonly fundingSource: WeatherizationFunding | null;
}

export interface EnergyApplicationRecord {
  readonly number: string;
  readonly status: WeatherizationStatus;
  readonly applicantClientId: string | null;
}

export interface OccupantRecord {
  readonly applicationNumber: string;
  readonly clientId: string;
}

const assistances = keyedStatement<EnergyAssistanceRecord>(
  'weatherization.assistances',
  ({ clientId }) => clientId,
  `select c.client_id as "clientId", applicant.client_id as "applicantClientId", a.status,
     a.program_year as "programYear", a.local_agency as "localAgency", a.benefit_type as "benefitType",
     a.benefit_amount as "benefitAmount", a.fuel_type as "fuelType", a.utility_vendor as "utilityVendor",
     a.disconnection_status as "disconnectionStatus", a.arrearage, a.priority_groups as "priorityGroups",
     a.income_percent_of_poverty as "incomePercentOfPoverty", a.categorical_basis as "categoricalBasis",
     a.dwelling_type as "dwellingType", a.tenure, a.year_built as "yearBuilt", a.occupants,
     a.audit_date as "auditDate", a.savings_to_investment_ratio as "savingsToInvestmentRatio",
     a.blower_door_pre as "blowerDoorPre", a.blower_door_post as "blowerDoorPost", a.measures,
     a.health_safety_findings as "healthSafetyFindings", a.deferral_reason as "deferralReason",
     a.completion_date as "completionDate", a.funding_source as "fundingSource"
   from client c join application a using (application_number)
     left join client applicant on applicant.client_id = a.applicant_client_id
   where c.client_id = any($1)`,
);

const applications = keyedStatement<EnergyApplicationRecord>(
  'weatherization.applications',
  ({ number }) => number,
  `select a.application_number as number, a.status, applicant.client_id as "applicantClientId"
   from application a left join client applicant on applicant.client_id = a.applicant_client_id
   where a.application_number = any($1)`,
);

const occupants = keyedStatement<OccupantRecord>(
  'weatherization.occupants',
  ({ applicationNumber }) => applicationNumber,
  `select application_number as "applicationNumber", client_id as "clientId"
   from client where application_number = any($1) order by client_id`,
);

export interface WeatherizationEventRecord extends EventRecord<WeatherizationEventKind> {
  readonly measure: WeatherizationMeasure | null;
}

const events = eventStatement<WeatherizationEventRecord>('weatherization.events', {
  key: 'client_id',
  kinds: { APPLICATION: 'day', AUDIT: 'day', MEASURE: 'day', VISIT: 'day' },
  columns: 'event.measure',
});

export interface WeatherizationLoaders {
  readonly assistance: DataLoader<string, EnergyAssistanceRecord | null>;
  readonly application: DataLoader<string, EnergyApplicationRecord | null>;
  readonly occupants: DataLoader<string, readonly OccupantRecord[]>;
  readonly events: DataLoader<string, readonly WeatherizationEventRecord[]>;
}

export function createWeatherizationLoaders({ database, clock }: SubgraphSystem): WeatherizationLoaders {
  return {
    assistance: createKeyedLoader((ids) => database.byKey(assistances, ids)),
    application: createKeyedLoader((numbers) => database.byKey(applications, numbers)),
    occupants: createGroupedLoader((numbers) => database.byKey(occupants, numbers)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
