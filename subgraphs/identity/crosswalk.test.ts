import { createSecretKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { personsClaim } from '../../schema/tokens/factsToken.ts';
import { createAdministrationLog } from '../kit/administration/administrationLog.ts';
import { askSubgraph, type SubgraphAnswer } from '../kit/testing/askSubgraph.ts';
import { grantClaims } from '../kit/testing/grantIssuer.ts';
import { startTestLedger, type TestLedger } from '../kit/testing/testLedger.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../kit/testing/testSystems.ts';
import { linkBatchTable } from './links/linkBatchTable.ts';
import { linkChangeTable } from './register/linkChangeTable.ts';
import { createIdentitySubgraph } from './subgraph.ts';
import { addPersons } from './testing/addPersons.ts';
import { testPersons } from './testing/testPersons.ts';
import '../../test/harness/propertySeed.ts';

const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const PERSONS = 1_000;
const [anybody] = testPersons.persons;
if (anybody === undefined) throw new Error('There are no test persons.');
const added = {
  households: testPersons.households,
  persons: Array.from({ length: PERSONS }, (_, at) => ({ ...anybody, personId: person(at + 1) })),
  numbers: [1, 2].map((n) => ({ system: 'snap', number: `S${n}`, personId: person(n), isCurrent: true })),
};
const pseudonymKey = { epoch: 'test', secret: createSecretKey(randomBytes(32)) };
const steward = {
  agency: 'DOIT',
  roles: ['DATA_STEWARD'],
  purpose: 'DATA_GOVERNANCE',
  sub: 'steward@doit.example' as string | undefined,
};
/** A source of facts that has none. */
async function startNoFacts() {
  const server = createServer((_, response) => response.end('{"persons":[]}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/facts`, stop: () => server.close() };
}

type Link = readonly [personId: string, number: string];

describe('the crosswalk', () => {
  let systems: TestSystems;
  let identity: TestSystem;
  let ledger: TestLedger;
  let noFacts: Awaited<ReturnType<typeof startNoFacts>>;
  let published: Readonly<Record<string, string>> = {};
  const listeners = new Set<() => void>();

  beforeAll(async () => {
    systems = await startTestSystems('durable');
    ledger = await startTestLedger(systems.postgres);
    noFacts = await startNoFacts();
    identity = await systems.start(
      createIdentitySubgraph({
        factSources: { childwelfare: () => noFacts.url, emou: () => undefined },
        publishedKeys: {
          current: () => published,
          onChange: (changed) => {
            listeners.add(changed);
            return () => listeners.delete(changed);
          },
        },
        register: { administration: ledger.settingsOf('test.example/identity'), pseudonymKey },
      }),
      (databaseUrl) => addPersons(databaseUrl, systems.keyEncryption, added),
    );
  }, 60_000);
  afterAll(async () => {
    await systems.stop();
    noFacts.stop();
  });

  async function publish(keys: Readonly<Record<string, string>>): Promise<void> {
    published = keys;
    const before = systems.log.length;
    for (const changed of listeners) changed();
    for (let waits = 0; systems.log.length === before && waits < 500; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  function link(system: string, links: readonly Link[], more: object = {}, holder: Partial<typeof steward> = {}) {
    const claims = { ...grantClaims('identity', [], systems.now), ...steward, ...holder };
    const input = { system, links: links.map(([personId, number]) => ({ personId, number })), ...more };
    return askSubgraph(
      identity.running.url,
      systems.issuer.sign(JSON.parse(JSON.stringify(claims))),
      `mutation ($input: LinkPersonsInput!) { linkPersons(input: $input) {
        batch { id system links } problems { index kind } } }`,
      { input },
    );
  }
  const linked = ({ data, codes }: SubgraphAnswer) => {
    expect(codes).toEqual([]);
    // The shape is that of the mutation above.
    return (data as { linkPersons: { batch: { id: string; links: number } | null; problems: readonly object[] } })
      .linkPersons;
  };

  /** Who has these numbers, by Person.id. */
  async function resolve(field: string, numbers: readonly unknown[]): Promise<readonly (string | null)[]> {
    const { data, codes } = await identity.ask(
      [],
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { id } } }',
      { representations: numbers.map((number) => ({ __typename: 'Person', [field]: number })) },
    );
    expect(codes).toEqual([]);
    // The shape is that of the query above.
    return (data as { _entities: readonly ({ id: string } | null)[] })._entities.map((found) => found?.id ?? null);
  }

  async function entries() {
    const log = createAdministrationLog(ledger.settingsOf('test.example/identity'), [linkBatchTable, linkChangeTable]);
    try {
      return await log.readAll();
    } finally {
      await log.close();
    }
  }

  test('the keys of two systems that are published now find persons without a restart', async () => {
    const current = `{ person(id: "${person(1)}") { agingClientId hmisId snapClientId } }`;
    expect(await resolve('agingClientId', ['A1'])).toEqual([null]);
    expect((await link('aging', [[person(1), 'A1']])).codes).toEqual(['BAD_USER_INPUT']);
    expect((await identity.ask([], current)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

    await publish({ snap: 'snapClientId', emou: 'id', aging: 'agingClientId', housing: 'hmisId' });
    for (const [system, number] of [
      ['aging', 'A1'],
      ['housing', 'A1'],
    ] as const) {
      expect(linked(await link(system, [[person(1), number]]))).toMatchObject({ batch: { system, links: 1 } });
    }
    expect(linked(await link('aging', [[person(2), 'A2']])).batch?.links).toBe(1);
    expect(await resolve('agingClientId', ['A1', 'A2', 'S1', null])).toEqual([person(1), person(2), null, null]);
    expect(await resolve('hmisId', ['A1', 'A2'])).toEqual([person(1), null]);
    expect((await identity.ask([], current)).data).toEqual({
      person: { agingClientId: 'A1', hmisId: 'A1', snapClientId: 'S1' },
    });
    expect((await identity.ask([], '{ _service { sdl } }')).text).toContain('@key(fields: \\"hmisId\\")');
  });

  test.each([
    ['the key of another system', { aging: 'agingClientId', evil: 'snapClientId' }],
    ['the id', { aging: 'agingClientId', evil: 'id' }],
    ['a field that is no key', { aging: 'agingClientId', evil: 'birthDate' }],
    ['a second key of a system', { aging: 'agingClientId', snap: 'snapCaseNumber' }],
    ['SDL', { aging: 'agingClientId', evil: 'x") name: String #' }],
    ['__proto__', JSON.parse('{ "aging": "agingClientId", "evil": "__proto__" }')],
  ])('a published key that is %s is logged and changes nothing', async (_, keys) => {
    await publish(keys);
    expect(systems.log.at(-1)).toMatchObject({ level: 'error', system: 'identity' });
    expect(await resolve('agingClientId', ['A1'])).toEqual([person(1)]);
    expect(await resolve('snapClientId', ['S2'])).toEqual([person(2)]);
    expect((await link('evil', [[person(1), 'E1']])).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('a system that is published asks for facts by its own numbers', async () => {
    const { iss, iat, exp, agency, purpose } = grantClaims('identity', [], systems.now);
    const ask = async (system: string, key: string) => {
      const persons = personsClaim(['A1']);
      const claims = { iss, iat, exp, agency, purpose, aud: 'facts' as const, system, facts: ['KNOWN'], persons };
      const headers = { authorization: `Bearer ${systems.issuer.sign(claims)}` };
      const url = new URL('/facts', identity.running.url);
      return await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ keys: [key] }) })).text();
    };
    expect(await ask('aging', 'A1')).toBe('{"persons":[{"key":"A1","facts":["KNOWN"]}]}');
    expect([await ask('aging', 'A2'), await ask('evil', 'A1')]).toEqual(['', '']);
  });

  test('a link is an entry of the log before it takes effect: persons by pseudonym, no numbers', async () => {
    const file = { sha256: 'a'.repeat(64), issuedAt: '2026-11-02T08:00:00Z', signedBy: 'k'.repeat(43) };
    const before = (await entries()).length;
    const { batch } = linked(
      await link(
        'snap',
        [
          [person(3), 'S#3'],
          [person(4).toUpperCase(), 'S#4'],
        ],
        { file },
      ),
    );
    const added = (await entries()).slice(before);
    const names = [3, 4].map((n) => personPseudonym(pseudonymKey, person(n)).toString('base64url')).sort();
    expect(added).toMatchObject([
      {
        event: 'person-link',
        table: 'person_link_batch',
        by: { agency: 'DOIT', subject: 'steward@doit.example' },
        row: { person_link_batch_id: batch?.id, system: 'snap', links: 2, persons: names, file_sha256: file.sha256 },
      },
    ]);
    for (const secret of [person(3), person(4), 'S#3', 'S#4']) expect(JSON.stringify(added)).not.toContain(secret);
  });

  test('a call that is repeated changes nothing; a second number becomes the current one and the first still resolves', async () => {
    const first: readonly Link[] = [
      [person(5), 'S5'],
      [person(6), 'S6'],
      [person(6), 'S6B'],
      [person(6), 'S6B'],
    ];
    expect(linked(await link('snap', first)).batch?.links).toBe(3);
    const recorded = (await entries()).length;
    expect(linked(await link('snap', first))).toEqual({ batch: null, problems: [] });
    expect(await entries()).toHaveLength(recorded);
    expect(linked(await link('snap', [[person(5), 'S5B']])).batch?.links).toBe(1);
    expect(linked(await link('snap', first))).toEqual({ batch: null, problems: [] });
    const query = `{ persons(ids: ["${person(5)}", "${person(6)}"]) { snapClientId } }`;
    const { data } = await identity.ask([], query);
    expect(data).toEqual({ persons: [{ snapClientId: 'S5B' }, { snapClientId: 'S6B' }] });
    expect(await resolve('snapClientId', ['S5', 'S5B', 'S6'])).toEqual([person(5), person(5), person(6)]);
  });

  test('links that contradict each other or the index are refused, all of them, with a list', async () => {
    const before = (await entries()).length;
    const outcome = linked(
      await link('snap', [
        [person(7), 'S7'],
        [person(7), 'S1'],
        [person(9_999), 'S8'],
        [person(7), 'S2'],
      ]),
    );
    expect(outcome).toEqual({
      batch: null,
      problems: [
        { index: 1, kind: 'NUMBER_OF_ANOTHER' },
        { index: 2, kind: 'UNKNOWN_PERSON' },
        { index: 3, kind: 'NUMBER_OF_ANOTHER' },
      ],
    });
    const forms = ['', ' S7', 'S7 ', 'S\u200b7', 'S\n7', '\u202eS7', 'x'.repeat(101)].map(
      (number): Link => [person(7), number],
    );
    const { problems } = linked(
      await link('snap', [...forms, [person(7), 'S9'], [person(8), 'S9'], ['nobody', 'S10'], ["' or true --", 'S11']]),
    );
    expect(problems).toEqual([
      ...forms.map((_, index) => ({ index, kind: 'INVALID_NUMBER' })),
      { index: 8, kind: 'TWO_PERSONS' },
      { index: 9, kind: 'UNKNOWN_PERSON' },
      { index: 10, kind: 'UNKNOWN_PERSON' },
    ]);
    expect(await resolve('snapClientId', ['S7', 'S9', 'S1'])).toEqual([null, null, person(1)]);
    expect(await entries()).toHaveLength(before);
  });

  test.each([
    ['another role', 'snap', [[person(7), 'S7']], {}, { roles: ['AUDITOR'] }, 'FORBIDDEN'],
    ['another agency', 'snap', [[person(7), 'S7']], {}, { agency: 'IDHS' }, 'FORBIDDEN'],
    ['another purpose', 'snap', [[person(7), 'S7']], {}, { purpose: 'AUDIT' }, 'FORBIDDEN'],
    ['no name', 'snap', [[person(7), 'S7']], {}, { sub: undefined }, 'FORBIDDEN'],
    ['no links', 'snap', [], {}, {}, 'BAD_USER_INPUT'],
    ['10,001 links', 'snap', Array(10_001).fill([person(7), 'S7']), {}, {}, 'BAD_USER_INPUT'],
    ['__proto__', '__proto__', [[person(7), 'S7']], {}, {}, 'BAD_USER_INPUT'],
    ['the index itself', 'identity', [[person(7), person(1)]], {}, {}, 'BAD_USER_INPUT'],
    [
      'a file without a hash',
      'snap',
      [[person(7), 'S7']],
      { file: { sha256: 'x', issuedAt: '2026-11-02T08:00:00Z', signedBy: 'k'.repeat(43) } },
      {},
      'BAD_USER_INPUT',
    ],
  ] as const)('a call with %s is refused', async (_, system, links, more, holder, code) => {
    // A test table mixes tuples that the compiler reads as arrays.
    const answer = await link(system, links as readonly Link[], more, holder as Partial<typeof steward>);
    expect(answer.codes).toEqual([code]);
    expect(await resolve('snapClientId', ['S7'])).toEqual([null]);
  });

  test('whatever is linked, in any order and at the same time, a number finds the person it was linked to first', async () => {
    const owner = new Map<string, string>();
    const number = fc.integer({ min: 0, max: 15 }).map((n) => `P${n}`);
    const few = fc.integer({ min: 100, max: 104 }).map(person);
    const call = fc.array(fc.tuple(few, number), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 3 }), async (calls) => {
        const outcomes = await Promise.all(calls.map(async (links) => linked(await link('tanf', links))));
        for (const [at, { problems }] of outcomes.entries()) {
          for (const [personId, of] of problems.length === 0 ? (calls[at] ?? []) : []) {
            // Two calls at the same time never both give one number to different persons.
            expect(owner.get(of) ?? personId).toBe(personId);
            owner.set(of, personId);
          }
        }
        const numbers = Array.from({ length: 16 }, (_, n) => `P${n}`);
        expect(await resolve('tanfClientId', numbers)).toEqual(numbers.map((of) => owner.get(of) ?? null));
      }),
      { numRuns: 25 },
    );
  });
});
