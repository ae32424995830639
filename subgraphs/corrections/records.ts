import type DataLoader from 'dataloader';
import type {
  AdmissionType,
  CustodyEventKind,
  CustodyStatus,
  FelonyClass,
  SupervisionLevel,
} from '../../schema/generated/enums/corrections.ts';
import { type EventRecord, eventStatement } from '../kit/database/eventStatement.ts';
import { createGroupedLoader, createKeyedLoader } from '../kit/database/keyedLoader.ts';
import { keyedStatement } from '../kit/database/statement.ts';
import type { SubgraphContext, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

export type CorrectionsContext = SubgraphContext<CorrectionsLoaders>;

/** A person by this system's own number; nothing more is known of them here. */
export interface CorrectionsPerson {
  readonly idocNumber: string;
  /** If it has been read already. */
  readonly record?: CustodyRecordRow | undefined;
}

export interface CustodyRecordRow {
  readonly idocNumber: string;
  readonly status: CustodyStatus;
  readonly parentInstitution: string | null;
  readonly admissionDate: string;
  readonly admissionType: AdmissionType;
  readonly projectedMsrDate: string | null;
  readonly projectedDischargeDate: string | null;
  readonly lastParoledDate: string | null;
  readonly violentOffenderRegistration: boolean;
  readonly msrConditions: readonly string[];
  readonly paroleAgent: string | null;
  readonly supervisionLevel: SupervisionLevel | null;
  readonly visitsAllowed: boolean;
  readonly noContactOrders: readonly string[];
  readonly programs: readonly string[];
  readonly highSchoolEquivalency: boolean;
}

export interface SentenceRow {
  readonly idocNumber: string;
  readonly mittimus: string;
  readonly class: FelonyClass;
  readonly counts: number;
  readonly offense: string;
  readonly custodyDate: string;
  readonly sentenceYears: number;
  readonly sentenceMonths: number;
  readonly county: string;
}

/** Discipline, gang affiliation, grievances and mental health treatment, which no approval opens, are not read at all. */
const custodyRecords = keyedStatement<CustodyRecordRow>(
  'corrections.custodyRecords',
  ({ idocNumber }) => idocNumber,
  `select idoc_number as "idocNumber", status, parent_institution as "parentInstitution",
     admission_date as "admissionDate", admission_type as "admissionType", projected_msr_date as "projectedMsrDate",
     projected_discharge_date as "projectedDischargeDate", last_paroled_date as "lastParoledDate",
     violent_offender_registration as "violentOffenderRegistration", msr_conditions as "msrConditions",
     parole_agent as "paroleAgent", supervision_level as "supervisionLevel", visits_allowed as "visitsAllowed",
     no_contact_orders as "noContactOrders", programs, high_school_equivalency as "highSchoolEquivalency"
   from custody_record where idoc_number = any($1)`,
);

const sentences = keyedStatement<SentenceRow>(
  'corrections.sentences',
  ({ idocNumber }) => idocNumber,
  `select idoc_number as "idocNumber", mittimus, class, counts, offense, custody_date as "custodyDate",
     sentence_years as "sentenceYears", sentence_months as "sentenceMonths", county
   from sentence where idoc_number = any($1) order by custody_date desc, mittimus`,
);

export interface CustodyEventRecord extends EventRecord<CustodyEventKind> {
  readonly facility: string | null;
}

/** Discipline and transfers for treatment, with the return from them, are not read at all. */
const events = eventStatement<CustodyEventRecord>('corrections.events', {
  key: 'idoc_number',
  kinds: { ADMISSION: 'period', TRANSFER: 'day', RELEASE: 'day' },
  columns: 'event.facility',
});

export interface CorrectionsLoaders {
  readonly custodyRecord: DataLoader<string, CustodyRecordRow | null>;
  readonly sentences: DataLoader<string, readonly SentenceRow[]>;
  readonly events: DataLoader<string, readonly CustodyEventRecord[]>;
}

export function createCorrectionsLoaders({ database, clock }: SubgraphSystem): CorrectionsLoaders {
  return {
    custodyRecord: createKeyedLoader((numbers) => database.byKey(custodyRecords, numbers)),
    sentences: createGroupedLoader((numbers) => database.byKey(sentences, numbers)),
    events: createGroupedLoader((keys) => database.byKey(events, keys, illinoisDate(clock()))),
  };
}
