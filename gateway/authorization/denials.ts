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

/** No approval in force opens the field in the way that is needed; the remedy asks for it, ready for `requestAccess`. */
export function denyNotCovered(
  purpose: string,
  dataset: Dataset | undefined,
  coordinate: string,
  message: string,
): Denied {
  return {
    kind: 'deny',
    reason: 'FIELD_NOT_COVERED',
    dataset: dataset?.id,
    owner: dataset?.owner,
    remedy: {
      action: 'REQUEST_ACCESS',
      message,
      ...(dataset === undefined ? {} : { requestAccess: { datasets: [dataset.id], purpose, fields: [coordinate] } }),
    },
  };
}
