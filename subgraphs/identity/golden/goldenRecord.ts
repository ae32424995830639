import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';

/** A record of the person. */
export interface GoldenRecord {
  readonly system: string;
  readonly registeredAt: Date;
  readonly content: RecordContent;
}
