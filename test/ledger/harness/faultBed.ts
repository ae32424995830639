import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  developmentAudience,
  developmentIssuer,
  startDevelopmentKeyServer,
} from '../../../cli/local/developmentIssuer.ts';
import { developmentKey } from '../../../cli/local/developmentKeys.ts';
import { type Verification, verifierKeyOf } from '../../../ledger/index.ts';
import { type CuttableProxy, startCuttableProxy } from '../../../ledger/test/cuttableProxy.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../../ledger/test/ledgerDatabase.ts';
import { verifyStored } from '../../../ledger/test/verifiedExport.ts';
import type { DisclosureRecord } from '../../../schema/disclosureRecord.ts';
import { type GatewayProcess, startGatewayProcess } from '../../harness/product/gatewayProcess.ts';
import { type Person360, startPerson360 } from '../../harness/product/person360.ts';
import { bodiesOf, recordsOf } from '../../harness/recordsOf.ts';

const ORIGIN = 'ledger.test/gateway-1';

/** All systems, a ledger database that can be hurt without hurting them, and a gateway process between the two. */
export interface FaultBed {
  readonly system: Person360;
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
  const system = await startPerson360();
  const database = await startLedgerDatabase();
  const proxy = await startCuttableProxy(() => database.postgres().port);
  const keys = await startDevelopmentKeyServer(system.dataDirectory);
  const directory = await mkdtemp(join(tmpdir(), 'person360-faults-'));
  const file = async (name: string, text: string | Buffer): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const signingKey = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const grantKey = developmentKey(system.dataDirectory, 'grants').export({ type: 'pkcs8', format: 'pem' });
  const throughProxy = new URL(database.writerUrl());
  throughProxy.port = String(proxy.port);
  const environment: Record<string, string> = {
    PORT: '0',
    PERSON360_JWKS_URL: keys.issuerJwksUrl,
    PERSON360_ISSUER: developmentIssuer,
    PERSON360_AUDIENCE: developmentAudience,
    PERSON360_GRANT_PRIVATE_KEY_FILE: await file('grants.pem', grantKey),
    PERSON360_LEDGER_DATABASE_URL: throughProxy.href,
    PERSON360_LEDGER_ORIGIN: ORIGIN,
    PERSON360_LEDGER_SIGNING_KEY_FILE: await file('ledger.pem', signingKey),
    PERSON360_PERSON_REFERENCE_KEYS_FILE: await file('references.txt', `test ${randomBytes(32).toString('base64url')}`),
  };
  for (const [name, url] of system.subgraphUrls) environment[`${name.toUpperCase()}_URL`] = url;
  return {
    system,
    database,
    proxy,
    startGateway: (workers = 1) => startGatewayProcess({ ...environment, PERSON360_WORKERS: String(workers) }),
    records: (tree = '') => recordsOf(database.readerUrl(), `${ORIGIN}${tree}`),
    size: async (tree = '') => (await bodiesOf(database.readerUrl(), `${ORIGIN}${tree}`)).length,
    verify: (tree = '') => verifyStored(database, `${ORIGIN}${tree}`, verifierKeyOf(`${ORIGIN}${tree}`, signingKey)),
    async stop() {
      await proxy.close();
      await database.stop();
      await keys.stop();
      await system.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
