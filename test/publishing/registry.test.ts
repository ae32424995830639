import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { createKeySet } from '../../keys/keySet.ts';
import { RegistryEvent } from '../../schema/publishing/registryFeed.ts';
import { startTestLog } from '../../subgraphs/emou/testing/testLog.ts';
import { execute } from '../../subgraphs/kit/testing/testSystems.ts';
import {
  datasetsOf,
  GUARD,
  homesSdl,
  officer,
  publisher,
  type RegistryBed,
  startRegistryBed,
} from '../../subgraphs/registry/testing/registryBed.ts';

let bed: RegistryBed;

beforeAll(async () => {
  bed = await startRegistryBed(async ({ postgres }) => (await startTestLog(postgres)).settings);
}, 60_000);
afterAll(() => bed.stop());

const STATE =
  '{ subgraphs { name owner basedOn current { number state kind } pending { number } } supergraph { number } }';

async function basedOn(): Promise<number> {
  const { data } = await bed.ask({}, '{ subgraphs { name basedOn } }');
  return (data as { subgraphs: { name: string; basedOn: number }[] }).subgraphs.find(({ name }) => name === 'homes')
    ?.basedOn as number;
}

async function supergraphNumber(): Promise<number> {
  return ((await bed.ask({}, '{ supergraph { number } }')).data as { supergraph: { number: number } }).supergraph
    .number;
}

const decide = (name: 'approve' | 'reject', number: number, who: Partial<typeof officer>) =>
  bed.ask(
    who,
    `mutation ($input: DecidePublicationInput!) { ${name}Publication(input: $input) {
      publication { number state } supergraph { number } } }`,
    { input: { number, reason: 'Discussed with counsel.' } },
  );

