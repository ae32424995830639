import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type Verification, verifierKeyOf } from '../../../ledger/index.ts';
import { type CuttableProxy, startCuttableProxy } from '../../../ledger/test/cuttableProxy.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../../ledger/test/ledgerDatabase.ts';
import { verifyStored } from '../../../ledger/test/verifiedExport.ts';
import type { DisclosureRecord } from '../../../schema/ledger/disclosureRecord.ts';
import {
  type GatewayProcess,
  type Product,
  startGatewayProcess,
  startProduct,
} from '../../harness/product/startProduct.ts';
import { bodiesOf, recordsOf } from '../../harness/recordsOf.ts';

const ORIGIN = 'ledger.test/gateway-1';

/** All systems, a ledger database that can be hurt without hurting them, and a gateway process between the two. */
export interface FaultBed {
  readonly system: Product;
  readonly database: LedgerDatabase;
  readonly proxy: CuttableProxy;
  /** @param workers processes that share the port, with a tree each; default: one process */
  startGateway(workers?: number): Promise<GatewayProcess>;
  /** @param tree what follows the gateway's name in the name of the tree, as `/worker-1` */
  records(tree?: string): Promise<readonly DisclosureRecord[]>;
  /** Entries, of whatever kind. */
  size(tree?: string): Promise<number>;
  verify(tree?: string): Promise<Verification>;
  stop(): Promise<void>;
}

export async function startFaultBed(): Promise<FaultBed> {
  const system = await startProduct();
  const database = await startLedgerDatabase();
  const proxy = await startCuttableProxy(() => database.postgres().port);
  const signingKey = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const throughProxy = new URL(database.writerUrl());
  throughProxy.port = String(proxy.port);
  const pseudonymKeys = `test ${randomBytes(32).toString('base64url')}`;
  const ledger = { databaseUrl: throughProxy.href, origin: ORIGIN, signingKey, pseudonymKeys };
  return {
    system,
    database,
    proxy,
    startGateway: (workers = 1) => startGatewayProcess(system, { ledger, workers }),
    records: (tree = '') => recordsOf(database.readerUrl(), `${ORIGIN}${tree}`),
    size: async (tree = '') => (await bodiesOf(database.readerUrl(), `${ORIGIN}${tree}`)).length,
    verify: (tree = '') => verifyStored(database, `${ORIGIN}${tree}`, verifierKeyOf(`${ORIGIN}${tree}`, signingKey)),
    async stop() {
      await proxy.close();
      await database.stop();
      await system.stop();
    },
  };
}
