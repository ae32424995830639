import type { LedgerEntry } from '../../../ledger/index.ts';
import type { EmergencyDisclosure } from '../../model/emergency.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { LogReadings } from '../request/logReadings.ts';
import type { Lookups } from '../request/lookups.ts';
import type { DisclosedByPerson } from './disclosedByPerson.ts';
import type { Effects } from './effects.ts';
import type { WriteEntry } from './entryWriter.ts';
import type { PseudonymOf } from './pseudonyms.ts';
import type { RecordTemplates } from './recordTemplates.ts';
import type { RefusedPlace } from './refusedPlace.ts';

/** The records of one request while they are built. Each builder adds the records of one kind to `entries`. */
export interface RequestRecords {
  readonly entries: LedgerEntry[];
  readonly write: WriteEntry;
  readonly pseudonymOf: PseudonymOf;
  readonly templates: RecordTemplates;
  /** Kind of the records of what is disclosed. */
  readonly kind: 'disclosure' | 'break-glass';
  readonly response: EngineResponse;
  readonly lookups: Lookups;
  readonly readings: LogReadings;
  readonly disclosed: DisclosedByPerson;
  /** Undefined unless the operation is a mutation that was carried out. */
  readonly changed: Effects | undefined;
  readonly denied: readonly RefusedPlace[];
  readonly byEmergency: EmergencyDisclosure | undefined;
}