/** The first events that a new reader of the feed gets. */
async function feedEvents(authorization?: string): Promise<readonly RegistryEvent[]> {
  const origin = new URL('/', bed.url()).href;
  const keys = createKeySet({
    ...{ url: `${origin}.well-known/jwks.json`, algorithms: ['ES256'], clock: () => new Date() },
  });
  const verify = createFeedVerifier(keys);
  const abort = new AbortController();
  const headers = authorization === undefined ? {} : { authorization };
  const response = await fetch(`${origin}feed`, { headers, signal: abort.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`status ${response.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true });
    if (text.split('\n\n').length > 2) break;
  }
  abort.abort();
  const events: RegistryEvent[] = [];
  for (const [, data] of text.matchAll(/^data: (\S+)$/gm)) events.push(RegistryEvent.parse(await verify(data ?? '')));
  await keys.stop();
  return events;
}

describe('a first start', () => {
  test('publishes what the product comes with, and nothing on the next one', async () => {
    const expected = {
      subgraphs: [
        {
          name: 'homes',
          owner: 'IDOA',
          basedOn: 1,
          current: { number: 1, state: 'IN_SERVICE', kind: 'SHIPPED' },
          pending: null,
        },
        {
          name: 'pools',
          owner: 'DCEO',
          basedOn: 2,
          current: { number: 2, state: 'IN_SERVICE', kind: 'SHIPPED' },
          pending: null,
        },
      ],
      supergraph: { number: 1 },
    };
    expect((await bed.ask({}, STATE)).data).toEqual(expected);
    await bed.restart();
    expect((await bed.ask({}, STATE)).data).toEqual(expected);
  });

  test('the registry is closed to residents and to callers without a role', async () => {
    for (const roles of [['RESIDENT'], []]) expect((await bed.ask({ roles }, STATE)).codes).toContain('FORBIDDEN');
  });
});

describe('a publication', () => {
  test('of a field that opens no data takes effect at once, and readers of the feed get it signed', async () => {
    const answer = await bed.publish();
    expect(answer.data).toEqual({
      publishSubgraph: {
        publication: { number: 3, version: 2, state: 'IN_SERVICE', secondPersonBecause: [] },
        supergraph: { number: 2 },
        checks: { outcome: 'PASSED', findings: expect.any(Array), secondPersonBecause: [] },
      },
    });
    const [event, heartbeat] = await feedEvents(`Bearer ${bed.gatewayGrant()}`);
    expect(event).toMatchObject({ kind: 'supergraph', supergraph: { number: 2 } });
    expect(event?.kind === 'supergraph' && event.supergraph.sdl).toContain('beds: Int');
    expect(heartbeat).toMatchObject({ kind: 'heartbeat', number: 2 });
    const changes = await bed.ask({}, '{ schemaChanges(from: 1, to: 2) { severity coordinate } }');
    expect(changes.data).toEqual({ schemaChanges: [{ severity: 'SAFE', coordinate: 'Home.beds' }] });
  });

  test('that is sent again, or was written for an older one, is refused', async () => {
    expect((await bed.publish()).codes).toEqual(['CONFLICT']);
    expect((await bed.publish({ basedOn: null })).codes).toEqual(['CONFLICT']);
    expect(await supergraphNumber()).toBe(2);
  });

  test.each([
    ['another agency’s publisher', { agency: 'DCFS' }, {}],
    ['somebody without the role', { roles: ['DATA_OFFICER', 'AUDITOR'] }, {}],
    ['nobody by name', { sub: undefined }, {}],
    [
      'an agency that claims another’s new subgraph',
      {},
      { subgraph: 'farms', datasets: stringify(datasetsOf('farms', 'DCFS')), basedOn: null },
    ],
  ])('of %s is forbidden', async (_, who, input) => {
    expect((await bed.publish({ basedOn: 3, ...input }, who)).codes).toEqual(['FORBIDDEN']);
    expect(await supergraphNumber()).toBe(2);
  });

  test.each([
    ['a name with a zero-width space', { subgraph: 'ho\u200bmes' }],
    ['the name __proto__', { subgraph: '__proto__' }],
    ['a path as name', { subgraph: '../homes' }],
    ['datasets of another system', { datasets: stringify(datasetsOf('pools', 'IDOA')) }],
    [
      'a dataset that is named after another system',
      {
        datasets: stringify({ ...datasetsOf('homes', 'IDOA', ['homes.a']), system: 'homes' }).replace(
          'homes.a',
          'pools.a',
        ),
      },
    ],
    [
      'a dataset without a law',
      { datasets: stringify(datasetsOf('homes', 'IDOA', ['homes.a'])).replace(/law:\n\s+- .*\n/, '') },
    ],
    ['an owner that gives it away', { datasets: stringify(datasetsOf('homes', 'DCFS')) }],
    ['an address that is none', { routingUrl: 'file:///etc/passwd' }],
    ['a message with hidden characters', { message: 'a\u202eb' }],
    ['datasets that are no YAML', { datasets: '{' }],
  ])('with %s is refused with a reason', async (_, input) => {
    const answer = await bed.publish({ basedOn: 3, ...input });
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
    // Gateways pass on short, plain text only.
    const { errors } = JSON.parse(answer.text) as { errors: readonly { readonly message: string }[] };
    expect(errors[0]?.message).toMatch(/^[\P{C}]{20,500}$/u);
    expect(await supergraphNumber()).toBe(2);
  });

  test.each([
    ['does not parse', 'type Query {'],
    ['leaves a field undecided', homesSdl('beds: Int')],
    [
      'takes another subgraph’s type',
      homesSdl('').concat(
        ' type Pool @key(fields: "id") { id: ID! @tag(name: "public") owner: String @tag(name: "public") id2: Int! }',
      ),
    ],
  ])('that %s is stopped, and says why', async (_, sdl) => {
    const answer = await bed.publish({ basedOn: 3, sdl });
    expect(answer.data).toMatchObject({
      publishSubgraph: {
        publication: null,
        supergraph: null,
        checks: { outcome: 'STOPPED', findings: expect.arrayContaining([expect.objectContaining({ level: 'ERROR' })]) },
      },
    });
    expect(await supergraphNumber()).toBe(2);
  });

  test('of two at once, one gets CONFLICT', async () => {
    const both = await Promise.all(
      ['rooms', 'floors'].map((field) =>
        bed.publish({ basedOn: 3, sdl: homesSdl(`beds: Int ${GUARD} ${field}: Int ${GUARD}`) }),
      ),
    );
    expect(both.map(({ codes }) => codes).sort()).toEqual([[], ['CONFLICT']]);
    expect(await supergraphNumber()).toBe(3);
  });
});

describe('a publication with a new dataset', () => {
  const sdl = homesSdl('wards: Int @policy(policies: [["homes.wards"]]) @tag(name: "no-person")');
  const datasets = stringify(datasetsOf('homes', 'IDOA', ['homes.residents', 'homes.wards']));
  test('waits for a second person, who is not its author in other spelling', async () => {
    const answer = await bed.publish({ sdl, datasets, basedOn: await basedOn() });
    expect(answer.data).toMatchObject({
      publishSubgraph: { publication: { state: 'PENDING' }, supergraph: null },
    });
    const number = (answer.data as { publishSubgraph: { publication: { number: number } } }).publishSubgraph.publication
      .number;
    const before = await supergraphNumber();
    // One at a time.
    expect((await bed.publish({ basedOn: await basedOn() })).codes).toEqual(['CONFLICT']);
    expect((await decide('approve', number, { ...officer, sub: ' Publisher@IDOA.example' })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await decide('approve', number, { ...officer, agency: 'DCFS' })).codes).toEqual(['FORBIDDEN']);
    expect((await decide('approve', number, publisher)).codes).toEqual(['FORBIDDEN']);
    expect(await supergraphNumber()).toBe(before);

    expect((await decide('approve', number, officer)).data).toEqual({
      approvePublication: { publication: { number, state: 'IN_SERVICE' }, supergraph: { number: before + 1 } },
    });
    expect((await decide('approve', number, officer)).codes).toEqual(['CONFLICT']);
  });

  test('is what everything is while the approvals are not known', async () => {
    bed.approvals = undefined;
    const answer = await bed.publish({ basedOn: await basedOn(), sdl, datasets, contact: 'somebody else' });
    bed.approvals = [];
    const { publishSubgraph } = answer.data as { publishSubgraph: { publication: { number: number; state: string } } };
    expect(publishSubgraph.publication.state).toBe('PENDING');
    await decide('reject', publishSubgraph.publication.number, publisher);
  });

  test('can be withdrawn by its author, and changes nothing then', async () => {
    const added = stringify(datasetsOf('homes', 'IDOA', ['homes.residents', 'homes.wards', 'homes.more']));
    const answer = await bed.publish({ sdl, datasets: added, basedOn: await basedOn() });
    const { number } = (answer.data as { publishSubgraph: { publication: { number: number } } }).publishSubgraph
      .publication;
    const before = await supergraphNumber();
    expect((await decide('reject', number, publisher)).data).toMatchObject({
      rejectPublication: { publication: { state: 'REJECTED' } },
    });
    expect(await supergraphNumber()).toBe(before);
    expect((await bed.ask({}, '{ pendingPublications { number } }')).data).toEqual({ pendingPublications: [] });
  });
});

test('a rollback is a new number with old content; a retired subgraph is gone until it is published again', async () => {
  const rollback = await bed.ask(
    {},
    'mutation ($input: RollbackSubgraphInput!) { rollbackSubgraph(input: $input) { publication { kind repeats sdl } supergraph { number } } }',
    { input: { subgraph: 'homes', to: 1, basedOn: await basedOn() } },
  );
  const number = await supergraphNumber();
  expect(rollback.data).toEqual({
    rollbackSubgraph: { publication: { kind: 'ROLLBACK', repeats: 1, sdl: homesSdl() }, supergraph: { number } },
  });
  const retire = await bed.ask(
    {},
    'mutation ($input: RetireSubgraphInput!) { retireSubgraph(input: $input) { supergraph { number publications { subgraph } } } }',
    { input: { subgraph: 'homes', basedOn: await basedOn() } },
  );
  expect(retire.data).toEqual({
    retireSubgraph: { supergraph: { number: number + 1, publications: [{ subgraph: 'pools' }] } },
  });
  // Its public fields are new again.
  const again = await bed.publish({ basedOn: await basedOn(), sdl: homesSdl() });
  const { publishSubgraph } = again.data as { publishSubgraph: { publication: { number: number } } };
  expect((await decide('approve', publishSubgraph.publication.number, officer)).data).toMatchObject({
    approvePublication: { supergraph: { number: number + 2 } },
  });
});

describe('the registry’s tables', () => {
  test('refuse every change of a row', async () => {
    for (const table of ['content', 'publication', 'publication_decision', 'supergraph', 'accepted_finding']) {
      await expect(execute(bed.databaseUrl, `delete from ${table}`)).rejects.toThrow('only added');
    }
  });

  test('a publish that dies between the log and the commit is completed, as a whole', async () => {
    const before = await supergraphNumber();
    await execute(
      bed.databaseUrl,
      `create function die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
       create constraint trigger die after insert on supergraph deferrable initially deferred
       for each row execute function die()`,
    );
    const sdl = homesSdl(`killed: Int ${GUARD}`);
    expect((await bed.publish({ basedOn: await basedOn(), sdl })).codes).toEqual(['DATABASE_ERROR']);
    expect(await supergraphNumber()).toBe(before);
    await execute(bed.databaseUrl, 'drop trigger die on supergraph; drop function die');
    await bed.restart();
    expect((await bed.ask({}, '{ supergraph { number sdl } }')).data).toEqual({
      supergraph: { number: before + 1, sdl: expect.stringContaining('killed: Int') },
    });
  });

  test('restored from a backup, they are brought up to date from the log before anything is published', async () => {
    const before = await supergraphNumber();
    const [event] = await feedEvents();
    const triggers = (state: string) =>
      ['content', 'publication', 'publication_decision', 'supergraph']
        .map((table) => `alter table ${table} ${state} trigger user`)
        .join(';');
    await execute(
      bed.databaseUrl,
      `begin; ${triggers('disable')};
       delete from supergraph where number > 1; delete from publication_decision; delete from publication where number > 2;
       delete from content where digest not in (select digest from publication union select digest from supergraph);
       update register_log set size = (select count(*) from content) + (select count(*) from publication)
         + (select count(*) from supergraph);
       ${triggers('enable')}; commit`,
    );
    await bed.restart();
    expect(await supergraphNumber()).toBe(before);
    expect((await feedEvents())[0]).toMatchObject({ supergraph: event?.kind === 'supergraph' ? event.supergraph : {} });
  });
});

describe('gateways', () => {
  const post = (path: string, body: unknown, authorization?: string) =>
    fetch(new URL(path, bed.url()), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      body: JSON.stringify(body),
    }).then(({ status }) => status);
  const status = { gateway: 'gateway-1', number: 2, since: '2026-11-02T12:00:00Z' };
  const count = {
    day: '2026-11-02',
    client: 'console',
    operation: `sha256:${'a'.repeat(64)}`,
    coordinate: 'Home.name',
  };

  test('report what they serve and what was used; a batch counts once', async () => {
    const grant = `Bearer ${bed.gatewayGrant()}`;
    expect(await post('/gateways', status, grant)).toBe(204);
    const batch = { id: randomUUID(), counts: [{ ...count, count: 3 }] };
    expect(await post('/usage', batch, grant)).toBe(204);
    expect(await post('/usage', batch, grant)).toBe(204);
    expect(await post('/usage', { ...batch, id: randomUUID() }, grant)).toBe(204);
    const answer = await bed.ask(
      {},
      '{ gateways { gateway supergraph refused } schemaUsage { client coordinate count } }',
    );
    expect(answer.data).toEqual({
      gateways: [{ gateway: 'gateway-1', supergraph: 2, refused: null }],
      schemaUsage: [{ client: 'console', coordinate: 'Home.name', count: 6 }],
    });
  });

  test('others cannot report in their name, and nothing but reports is accepted', async () => {
    const grant = `Bearer ${bed.gatewayGrant()}`;
    expect(await post('/gateways', status)).toBe(401);
    expect(await post('/usage', { id: randomUUID(), counts: [{ ...count, count: 1, person: 'x' }] }, grant)).toBe(400);
    expect(await post('/usage', { id: randomUUID(), counts: [{ ...count, count: 0 }] }, grant)).toBe(400);
    expect(await post('/usage', ['x'.repeat(1_100_000)], grant)).toBe(413);
  });
});
