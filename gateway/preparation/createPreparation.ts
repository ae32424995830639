import type { GraphQLSchema } from 'graphql';
import type { Attribution } from '../authorization/attribution.ts';
import { engineThatSaysWhatItShows } from '../disclosure/tracking/engineThatSaysWhatItShows.ts';
import { personIdKey, subjectKey } from '../documents/hiddenKeys.ts';
import type { IntrospectionSetting } from '../documents/introspection.ts';
import { createTransforms } from '../response/transforms.ts';
import { PERSON_TYPE } from '../supergraph/policyTable.ts';
import type { PrepareRequest } from './preparedRequest.ts';
import { createPrepareRequest, type PrepareOptions } from './prepareRequest.ts';

/** Whose data it is that is shown. */
const person = { typeName: PERSON_TYPE, idKey: personIdKey, subjectKey } as const;

export interface PreparationOptions
  extends Pick<PrepareOptions, 'engine' | 'allowance' | 'caches' | 'onPrepare' | 'onPlanViolation'> {
  readonly schema: GraphQLSchema;
  readonly attribution: Attribution;
  /** Whether responses have to say what they show, for the records of disclosures. */
  readonly recorded: boolean;
  readonly introspection?: IntrospectionSetting;
  readonly limits: Pick<PrepareOptions, 'maxSelections' | 'maxPrepared'>;
  readonly clock: () => Date;
}

/** Preparation for a graph of persons. */
export function createPreparation(options: PreparationOptions): PrepareRequest {
  const { engine, schema, attribution, recorded, limits, clock, introspection = 'authenticated' } = options;
  return createPrepareRequest({
    ...options,
    engine: recorded ? engineThatSaysWhatItShows(engine, schema, person, attribution) : engine,
    maxSelections: limits.maxSelections,
    maxPrepared: limits.maxPrepared,
    personType: PERSON_TYPE,
    transforms: createTransforms(clock),
    introspection,
  });
}
