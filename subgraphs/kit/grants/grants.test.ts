import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { snapSubgraph } from '../../snap/subgraph.ts';
import { askSubgraph } from '../testing/askSubgraph.ts';
import { grantClaims, newSigningKey } from '../testing/grantIssuer.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../testing/testSystems.ts';

const query = '{ __typename }';
const service = '{ _service { sdl } }';

describe('a subgraph answers on /graphql only with a valid grant', () => {
  let systems: TestSystems;
  let snap: TestSystem;
  beforeAll(async () => {
    systems = await startTestSystems();
    snap = await systems.start(snapSubgraph);
  }, 60_000);
  afterAll(() => systems.stop());

  const good = () => grantClaims('snap', ['snap.participation'], systems.now);
  const ask = (grant: string | undefined, text = query) => askSubgraph(snap.running.url, grant, text);

  test('with a good grant it does, also for _service', async () => {
    const grant = systems.issuer.sign(good());
    expect(await ask(grant)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    expect((await ask(grant, service)).text).toContain('SnapParticipation');
  });

  test('without one: 401 and nothing else, whatever is asked and however', async () => {
    for (const text of [query, service, '{ _entities(representations: []) { __typename } }', 'not GraphQL']) {
      const answer = await ask(undefined, text);
      expect(answer).toMatchObject({ status: 401, data: undefined, codes: ['UNAUTHENTICATED'] });
      expect(answer.text).not.toContain('Snap');
    }
    expect((await fetch(snap.running.url)).status).toBe(401);
    expect((await fetch(`${snap.running.url}?query={__typename}`)).status).toBe(401);
    expect((await fetch(snap.running.url, { method: 'POST', body: '{' })).status).toBe(401);
  });

  test('a grant that is not good is none', async () => {
    const { sign, publicKeyPem } = systems.issuer;
    const foreign = newSigningKey().privateKey;
    const { exp: _exp, ...endless } = good();
    const grants: Readonly<Record<string, string>> = {
      'for another system': sign({ ...good(), aud: 'tanf' }),
      'of another issuer': sign({ ...good(), iss: 'somebody' as 'person360-gateway' }),
      'expired beyond the tolerance': sign({ ...good(), exp: good().iat - 6 }),
      'that never expires': sign(endless as ReturnType<typeof good>),
      'signed by a foreign key under a known name': sign(good(), { key: foreign }),
      'signed by a key nobody knows': sign(good(), { key: foreign, keyId: 'unknown' }),
      'not signed': sign(good(), { algorithm: 'none', key: '' }),
      'signed with the public key as an HS256 secret': handmade({ alg: 'HS256', publicKeyPem }),
      'with claims that are not agreed': sign({ ...good(), admin: true } as ReturnType<typeof good>),
      'with datasets that are no list': sign({ ...good(), datasets: 'snap.participation' as unknown as string[] }),
      'not a token': 'a.b.c',
      'too long': `${sign(good())}${'x'.repeat(8_192)}`,
    };
    const answers = await Promise.all(
      Object.entries(grants).map(async ([name, grant]) => `${name}: ${(await ask(grant)).status}`),
    );
    expect(answers).toEqual(Object.keys(grants).map((name) => `${name}: 401`));

    function handmade({ alg, publicKeyPem: secret }: { alg: string; publicKeyPem: string }): string {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const kid = JSON.parse(Buffer.from(sign(good()).split('.')[0] ?? '', 'base64url').toString()).kid;
      const text = `${part({ alg, typ: 'JWT', kid })}.${part(good())}`;
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    }
  });

  test('a grant that was good is refused when its time is over', async () => {
    const grant = systems.issuer.sign(good());
    expect((await ask(grant)).status).toBe(200);
    const before = systems.now;
    systems.now = new Date(before.getTime() + 64_000);
    expect((await ask(grant)).status).toBe(200);
    systems.now = new Date(before.getTime() + 65_000);
    expect((await ask(grant)).status).toBe(401);
    systems.now = before;
    expect((await ask(grant)).status).toBe(200);
  });

  test('while the gateway’s keys are unavailable no grant is accepted: 503, and 200 once they are back', async () => {
    let broken = true;
    const keys = await (await fetch(systems.issuer.jwksUrl)).text();
    const server = createServer((_request, response) => {
      if (broken) response.writeHead(500).end('oops');
      else response.end(keys);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an AddressInfo.
    const { port } = server.address() as AddressInfo;
    const other = await systems.start(snapSubgraph, undefined, { grantJwksUrl: `http://127.0.0.1:${port}/keys` });
    const grant = systems.issuer.sign(good());
    expect(await askSubgraph(other.running.url, grant, query)).toMatchObject({
      status: 503,
      codes: ['GRANT_KEYS_UNAVAILABLE'],
    });
    broken = false;
    expect((await askSubgraph(other.running.url, grant, query)).status).toBe(200);
    server.close();
    server.closeAllConnections();
  });
});
