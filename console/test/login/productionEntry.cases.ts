import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import express from 'express';
import { Client } from 'pg';
import { consoleUsers } from '../../../cli/local/consoleUsers.ts';
import { developmentKey } from '../../../cli/local/developmentKeys.ts';
import { publicJwk } from '../../../gateway/grants/signingKey.ts';
import type { Product } from '../../../test/harness/product/startProduct.ts';
import { programArguments } from '../../../test/harness/program.ts';
import { createDevelopmentLogin } from '../../development/developmentLogin.ts';
import { createBrowser } from '../harness/httpBrowser.ts';

/** The process that runs in production, with a real database and a provider of OpenID Connect in another process's place. */
export function productionEntry(product: () => Product): void {
  test('starts from its environment, signs users in, says whether it is ready, and stops cleanly', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'person360-console-'));
    const databaseUrl = product().databaseUrls.get('snap') ?? '';
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    // Left by a console that ran before.
    await database.query('create table console_session (key text primary key, sealed bytea, expires_at timestamptz)');
    await database.query("insert into console_session values ('old', '', now() - interval '1 hour')");
    const port = await freePort();
    const provider = await startProvider(product().dataDirectory, `http://localhost:${port}`);
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Person 360</title>');
    await writeFile(join(folder, 'documents.json'), '{}');
    await writeFile(join(folder, 'secret'), `${provider.clientSecret}\n`);
    const run = start({
      PERSON360_CONSOLE_URL: `http://localhost:${port}`,
      PERSON360_GATEWAY_URL: 'http://127.0.0.1:9/graphql',
      PERSON360_OIDC_ISSUER: provider.issuer,
      PERSON360_OIDC_CLIENT_ID: provider.clientId,
      PERSON360_OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'),
      PERSON360_CONSOLE_DATABASE_URL: databaseUrl,
      PERSON360_CONSOLE_SECRET: randomBytes(32).toString('base64url'),
      PERSON360_CONSOLE_WEB: folder,
      PORT: String(port),
    });
    try {
      await run.printed('console listening');
      expect((await database.query('select key from console_session')).rows).toEqual([]);
      const browser = createBrowser(`http://localhost:${port}`);
      const ready = await browser.get('/health/ready');
      expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }]);
      expect(await (await browser.get('/log')).text()).toContain('Person 360');
      const redirect = await browser.get('/login');
      expect(redirect.status).toBe(303);
      expect(redirect.headers.get('location')).toMatch(new RegExp(`^${provider.issuer}/auth\\?.*code_challenge=`));
      await browser.signIn('dcfs.caseworker');
      expect(await (await browser.post('/session')).json()).toMatchObject({ user: { subject: 'dcfs.caseworker' } });
      expect((await database.query('select key from console_session')).rows).toHaveLength(1);
      await database.query('drop table console_session');
      expect((await browser.get('/health/ready')).status).toBe(503);
      expect((await browser.get('/health/live')).status).toBe(200);
      run.child.kill('SIGTERM');
      expect(await run.ended).toEqual([0, null]);
    } finally {
      run.child.kill('SIGKILL');
      await database.end();
      await provider.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('names every variable that is missing or wrong, never a value, and ends', async () => {
    const run = start({
      PERSON360_CONSOLE_URL: 'http://console.example.gov',
      PERSON360_OIDC_ISSUER: 'http://idp.example.gov',
      PERSON360_OIDC_CLIENT_SECRET: 'HIDDEN',
      PERSON360_CONSOLE_DATABASE_URL: 'mysql://u:HIDDEN@h/d',
      PERSON360_CONSOLE_SECRET: 'HIDDEN-and-short',
      PERSON360_EXPLORER_ROLES: 'HIDDEN!',
      PORT: 'HIDDEN',
    });
    expect(await run.ended).toEqual([1, null]);
    const named = [...run.output().matchAll(/Set (\w+)/g)].map(([, name]) => name).sort();
    expect(named).toEqual([
      'PERSON360_CONSOLE_DATABASE_URL',
      'PERSON360_CONSOLE_SECRET',
      'PERSON360_CONSOLE_URL',
      'PERSON360_EXPLORER_ROLES',
      'PERSON360_GATEWAY_URL',
      'PERSON360_OIDC_CLIENT_ID',
      'PERSON360_OIDC_ISSUER',
      'PORT',
    ]);
    expect(run.output()).not.toContain('HIDDEN');
  });
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown[]>;
  output(): string;
  printed(text: string): Promise<void>;
}

function start(environment: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, programArguments('console/server/main.ts'), {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'close');
  const printed = (text: string) =>
    new Promise<void>((resolve, reject) => {
      if (output.includes(text)) return resolve();
      child.stdout?.on('data', () => output.includes(text) && resolve());
      child.once('close', () => reject(new Error(`It ended: ${output}`)));
    });
  return { child, ended, output: () => output, printed };
}

/** The development login at an address of its own, found by discovery. */
async function startProvider(dataDirectory: string, consoleOrigin: string) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // A listening TCP server has an address object.
  const issuer = `http://localhost:${port}/development-login`;
  const { key, jwk } = publicJwk(developmentKey(dataDirectory, 'issuer'));
  const login = await createDevelopmentLogin({
    ...{ origin: consoleOrigin, issuer, audience: 'person360', users: consoleUsers },
    key: { ...key.privateKey.export({ format: 'jwk' }), ...jwk },
    clock: () => new Date(),
  });
  server.on('request', express().use(login.path, login.routes));
  return {
    ...{ issuer, clientId: login.clientId, clientSecret: login.clientSecret },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
