import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  startDevelopmentKeyServer,
} from '../../../cli/local/developmentIssuer.ts';
import { developmentKey } from '../../../cli/local/developmentKeys.ts';
import { eventually } from '../eventually.ts';
import { programArguments } from '../program.ts';
import type { Product } from './stateProduct.ts';

/** The production entry as a process that can be killed. */
export interface GatewayProcess {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Standard output so far: the gateway's log. */
  readonly log: () => string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface ProcessOptions {
  readonly ledger: {
    readonly databaseUrl: string;
    readonly origin: string;
    /** Ed25519, PKCS #8 PEM. */
    readonly signingKey: string;
    /** Lines of epoch and key. */
    readonly pseudonymKeys: string;
  };
  /** Processes that share the port. Default: 1. */
  readonly workers?: number;
}

/** Starts it before the systems of a product, and resolves when it is ready. Rejects with its log when it ends before. */
export async function startGatewayProcess(product: Product, options: ProcessOptions): Promise<GatewayProcess> {
  const keys = await startDevelopmentKeyServer(product.dataDirectory);
  const directory = await mkdtemp(join(tmpdir(), 'person360-gateway-'));
  const environment = await environmentOf(product, options, keys.issuerJwksUrl, directory);
  const { NODE_OPTIONS: _ofTheTestRunner, NODE_ENV: _alsoOfIt, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, programArguments('gateway/main.ts'), {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const closed = once(child, 'close').then(async () => {
    await keys.stop();
    await rm(directory, { recursive: true, force: true });
  });
  const url = await eventually(
    async () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The gateway ended: ${log}`);
      return /"url":"([^"]+)"/.exec(log)?.[1];
    },
    (found) => found !== undefined,
    120_000,
  );
  if (url === undefined) throw new Error(`The gateway does not listen: ${log}`);
  const ready = async (): Promise<number> =>
    fetch(new URL('/health/ready', url)).then(
      ({ status }) => status,
      () => 0,
    );
  await eventually(ready, (status) => status === 200, 30_000);
  return {
    url,
    log: () => log,
    async kill(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

async function environmentOf(
  { dataDirectory, subgraphUrls }: Product,
  { ledger, workers = 1 }: ProcessOptions,
  jwksUrl: string,
  directory: string,
): Promise<Readonly<Record<string, string>>> {
  const file = async (name: string, text: string | Buffer): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const grantKey = developmentKey(dataDirectory, 'grants').export({ type: 'pkcs8', format: 'pem' });
  return {
    PORT: '0',
    PERSON360_WORKERS: String(workers),
    PERSON360_JWKS_URL: jwksUrl,
    PERSON360_ISSUER: DEVELOPMENT_ISSUER,
    PERSON360_AUDIENCE: DEVELOPMENT_AUDIENCE,
    PERSON360_GRANT_PRIVATE_KEY_FILE: await file('grants.pem', grantKey),
    PERSON360_LEDGER_DATABASE_URL: ledger.databaseUrl,
    PERSON360_LEDGER_ORIGIN: ledger.origin,
    PERSON360_LEDGER_SIGNING_KEY_FILE: await file('ledger.pem', ledger.signingKey),
    PERSON360_PERSON_REFERENCE_KEYS_FILE: await file('references.txt', ledger.pseudonymKeys),
    ...Object.fromEntries([...subgraphUrls].map(([name, url]) => [`${name.toUpperCase()}_URL`, url])),
  };
}
