import type { GraphQLSchema } from 'graphql';
import type { Ledger } from '../../ledger/index.ts';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import type { PolicyTable } from '../../supergraph/read/policyTable.ts';
import type { Attribution } from '../authorization/attribution.ts';
import type { Caches } from '../runtime/caches.ts';
import { createDisclosureStage, type DisclosureStage } from './disclosureStage.ts';
import { createAppendWithManifests } from './records/disclosureManifest.ts';
import { createEntryWriter } from './records/entryWriter.ts';
import { createPseudonyms } from './records/pseudonyms.ts';
import { createRecordedFields } from './records/recordedFields.ts';
import { createHmacOf } from './request/hmac.ts';

/** What records depend on in one supergraph. */
export interface RecordedGraph {
  readonly schema: GraphQLSchema;
  readonly personType: string;
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  /** Types that lead to persons: looking one of them up is a search for persons. */
  readonly attribution: Pick<Attribution, 'subjectsOf'>;
  /** Names of the root fields that read the log itself. */
  readonly logFields: readonly string[];
  readonly caches: Caches;
}

/**
 * Creates the stages of successive supergraphs. What does not depend on a supergraph is shared: a manifest that was
 * written for one is not written again for the next.
 */
export function createDisclosureStages(options: {
  readonly ledger: Pick<Ledger, 'append' | 'hasRoomFor'>;
  readonly pseudonymKey: PseudonymKey;
  readonly caches: Caches;
  readonly clock: () => Date;
  /** Called with the reason for the operator when a request is refused. */
  readonly onUnavailable: (reason: unknown) => void;
}): (graph: RecordedGraph) => DisclosureStage {
  const { ledger, pseudonymKey, caches, clock, onUnavailable } = options;
  const pseudonymOf = createPseudonyms(pseudonymKey, caches);
  const hmac = createHmacOf(pseudonymKey.secret);
  const shared = {
    ...{ ledger, clock, onUnavailable, pseudonymOf, hmac },
    epoch: pseudonymKey.epoch,
    beginEntries: createEntryWriter(hmac, pseudonymOf),
    append: createAppendWithManifests(ledger, caches),
    introspected: caches.lru<string, true>('readers of the schema', { max: 100_000, bytesOf: () => 150 }),
  };
  return ({ schema, personType, policies, catalogue, attribution, logFields, caches: own }) =>
    createDisclosureStage({
      ...shared,
      schema,
      personType,
      attribution,
      readingFields: new Set(logFields),
      fields: createRecordedFields(policies, catalogue),
      caches: own,
    });
}
