import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import type { SubgraphName } from '../../schema/files.ts';
import { at } from '../harness/answer.ts';
import { idOf, type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { childProtection, fosterCare } from '../harness/requesters.ts';
import { factsHeader, factsToken } from './harness/factsToken.ts';

const wardRin = '100000817';
const childRin = '100000046';
const daughterRin = '100000254';
const conditional = ['medicaid.enrollment', 'medicaid.providers'];

let system: Product;
beforeAll(async () => {
  system = await startProduct({ systemLimits: { maxFactAgeMs: 0 } });
}, 240_000);
afterAll(() => system?.stop());

const url = (name: SubgraphName): string => system.subgraphUrls.get(name) ?? '';

/** What only the gateway can sign. */
function grant(audience: SubgraphName, more: object): string {
  const { key } = publicJwk(createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'grants.pem'))));
  const now = Math.floor(system.clock.now().getTime() / 1000);
  const claims = {
    ...{ iss: 'person360-gateway', aud: audience, iat: now, exp: now + 60, revision: 1 },
    ...{ agency: 'DCFS', purpose: 'FOSTER_CARE_CASE', roles: ['CASEWORKER'], datasets: conditional },
    ...more,
  };
  return jwt.sign(claims, key.privateKey, { algorithm: 'ES256', keyid: key.kid });
}

