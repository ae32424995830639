import type { Decision } from '../model/decision.ts';
import type { FieldTreatment, TreatmentWay } from '../model/fieldAccess.ts';
import type { Transforms } from '../response/transforms.ts';

/** What an engine does with a field by its decision. */
export function treatmentOf(decision: Decision, transforms: Transforms): FieldTreatment {
  if (decision.kind === 'deny') return { kind: 'deny' };
  const ways = waysOf(decision, transforms);
  return ways === undefined ? { kind: 'show' } : { kind: 'ways', ways };
}

/** Undefined: denied, or open for everybody as it is. */
export function waysOf(decision: Decision, transforms: Transforms): readonly TreatmentWay[] | undefined {
  if (decision.kind === 'deny' || decision.ways === undefined) return undefined;
  return decision.ways.map(({ when, transform }) => ({
    when,
    transform: transform === null ? undefined : transforms(transform),
  }));
}
