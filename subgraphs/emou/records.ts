import type DataLoader from 'dataloader';
import type { AgencyCode } from '../../schema/catalog/agencies.ts';
import type { Dataset } from '../../schema/catalog/datasetCatalogue.ts';
import type { SubgraphContext } from '../kit/subgraphDefinition.ts';
import type { AgreementEvent } from './agreement/move.ts';
import type { AgreementState } from './agreement/status/statusAt.ts';

/** An agreement from its first draft to its end: the request, the approval and the history. */
export interface AgreementRecord {
  readonly id: string;
  readonly events: readonly AgreementEvent[];
  /** State at the instant of reading. */
  readonly state: AgreementState;
}

export interface AgencyRecord {
  readonly code: AgencyCode;
  readonly name: string;
  readonly signedOn: string;
}

export type DatasetRecord = Dataset;

export interface EmouLoaders {
  readonly agreements: DataLoader<string, AgreementRecord | null>;
}

export type EmouContext = SubgraphContext<EmouLoaders>;
