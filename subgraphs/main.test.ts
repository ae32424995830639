import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { programArguments } from '../test/harness/program.ts';
import { readSubgraphConfig } from './config.ts';
import { startTestSystems, type TestSystems } from './kit/testing/testSystems.ts';

describe('configuration of one system', () => {
  const environment = {
    SNAP_DATABASE_URL: 'postgres://u:p@h/d',
    PORT: '4001',
    PERSON360_GRANT_JWKS_URL: 'https://gateway/keys',
    PERSON360_FACTS_URL: 'https://identity/facts',
    PERSON360_ENCRYPTION_KEY_FILE: 'encryption.json',
  };

  const emou = {
    ...environment,
    EMOU_DATABASE_URL: 'postgres://u:p@h/d',
    PERSON360_FEED_PRIVATE_KEY_FILE: 'feed.pem',
    PERSON360_LEDGER_DATABASE_URL: 'postgres://u:p@h/ledger',
    PERSON360_LEDGER_ORIGIN: 'log.example/emou',
    PERSON360_LEDGER_SIGNING_KEY_FILE: 'ledger.pem',
  };

  test('is read from the environment', () => {
    expect(readSubgraphConfig('snap', environment)).toMatchObject({
      name: 'snap',
      databaseUrl: 'postgres://u:p@h/d',
      port: 4001,
      host: '127.0.0.1',
      grantJwksUrl: 'https://gateway/keys',
      factsUrl: 'https://identity/facts',
    });
  });

  test.each([
    [undefined, environment, 'Name the system'],
    ['nobody', environment, 'Name the system'],
    ['tanf', environment, 'Set TANF_DATABASE_URL'],
    ['snap', { ...environment, SNAP_DATABASE_URL: 'mysql://u:SECRET@h' }, 'Set SNAP_DATABASE_URL'],
    ['snap', { ...environment, PORT: 'many' }, 'Set PORT'],
    ['snap', { ...environment, PORT: undefined }, 'Set PORT'],
    ['snap', { ...environment, PERSON360_GRANT_JWKS_URL: 'file:///etc/passwd' }, 'Set PERSON360_GRANT_JWKS_URL'],
    ['snap', { ...environment, PERSON360_FACTS_URL: undefined }, 'Set PERSON360_FACTS_URL'],
    ['snap', { ...environment, PERSON360_ENCRYPTION_KEY_FILE: undefined }, 'Set PERSON360_ENCRYPTION_KEY_FILE'],
    ['identity', { ...environment, IDENTITY_DATABASE_URL: 'postgres://u:p@h/d' }, 'Set CHILDWELFARE_FACTS_URL'],
    ['emou', { ...environment, EMOU_DATABASE_URL: 'postgres://u:p@h/d' }, 'Set PERSON360_FEED_PRIVATE_KEY_FILE'],
    ['emou', { ...emou, PERSON360_LEDGER_DATABASE_URL: 'http://u:SECRET@h' }, 'Set PERSON360_LEDGER_DATABASE_URL'],
    ['emou', { ...emou, PERSON360_LEDGER_ORIGIN: undefined }, 'Set PERSON360_LEDGER_ORIGIN'],
    ['emou', { ...emou, PERSON360_LEDGER_SIGNING_KEY_FILE: undefined }, 'Set PERSON360_LEDGER_SIGNING_KEY_FILE'],
    ['emou', { ...emou, SMTP_URL: 'smtp://u:SECRET@h' }, 'Set PERSON360_MAIL_TARGETS_FILE'],
    ['emou', { ...emou, SMTP_URL: 'http://u:SECRET@h', PERSON360_MAIL_TARGETS_FILE: 'f' }, 'Set SMTP_URL'],
    ['emou', { ...emou, SMTP_URL: 'smtp://h', PERSON360_MAIL_TARGETS_FILE: 'f' }, 'Set PERSON360_MAIL_FROM'],
  ])('%s with something missing names what to set, never a value', (name, given, message) => {
    expect(() => readSubgraphConfig(name, given)).toThrow(message);
    expect(() => readSubgraphConfig(name, given)).not.toThrow('SECRET');
  });
});

describe('one system in its own process', () => {
  let systems: TestSystems;
  beforeAll(async () => {
    systems = await startTestSystems();
  }, 60_000);
  afterAll(() => systems.stop());

  const start = (environment: Readonly<Record<string, string>>, ...args: string[]): ChildProcess =>
    spawn(process.execPath, [...programArguments('subgraphs/main.ts'), ...args], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  test('migrates, serves, and stops cleanly on SIGTERM', async () => {
    const child = start(
      {
        SNAP_DATABASE_URL: await systems.postgres.ensureSystem('snap'),
        PORT: '0',
        PERSON360_GRANT_JWKS_URL: systems.issuer.jwksUrl,
        PERSON360_FACTS_URL: 'http://127.0.0.1:9/facts',
        PERSON360_ENCRYPTION_KEY_FILE: systems.keyFile,
      },
      'snap',
    );
    const port = await listeningPort(child);
    expect(await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST' })).status).toBe(401);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 60_000);

  test('says what to set, and ends', async () => {
    const child = start({}, 'snap');
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(output).toContain('Set SNAP_DATABASE_URL');
  }, 60_000);
});

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Listening on port (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`It ended: ${output}`)));
  });
}
