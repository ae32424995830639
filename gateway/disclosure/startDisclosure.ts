import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import type { Caches } from '../runtime/caches.ts';
import type { DisclosureStage } from './disclosureStage.ts';
import { createDisclosureStages, type RecordedGraph } from './disclosureStages.ts';
import { type GatewayLedgerOptions, openGatewayLedger } from './gatewayLedger.ts';
import { noDisclosure } from './noDisclosure.ts';

/** Setting of the ledger. `off` only where no real data can be disclosed; the production entry has no such choice. */
export type LedgerChoice =
  | ({ readonly kind: 'on'; readonly pseudonymKey: PseudonymKey } & Omit<GatewayLedgerOptions, 'log'>)
  | { readonly kind: 'off' };

export interface Disclosure {
  /** Creates the stage for one supergraph. All stages write to the same ledger. */
  readonly stageFor: (graph: RecordedGraph) => DisclosureStage;
  /** Reason why the gateway is not ready. Undefined if records are accepted. */
  problem(): string | undefined;
  stop(): Promise<void>;
}

/** Opens the ledger. Throws LedgerUnfit if the ledger cannot be relied on. */
export async function startDisclosure(options: {
  readonly ledger: LedgerChoice;
  readonly caches: Caches;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}): Promise<Disclosure> {
  const { ledger: choice, caches, clock, log } = options;
  if (choice.kind === 'off') {
    log('disclosures are not recorded', {});
    return { stageFor: () => noDisclosure, problem: () => undefined, stop: async () => undefined };
  }
  const { kind: _, pseudonymKey, ...ledgerOptions } = choice;
  const ledger = await openGatewayLedger({ ...ledgerOptions, log });
  const stageFor = createDisclosureStages({
    ledger,
    pseudonymKey,
    caches,
    clock,
    onUnavailable: (reason) => log('answer withheld', { reason: reason instanceof Error ? reason.message : reason }),
  });
  return { stageFor, problem: () => ledger.problem(), stop: () => ledger.close() };
}