const coverage = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
  medicaid { status primaryCareProvider { name } } } } }`;
const medicaidOf = (token: string, ...rins: readonly string[]) =>
  post(
    url('medicaid'),
    token,
    {
      query: coverage,
      variables: { representations: rins.map((medicaidRin) => ({ __typename: 'Person', medicaidRin })) },
    },
    token.includes('.') && hasConditions(token) ? factsHeader(system.dataDirectory, token, rins) : {},
  );
const hasConditions = (token: string): boolean => at(jwt.decode(token), 'conditions') !== undefined;
/** For each person whether Medicaid's own door shows the coverage. */
async function shownAt(token: string, ...rins: readonly string[]): Promise<readonly boolean[]> {
  const answer = await medicaidOf(token, ...rins);
  expect(answer.codes).toEqual([]);
  return rins.map((_, index) => at(answer.data, `_entities.${index}.medicaid.status`) === 'ACTIVE');
}
const asking = (...alternatives: readonly (readonly string[])[]) => ({
  conditions: Object.fromEntries(conditional.map((dataset) => [dataset, alternatives])),
});

/** The attack: a gateway that forgets to keep persons out, or is made to, asks an agency under its own good grant. */
describe('a system asked about a person who does not meet the approval’s condition', () => {
  test('gives null for that person, and the other ones’ data', async () => {
    const token = grant('medicaid', asking(['WARD']));
    expect(await shownAt(token, childRin, wardRin, daughterRin)).toEqual([false, true, false]);
    expect((await medicaidOf(token, childRin)).text).not.toMatch(/ACTIVE|Brooks/);
    // Without the condition the same question shows them: it is the condition that closes it.
    expect(await shownAt(grant('medicaid', {}), childRin, wardRin, daughterRin)).toEqual([true, true, true]);
  });

  test('does so under the grant that the gateway itself has signed', async () => {
    const { requests } = await system.recordedDuring(() =>
      system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { medicaid { status } } }', { id: idOf('ward') }),
    );
    const signed = requests.find(({ subgraph }) => subgraph === 'medicaid')?.authorization?.replace('Bearer ', '');
    expect(signed).toBeDefined();
    expect(await shownAt(signed ?? '', childRin, wardRin)).toEqual([false, true]);
  });

  test('knows consents by recipient, purpose, dataset and state', async () => {
    const consent = asking(['CONSENT:medicaid.enrollment']);
    const investigation = { ...consent, purpose: 'CHILD_PROTECTION' };
    // The child's holds, the mother's has expired.
    expect(await shownAt(grant('medicaid', investigation), childRin, daughterRin, wardRin)).toEqual([
      true,
      false,
      false,
    ]);
    expect(await shownAt(grant('medicaid', consent), childRin)).toEqual([false]);
    expect(await shownAt(grant('medicaid', { ...investigation, agency: 'ISBE' }), childRin)).toEqual([false]);
    const otherDataset = { ...investigation, ...asking(['CONSENT:medicaid.clinical']) };
    expect(await shownAt(grant('medicaid', otherDataset), childRin)).toEqual([false]);
  });

  test('knows whose case it is, by agency and person', async () => {
    const own = { ...asking(['CASELOAD']), sub: 'dcfs.caseworker' };
    const household = { ...asking(['HOUSEHOLD_OF_CASELOAD']), sub: 'dcfs.caseworker' };
    expect(await shownAt(grant('medicaid', own), wardRin, childRin)).toEqual([true, false]);
    expect(await shownAt(grant('medicaid', household), wardRin, childRin)).toEqual([true, true]);
    for (const other of [{ sub: 'dcfs.caseworker.014' }, { sub: undefined }, { agency: 'DCEO' }]) {
      expect(await shownAt(grant('medicaid', { ...household, ...other }), wardRin, childRin)).toEqual([false, false]);
    }
  });

  test('needs one alternative whole, and knows no fact that does not exist', async () => {
    expect(await shownAt(grant('medicaid', asking(['WARD', 'CASELOAD'])), wardRin)).toEqual([false]);
    const either = { ...asking(['WARD', 'CASELOAD'], ['WARD']), sub: 'nobody' };
    expect(await shownAt(grant('medicaid', either), wardRin, childRin)).toEqual([true, false]);
    for (const fact of ['__proto__', 'constructor', 'ANYTHING', 'CONSENT:', 'ward'])
      expect([fact, await shownAt(grant('medicaid', asking([fact])), wardRin)]).toEqual([fact, [false]]);
  });

  test('finds the person above each place: siblings under one case, relatives under one answer', async () => {
    const names = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
      household { members { id birthDate } } relationships { person { id birthDate } } birthDate } } }`;
    const token = grant('identity', {
      datasets: ['identity.household', 'identity.demographics'],
      conditions: { 'identity.demographics': [['WARD']] },
    });
    const { data, codes } = await post(
      url('identity'),
      token,
      { query: names, variables: { representations: [{ __typename: 'Person', id: idOf('daughter') }] } },
      factsHeader(system.dataDirectory, token, undefined),
    );
    expect(codes).toEqual([]);
    expect(at(data, '_entities.0.birthDate')).toBeNull();
    type Dated = { id: string; birthDate: string | null };
    const members = at(data, '_entities.0.household.members') as readonly Dated[];
    const related = (at(data, '_entities.0.relationships') as readonly { person: Dated }[]).map(({ person }) => person);
    expect([members.length, related.length]).toEqual([5, 4]);
    for (const { id, birthDate } of [...members, ...related])
      expect([id, birthDate]).toEqual([id, id === idOf('ward') ? '2014-05-30' : null]);
  });

  test('lets a condition of one dataset close nothing of another', async () => {
    const token = grant('medicaid', { conditions: { 'medicaid.providers': [['WARD']] } });
    const { data } = await medicaidOf(token, childRin, wardRin);
    expect(at(data, '_entities.0.medicaid')).toEqual({ status: 'ACTIVE', primaryCareProvider: null });
    expect(at(data, '_entities.1.medicaid.primaryCareProvider')).not.toBeNull();
  });
});

