import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalConsole, type LocalConsoleOptions, startLocalConsole } from '../../cli/local/localConsole.ts';
import { at } from '../../test/harness/answer.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { type Product, startProduct } from '../../test/harness/product/startProduct.ts';
import { readTrustedDocuments } from '../server/graph/trustedDocuments.ts';
import { type Browser, createBrowser } from './harness/httpBrowser.ts';
import { postgresSessions } from './login/postgresSessions.cases.ts';
import { productionEntry } from './login/productionEntry.cases.ts';
import { visitors } from './login/visitors.cases.ts';
import { webFiles } from './login/webFiles.cases.ts';

const MINUTE = 60_000;
const hash = 'a'.repeat(64);
const mutationHash = 'b'.repeat(64);

describe('the console server', () => {
  let product: Product;
  let consoleApp: LocalConsole;
  let webDirectory: string;
  beforeAll(async () => {
    product = await startProduct();
    webDirectory = await mkdtemp(join(tmpdir(), 'person360-web-'));
    await writeFile(join(webDirectory, 'index.html'), '<!doctype html><title>Person 360</title>');
    consoleApp = await start({});
  }, 120_000);
  afterAll(async () => {
    await consoleApp?.stop();
    await product?.stop();
    await rm(webDirectory, { recursive: true, force: true });
  });

  const start = (options: Partial<LocalConsoleOptions>) =>
    startLocalConsole({
      dataDirectory: product.dataDirectory,
      port: 0,
      gatewayUrl: product.url,
      documents: readTrustedDocuments({
        [hash]: product.example.query,
        [mutationHash]: 'mutation M($input: MoveInput!) { upholdDenial(input: $input) { approvalRevision } }',
      }),
      webDirectory,
      clock: product.clock.now,
      log: () => undefined,
      ...options,
    });

  /** Runs a test with a console whose sessions have a clock that the test moves. */
  async function withClock(work: (app: LocalConsole, wait: (ms: number) => void) => Promise<void>): Promise<void> {
    let waited = 0;
    const app = await start({ sessionClock: () => Date.now() + waited });
    const wait = (ms: number): void => {
      waited += ms;
    };
    try {
      await work(app, wait);
    } finally {
      await app.stop();
    }
  }
  const signIn = async (subject: string, app: LocalConsole = consoleApp): Promise<Browser> => {
    const browser = createBrowser(app.origin);
    await browser.signIn(subject);
    return browser;
  };
  const ask = (browser: Browser, headers: Readonly<Record<string, string>> = {}) =>
    browser.post('/graphql', { documentId: `sha256:${hash}`, variables: product.example.variables }, headers);
  const purpose = { 'purpose-of-use': 'FOSTER_CARE_CASE' };
  const codeOf = async (response: Response) => at(await response.json(), 'errors.0.extensions.code');

  test('signs a user in by the code flow, and shows them what the graph shows them', async () => {
    const browser = await signIn('dcfs.caseworker');
    const session = await (await browser.post('/session')).json();
    expect(session).toMatchObject({
      user: { subject: 'dcfs.caseworker', agency: 'DCFS', roles: ['CASEWORKER'] },
      isLocked: false,
      isFresh: true,
    });
    const response = await ask(browser, purpose);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toMatch(/./);
    expect(at(await response.json(), 'data.person.name.given')).toBe('Jada');
  });

  test('never gives a token to the browser', async () => {
    const browser = await signIn('dcfs.caseworker');
    await ask(browser, purpose);
    expect(browser.everythingReceived()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.|refresh_token|access_token/);
    expect(browser.cookie('person360-session')).toMatch(/^[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('refuses what does not come from its own pages', async () => {
    const browser = await signIn('dcfs.caseworker');
    const foreign: readonly Readonly<Record<string, string | undefined>>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: undefined },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': undefined },
      { 'x-person360-console': undefined },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ];
    for (const headers of foreign) {
      const response = await browser.post('/graphql', { documentId: `sha256:${hash}` }, { ...purpose, ...headers });
      expect([headers, response.status, await codeOf(response)]).toEqual([headers, 403, 'NOT_FROM_THE_CONSOLE']);
    }
    // A stolen cookie alone is not enough.
    const stolen = await fetch(`${consoleApp.origin}/graphql?query={__typename}`, {
      headers: { cookie: `person360-session=${browser.cookie('person360-session')?.split(';')[0]}` },
    });
    expect(stolen.status).toBe(403);
  });

  test('refuses documents that its pages do not have, and texts from users who may not explore', async () => {
    const browser = await signIn('dcfs.caseworker');
    expect(await codeOf(await browser.post('/graphql', { documentId: `sha256:${'c'.repeat(64)}` }))).toBe(
      'DOCUMENT_UNKNOWN',
    );
    expect(await codeOf(await browser.post('/graphql', { documentId: '__proto__' }))).toBe('DOCUMENT_UNKNOWN');
    expect(await codeOf(await browser.post('/graphql', { query: '{ __typename }' }))).toBe('EXPLORER_NOT_PERMITTED');
    const both = { query: '{ __typename }', documentId: `sha256:${hash}` };
    for (const body of [both, {}, [], { documentId: 7 }, { documentId: `sha256:${hash}`, extensions: {} }]) {
      expect([body, await codeOf(await browser.post('/graphql', body))]).toEqual([body, 'BAD_REQUEST']);
    }
    const auditor = await signIn('doit.auditor');
    const response = await auditor.post('/graphql', { query: '{ __typename }' });
    // Decisions and emergencies need a recent sign-in; texts of the explorer do neither, and unreadable ones do nothing.
    for (const query of ['mutation { lockAll }', '{ __typename } mutation M { lockAll }', '{ __typename']) {
      expect([query, await codeOf(await auditor.post('/graphql', { query }))]).toEqual([query, 'EXPLORER_READS_ONLY']);
    }
    const emergency = { 'emergency-reason': 'IMMINENT_HARM' };
    expect(await codeOf(await auditor.post('/graphql', { query: '{ __typename }' }, emergency))).toBe(
      'EXPLORER_READS_ONLY',
    );
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  test('locks after 15 idle minutes, and opens again for the same user', () =>
    withClock(async (app, wait) => {
      const browser = await signIn('dcfs.caseworker', app);
      wait(14 * MINUTE);
      expect((await ask(browser, purpose)).status).toBe(200);
      const { locksInMs } = (await (await browser.post('/session/active')).json()) as { readonly locksInMs: number };
      expect(locksInMs).toBeGreaterThan(14.5 * MINUTE);
      wait(15 * MINUTE);
      expect(await codeOf(await ask(browser, purpose))).toBe('SESSION_LOCKED');
      expect(await codeOf(await browser.post('/session/active'))).toBe('SESSION_LOCKED');
      expect(await (await browser.post('/session')).json()).toMatchObject({ isLocked: true });
      await browser.signIn('dcfs.caseworker');
      expect((await ask(browser, purpose)).status).toBe(200);
      expect((await browser.post('/session/lock')).status).toBe(200);
      expect(await codeOf(await ask(browser, purpose))).toBe('SESSION_LOCKED');
    }));

  test('ends after ten hours, whatever its user does, with the token renewed until then', () =>
    withClock(async (app, wait) => {
      const browser = await signIn('dcfs.caseworker', app);
      for (let minutes = 12; minutes < 600; minutes += 12) {
        wait(12 * MINUTE);
        expect((await browser.post('/session/active')).status).toBe(200);
      }
      // The first token is over; the graph needs a moment to learn that its approvals are current at the new time.
      product.clock.advance(60 * MINUTE);
      const shown = await eventually(
        async () => (await ask(browser, purpose)).text(),
        (text) => text.includes('Jada'),
      );
      expect(shown).toContain('Jada');
      wait(12 * MINUTE);
      expect(await codeOf(await browser.post('/session'))).toBe('SESSION_MISSING');
      expect(await codeOf(await ask(browser, purpose))).toBe('SESSION_MISSING');
    }));

  test('asks for a fresh login before a decision and before an emergency', () =>
    withClock(async (app, wait) => {
      const officer = await signIn('idhs.data_officer', app);
      const input = { requestId: '00000000-0000-4000-8000-000000000000', expectedSequence: 1 };
      const decide = () => officer.post('/graphql', { documentId: `sha256:${mutationHash}`, variables: { input } });
      expect(await codeOf(await decide())).not.toBe('FRESH_LOGIN_REQUIRED');
      const caseworker = await signIn('dcfs.caseworker', app);
      wait(6 * MINUTE);
      expect(await codeOf(await decide())).toBe('FRESH_LOGIN_REQUIRED');
      expect(await (await officer.post('/session')).json()).toMatchObject({ isFresh: false });
      const emergency = { ...purpose, 'emergency-reason': 'OVRPS' };
      expect(await codeOf(await ask(caseworker, emergency))).toBe('FRESH_LOGIN_REQUIRED');
      expect((await ask(caseworker, purpose)).status).toBe(200);
    }));

  test('gives each session handles of its own for persons', async () => {
    const { id } = product.example.variables;
    const one = await signIn('dcfs.caseworker');
    const two = await signIn('dcfs.caseworker');
    const handleFor = async (browser: Browser) =>
      at(await (await browser.post('/session/handles', { ids: [id, id] })).json(), 'handles');
    const [handle, again] = (await handleFor(one)) as readonly string[];
    expect(handle).toBe(again);
    expect(handle).not.toContain(id);
    expect(await (await one.post('/session/resolve', { handle })).json()).toEqual({ id });
    expect((await two.post('/session/resolve', { handle })).status).toBe(404);
    for (const bad of ['', 'x', `${handle}A`, 7]) {
      expect([400, 404]).toContain((await one.post('/session/resolve', { handle: bad })).status);
    }
  });

  test('leaves nothing behind at sign-out', async () => {
    const browser = await signIn('dcfs.caseworker');
    const cookie = browser.cookie('person360-session')?.split(';')[0] ?? '';
    const response = await browser.post('/session/end');
    expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(await response.json()).toEqual({ url: '/signed-out' });
    expect(await codeOf(await browser.post('/session'))).toBe('SESSION_MISSING');
    browser.setCookie('person360-session', cookie);
    expect(await codeOf(await ask(browser, purpose))).toBe('SESSION_MISSING');
  });

  test('starts over when the answer of the identity provider is to no login of this browser', async () => {
    const victim = createBrowser(consoleApp.origin);
    const attacker = createBrowser(consoleApp.origin);
    const callback = await attacker.signIn('dcfs.caseworker', '/login', 'stop before the callback');
    const forced = await victim.get(callback);
    expect(forced.headers.get('location')).toBe('/');
    expect(victim.cookie('person360-session')).toBeUndefined();
    await victim.get('/login');
    expect((await victim.get(callback)).headers.get('location')).toBe('/?login=failed');
    expect(victim.cookie('person360-session')).toBeUndefined();
  });

  test('sends nobody to another site after sign-in', async () => {
    for (const elsewhere of ['//elsewhere.example', 'https://elsewhere.example', '/\\\\elsewhere.example', '/login']) {
      const browser = createBrowser(consoleApp.origin);
      const callback = await browser.signIn(
        'dcfs.caseworker',
        `/login?return=${encodeURIComponent(elsewhere)}`,
        'stop before the callback',
      );
      expect((await browser.get(callback)).headers.get('location')).toBe('/');
    }
    const browser = createBrowser(consoleApp.origin);
    const callback = await browser.signIn('dcfs.caseworker', '/login?return=/people/abc', 'stop before the callback');
    expect((await browser.get(callback)).headers.get('location')).toBe('/people/abc');
  });

  test('has the same protection on every response', async () => {
    const browser = createBrowser(consoleApp.origin);
    const responses = [
      await browser.get('/', { accept: 'text/html' }),
      await browser.get('/people/abc', { accept: 'text/html' }),
      await browser.get('/nothing.js'),
      await browser.post('/graphql', {}),
      await browser.get('/login'),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 404, 401, 303]);
    for (const { headers } of responses) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
          "manifest-src 'self';worker-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';" +
          "require-trusted-types-for 'script';trusted-types 'none'",
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  test('says that the graph is down, and that a body is too large or no JSON', async () => {
    const browser = await signIn('doit.auditor');
    expect(await codeOf(await browser.post('/graphql', { query: `{ ${'a'.repeat(300_000)} }` }))).toBe(
      'PAYLOAD_TOO_LARGE',
    );
    expect(await codeOf(await browser.send('/graphql', '{'))).toBe('BAD_REQUEST');
    const lonely = await start({ gatewayUrl: 'http://127.0.0.1:9/graphql' });
    try {
      const other = createBrowser(lonely.origin);
      await other.signIn('doit.auditor');
      const response = await other.post('/graphql', { query: '{ __typename }' });
      expect([response.status, await codeOf(response)]).toEqual([502, 'GATEWAY_UNAVAILABLE']);
    } finally {
      await lonely.stop();
    }
  });

  postgresSessions(() => product);
  visitors(start);
  webFiles(start);
  productionEntry(() => product);
});
