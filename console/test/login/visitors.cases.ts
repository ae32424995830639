import { expect, test } from '@jest/globals';
import type { LocalConsole, LocalConsoleOptions } from '../../../cli/local/localConsole.ts';
import { at } from '../../../test/harness/answer.ts';
import { createPublicReads } from '../../server/graph/publicReads.ts';
import { readTrustedDocuments } from '../../server/graph/trustedDocuments.ts';
import { createRateLimit } from '../../server/security/rateLimit.ts';
import { type Browser, createBrowser } from '../harness/httpBrowser.ts';

const documents = {
  register:
    'query R($first: Int) { publicRegister(first: $first) { edges { node { id status } } } ...A } fragment A on Query { agencies { code } }',
  mixed: '{ agencies { code } accessRequests { id } }',
  spread: '{ agencies { code } ...B } fragment B on Query { accessRequests { id } }',
  mutation: 'mutation M($input: MoveInput!) { upholdDenial(input: $input) { approvalRevision } }',
  nothing: '{ __typename }',
};

export function visitors(start: (options: Partial<LocalConsoleOptions>) => Promise<LocalConsole>): void {
  test('lets visitors read the public register without a login, and nothing else', async () => {
    let waited = 0;
    const app = await start({
      documents: readTrustedDocuments(documents),
      sessionClock: () => Date.now() + waited,
    });
    const ask = (browser: Browser, name: string, first = 5) =>
      browser.post('/graphql', { documentId: `sha256:${name}`, variables: { first } });
    const codeOf = async (response: Response) => at(await response.json(), 'errors.0.extensions.code');
    try {
      const visitor = createBrowser(app.origin);
      const response = await ask(visitor, 'register');
      const body = await response.json();
      expect([response.status, at(body, 'errors')]).toEqual([200, undefined]);
      expect(at(body, 'data.agencies')).toContainEqual({ code: 'DCFS' });
      expect(at(body, 'data.publicRegister.edges.length')).toBeGreaterThan(0);
      expect(visitor.everythingReceived()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.|set-cookie/);

      // The same question within a minute is answered from what is there.
      const requestOf = async (first?: number) => (await ask(visitor, 'register', first)).headers.get('x-request-id');
      const requestId = response.headers.get('x-request-id');
      expect(await requestOf()).toBe(requestId);
      expect(await requestOf(6)).not.toBe(requestId);
      waited += 61_000;
      expect(await requestOf()).not.toBe(requestId);

      for (const name of ['mixed', 'spread', 'mutation', 'nothing', 'unknown']) {
        const refused = await ask(visitor, name);
        expect([name, refused.status, await codeOf(refused)]).toEqual([name, 401, 'SESSION_MISSING']);
      }
      expect(await codeOf(await visitor.post('/graphql', { query: '{ agencies { code } }' }))).toBe('SESSION_MISSING');

      waited += 61_000;
      const statuses = await Promise.all(
        Array.from({ length: 125 }, async () => (await ask(visitor, 'register')).status),
      );
      expect(statuses.filter((status) => status === 200)).toHaveLength(120);
      const limited = await ask(visitor, 'register');
      expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '60']);
      expect(await codeOf(limited)).toBe('TOO_MANY_REQUESTS');
      waited += 61_000;
      expect((await ask(visitor, 'register')).status).toBe(200);
    } finally {
      await app.stop();
    }
  });

  test('has no public reads where the identity provider gives the console no token, and asks it once a minute', async () => {
    let now = 0;
    let asked = 0;
    const read = createPublicReads({
      sendToGateway: () => Promise.reject(new Error('There is no gateway.')),
      provider: {
        async ownToken() {
          asked += 1;
          return undefined;
        },
      },
      timeoutMs: 1_000,
      clock: () => now,
      log: () => undefined,
    });
    for (const [time, expected] of [
      [0, 1],
      [59_000, 1],
      [60_000, 2],
    ] as const) {
      now = time;
      expect([time, await read({ kind: 'trusted', id: 'sha256:0', text: '{ agencies { code } }' }, {}), asked]).toEqual(
        [time, undefined, expected],
      );
    }
  });

  test('counts the requests of an address, and of an IPv6 network as of one address', () => {
    const isWithin = createRateLimit({ perMinute: 2, clock: () => 0 });
    const addresses = [
      '2001:db8::1',
      '2001:DB8:0:0:9::7',
      '2001:db8::3',
      '2001:db8:0:1::1',
      '10.0.0.1',
      '::ffff:10.0.0.2',
    ];
    expect(addresses.map(isWithin)).toEqual([true, true, false, true, true, true]);
  });
}
