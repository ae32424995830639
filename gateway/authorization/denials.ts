import type { Dataset } from '../../schema/datasetCatalogue.ts';
import type { Decision } from './decision.ts';

export type Denied = Extract<Decision, { kind: 'deny' }>;

export function denyBarred(dataset: Dataset | undefined, bar: string | undefined, law: string | undefined): Denied {
  return {
    kind: 'deny',
    reason: 'HARD_BAR',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: { action: 'NONE', message: `No approval opens this field${law === undefined ? '' : ` (${law})`}.` },
    ...(bar === undefined ? {} : { bar }),
  };
}

export function denyUnknown(dataset: string | undefined): Denied {
  return {
    kind: 'deny',
    reason: 'UNKNOWN_DATASET',
    dataset,
    owner: undefined,
    remedy: { action: 'NONE', message: 'This field belongs to no known dataset; its agency has to describe it.' },
  };
}