describe('the door at which systems learn facts', () => {
  const ask = (name: SubgraphName, token: string | undefined, body: string) =>
    fetch(new URL('/facts', url(name)), {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body,
    });
  const keys = (...asked: readonly string[]) => JSON.stringify({ keys: asked });

  test.each(['identity', 'childwelfare', 'emou'] as const)(
    '%s: opens to no one but a holder of a facts token, not to a grant',
    async (name) => {
      const good = grant('medicaid', asking(['WARD']));
      const callers = [system.token(fosterCare), system.token(childProtection)];
      for (const token of [undefined, 'a.b.c', ...callers, good, grant(name, asking(['WARD']))]) {
        const response = await ask(name, token, keys(wardRin));
        expect([response.status, await response.text()]).toEqual([401, '']);
      }
      for (const body of ['', '{}', '{"keys":[1]}', '{"keys":"x"}', 'keys', '[]'])
        expect([body, (await ask(name, factsToken(system.dataDirectory, good, [wardRin]), body)).status]).toEqual([
          body,
          400,
        ]);
    },
  );

  /** A token for a call to the system about these persons. */
  const tokenFor = (name: SubgraphName, more: object, persons: readonly string[] | undefined, changes = {}) =>
    factsToken(system.dataDirectory, grant(name, more), persons, changes);
  const told = async (token: string, ...asked: readonly string[]) => {
    const response = await ask('identity', token, keys(...asked));
    return response.status === 200 ? ((await response.json()) as { persons: unknown }).persons : response.status;
  };

  test('tells what the token names and nothing else, by the asking system’s own numbers', async () => {
    const some = [wardRin, 'x', '__proto__'];
    expect(await told(tokenFor('medicaid', asking(['WARD']), some), ...some)).toEqual([
      { key: wardRin, facts: ['WARD'] },
    ]);
    const caseload = { ...asking(['CASELOAD']), sub: 'dcfs.caseworker' };
    expect(await told(tokenFor('medicaid', caseload, [wardRin]), wardRin)).toEqual([
      { key: wardRin, facts: ['CASELOAD'] },
    ]);
    // Another system's number, or the statewide id, belongs to no person here.
    const foreign = [wardRin, idOf('ward')];
    expect(await told(tokenFor('snap', asking(['WARD']), foreign), ...foreign)).toEqual([]);
    const strange = [idOf('ward'), '00000273-C', '\u0000'];
    expect(await told(tokenFor('medicaid', asking(['WARD']), strange), ...strange)).toEqual([]);
  });

  test('gives a system facts only about the persons of its call', async () => {
    const token = tokenFor('medicaid', asking(['WARD']), [childRin, wardRin]);
    expect(await told(token, wardRin, childRin)).toEqual([{ key: wardRin, facts: ['WARD'] }]);
    for (const others of [[daughterRin], [wardRin], [wardRin, childRin, daughterRin], []]) {
      expect([others, await told(token, ...others)]).toEqual([others, 403]);
    }
    // A token without persons is only for the index, and does not permit requests about thousands of persons.
    expect(await told(tokenFor('medicaid', asking(['WARD']), undefined), wardRin)).toBe(403);
    // The audit system asks by statewide ids, for parents; to it, an agency's number belongs to no person.
    expect(await told(tokenFor('audit', asking(['WARD']), [wardRin]), wardRin)).toEqual([]);
    const many = Array.from({ length: 2_001 }, (_, place) => String(place));
    expect(await told(tokenFor('identity', asking(['WARD']), undefined), ...many)).toBe(403);
  });

  test.each(['childwelfare', 'emou'] as const)(
    '%s: is not asked about more persons than a call may be',
    async (name) => {
      const token = tokenFor('medicaid', asking(['WARD']), [wardRin]);
      const many = Array.from({ length: 41 }, (_, place) => String(place));
      expect((await ask(name, token, keys(...many))).status).toBe(403);
    },
  );

  test('what arrives there opens no system: the gateway’s facts tokens are no grants', async () => {
    const { requests } = await system.recordedDuring(() =>
      system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { medicaid { status } } }', { id: idOf('ward') }),
    );
    const call = requests.find(({ subgraph }) => subgraph === 'medicaid');
    const sent = String(call?.headers['facts-authorization']).replace('Bearer ', '');
    const claims = jwt.decode(sent);
    expect(claims).toMatchObject({ aud: 'facts', system: 'medicaid', facts: ['WARD'], persons: { count: 1 } });
    expect(claims).not.toHaveProperty('datasets');
    expect(Number(at(claims, 'exp')) - Number(at(claims, 'iat'))).toBeLessThanOrEqual(60);
    for (const name of ['medicaid', 'identity', 'emou', 'childwelfare'] as const) {
      expect([name, (await post(url(name), sent, { query: '{ __typename }' })).status]).toEqual([name, 401]);
    }
    expect(await told(sent, wardRin)).toEqual([{ key: wardRin, facts: ['WARD'] }]);
    expect(await told(sent, childRin)).toBe(403);
  });

  test('a system that was sent no facts token for its call shows nothing conditional', async () => {
    const answer = await post(url('medicaid'), grant('medicaid', asking(['WARD'])), {
      query: coverage,
      variables: { representations: [{ __typename: 'Person', medicaidRin: wardRin }] },
    });
    expect([at(answer.data, '_entities.0.medicaid'), answer.codes]).toEqual([null, ['FACTS_UNAVAILABLE']]);
  });
});
