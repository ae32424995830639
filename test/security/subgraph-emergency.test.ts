import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { at } from '../harness/answer.ts';
import { linkedPopulationOf } from '../harness/linkedPopulation.ts';
import { idOf, type Product, post, startProduct } from '../harness/product/startProduct.ts';

import { childProtection, indexSteward, type Who } from '../harness/requesters.ts';
import { factsHeader } from './harness/factsToken.ts';

const investigator: Who = { ...childProtection, roles: ['INVESTIGATOR'], subject: 'dcfs.investigator.7' };
const medicaid = 'query ($id: ID!) { person(id: $id) { medicaid { status } } }';
const coverage = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
  medicaid { status } } } }`;

let system: Product;
let wardRin: string;
let neighborRin: string;
let neighborId: string;
let reference: string;
beforeAll(async () => {
  system = await startProduct({ systemLimits: { maxFactAgeMs: 0 } });
  const { persons, records } = (await linkedPopulationOf(system)).index;
  const inHousehold = (id: string) =>
    persons.some(({ personId, householdId }) => personId === id && householdId === demonstrationHousehold.householdId);
  const rins = records.filter((record) => record.system === 'medicaid' && record.isCurrent);
  wardRin = rins.find(({ personId }) => personId === idOf('ward'))?.number ?? '';
  const neighbor = rins.find(({ personId }) => !inHousehold(personId));
  [neighborRin = '', neighborId = ''] = [neighbor?.number, neighbor?.personId];
}, 240_000);
afterAll(() => system?.stop());

const headers = {
  'emergency-reason': 'OVRPS',
  'emergency-words': 'Child found alone, needs a hospital now.',
  'emergency-person': idOf('child'),
};

/** What only the gateway can sign. */
function grant(more: object): string {
  const { key } = publicJwk(createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'grants.pem'))));
  const now = Math.floor(system.clock.now().getTime() / 1000);
  const claims = {
    ...{ iss: 'person360-gateway', aud: 'medicaid', iat: now, exp: now + 60, revision: 1 },
    ...{ agency: 'DCFS', purpose: 'CHILD_PROTECTION', roles: ['INVESTIGATOR'], datasets: ['medicaid.enrollment'] },
    ...{ conditions: { 'medicaid.enrollment': [['EMERGENCY']] }, sub: investigator.subject, emergency: reference },
    ...more,
  };
  return jwt.sign(claims, key.privateKey, { algorithm: 'ES256', keyid: key.kid });
}

/** For the ward and for a person who lives elsewhere: true if Medicaid's own endpoint shows the coverage. */
async function shownAt(token: string): Promise<readonly boolean[]> {
  const rins = [wardRin, neighborRin];
  const answer = await post(
    system.subgraphUrls.get('medicaid') ?? '',
    token,
    {
      query: coverage,
      variables: { representations: rins.map((medicaidRin) => ({ __typename: 'Person', medicaidRin })) },
    },
    factsHeader(system.dataDirectory, token, rins),
  );
  expect([answer.status, answer.codes]).toEqual([200, []]);
  return [0, 1].map((index) => at(answer.data, `_entities.${index}.medicaid`) !== null);
}

/** The attack: make a gateway act on an emergency that was never declared, or that has ended. */
describe('a system asked under an emergency', () => {
  test('is asked under a grant that names it, and only in that request', async () => {
    const grantOf = async (more: Readonly<Record<string, string>>) => {
      const { result, requests } = await system.recordedDuring(() =>
        system.ask(investigator, medicaid, { id: idOf('ward') }, more),
      );
      const token = requests.find(({ subgraph }) => subgraph === 'medicaid')?.authorization?.replace('Bearer ', '');
      return { result, claims: token === undefined ? undefined : jwt.decode(token) };
    };
    const without = await grantOf({});
    expect([at(without.result.data, 'person.medicaid'), without.claims]).toEqual([null, undefined]);
    const { result, claims } = await grantOf(headers);
    expect(at(result.data, 'person.medicaid.status')).toBe('ACTIVE');
    reference = String(at(JSON.parse(result.text), 'extensions.emergency.reference'));
    expect(claims).toMatchObject({
      emergency: reference,
      sub: investigator.subject,
      conditions: { 'medicaid.enrollment': [['CONSENT:medicaid.enrollment'], ['EMERGENCY']] },
    });
    // Whose consent opens it, is asked about under a grant that knows of no emergency.
    const { requests } = await system.recordedDuring(() =>
      system.ask(investigator, medicaid, { id: idOf('child') }, {}),
    );
    const token = requests.find(({ subgraph }) => subgraph === 'medicaid')?.authorization?.replace('Bearer ', '') ?? '';
    expect(jwt.decode(token)).toMatchObject({
      conditions: { 'medicaid.enrollment': [['CONSENT:medicaid.enrollment']] },
    });
    expect(jwt.decode(token)).not.toHaveProperty('emergency');
  });

  test('shows only the household that emou has recorded for it', async () => {
    expect(await shownAt(grant({}))).toEqual([true, false]);
  });

  test.each([
    ['of somebody else', () => ({ sub: 'dcfs.investigator.8' })],
    ['of another agency', () => ({ agency: 'IDOC' })],
    ['for another purpose', () => ({ purpose: 'FOSTER_CARE_CASE' })],
    ['of nobody', () => ({ sub: undefined })],
    ['that there is none of', () => ({ emergency: '00000000-0000-4000-8000-000000000000' })],
    ['by a name that is no reference', () => ({ emergency: '__proto__' })],
    ['without naming it', () => ({ emergency: undefined })],
  ])('shows nothing under one %s', async (_, more) => {
    expect(await shownAt(grant(more()))).toEqual([false, false]);
  });

  test('shows nothing of a person who was merged with another one since: it would open more than when it was declared', async () => {
    const steward = (name: string): Who => ({ ...indexSteward, subject: `${name}@doit.example` });
    const merge = `mutation ($input: MergePersonsInput!) { done: mergePersons(input: $input) { changeId } }`;
    const unmerge = `mutation ($input: UnmergePersonInput!) { done: unmergePerson(input: $input) { changeId } }`;
    const decide = `mutation ($input: DecideLinkChangeInput!) { done: decideLinkChange(input: $input) { status } }`;
    const approved = async (proposal: string, input: object) => {
      const reason = 'Compared the birth certificates';
      const { data } = await system.ask(steward('first'), proposal, { input: { ...input, reason } });
      const decision = { changeId: at(data, 'done.changeId'), approve: true, reason };
      const decided = await system.ask(steward('second'), decide, { input: decision });
      expect(at(decided.data, 'done.status')).toBe('EFFECTIVE');
    };
    system.clock.advance(1_000);
    await approved(merge, { survivorId: idOf('ward'), replacedId: neighborId });
    expect(await shownAt(grant({}))).toEqual([false, false]);
    await approved(unmerge, { personId: neighborId });
    expect(await shownAt(grant({}))).toEqual([true, false]);
  });

  test('shows nothing once it is over', async () => {
    system.clock.advance(60 * 60_000);
    expect(await shownAt(grant({}))).toEqual([false, false]);
  });
});
