import { type GraphQLSchema, parse } from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import type { PolicyTable } from '../../supergraph/read/policyTable.ts';
import type { Attribution } from '../authorization/attribution.ts';
import type { Caches } from '../runtime/caches.ts';
import { createDisclosureStage, type DisclosureStage } from './disclosureStage.ts';
import { type GatewayLedgerOptions, openGatewayLedger } from './gatewayLedger.ts';
import { noDisclosure } from './noDisclosure.ts';
import { createRecordedFields } from './records/recordedFields.ts';

/** Setting of the ledger. `off` only where no real data can be disclosed; the production entry has no such choice. */
export type LedgerChoice =
  | ({ readonly kind: 'on'; readonly pseudonymKey: PseudonymKey } & Omit<GatewayLedgerOptions, 'log'>)
  | { readonly kind: 'off' };

export interface Disclosure {
  readonly stage: DisclosureStage;
  /** Reason why the gateway is not ready. Undefined if records are accepted. */
  problem(): string | undefined;
  stop(): Promise<void>;
}

/** Opens the ledger and creates the stage. Throws LedgerUnfit if the ledger cannot be relied on. */
export async function startDisclosure(options: {
  readonly ledger: LedgerChoice;
  readonly schema: GraphQLSchema;
  readonly personType: string;
  readonly policies: PolicyTable;
  readonly attribution: Attribution;
  readonly catalogue: DatasetCatalogue;
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}): Promise<Disclosure> {
  const { ledger: choice, schema, personType, policies, attribution, catalogue, caches, clock, log } = options;
  if (choice.kind === 'off') {
    log('disclosures are not recorded', {});
    return { stage: noDisclosure, problem: () => undefined, stop: async () => undefined };
  }
  const { kind: _, pseudonymKey, ...ledgerOptions } = choice;
  const ledger = await openGatewayLedger({ ...ledgerOptions, log });
  const stage = createDisclosureStage({
    ledger,
    schema,
    personType,
    attribution,
    readingFields: readingFields(),
    fields: createRecordedFields(policies, catalogue),
    pseudonymKey,
    caches,
    clock,
    onUnavailable: (reason) => log('answer withheld', { reason: reason instanceof Error ? reason.message : reason }),
  });
  return { stage, problem: () => ledger.problem(), stop: () => ledger.close() };
}

/** Root fields of the audit system. Reading the log is recorded, too. */
function readingFields(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of parse(readSubgraphSchema('audit')).definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' || definition.name.value !== 'Query') continue;
    for (const { name } of definition.fields ?? []) names.add(name.value);
  }
  return names;
}
