import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RegisterBed, type Registrar, startRegisterBed } from '../testing/registerBed.ts';

let bed: RegisterBed;
beforeAll(async () => {
  bed = await startRegisterBed();
}, 60_000);
afterAll(() => bed?.stop());

const maria = {
  ...{ given: 'Maria', family: 'Gonzalez', birthDate: '1988-03-14', gender: 'FEMALE', ssn: '907-30-1188' },
  ...{ street: '12 Elm St', city: 'Peoria', state: 'IL', zip: '61602' },
};
const caseworker: Registrar = {
  ...{ agency: 'DOIT', roles: ['CASEWORKER'], purpose: 'PROGRAM_INTEGRITY', sub: 'worker@doit.example' },
};
const QUERY = `query ($traits: TraitsInput!, $first: Int) { matchPersons(traits: $traits, first: $first) {
  person { id name { given } } decision probability } }`;

function match(traits: object, first = 10, sub = 'worker@doit.example') {
  return bed.ask(QUERY, { traits, first }, { ...caseworker, sub }, undefined, ['identity.demographics']);
}

test('persons are ranked by their best record, with a probability; strangers are not among them', async () => {
  const { personId } = await bed.register({ system: 'snap', number: 'S1', traits: { ...maria, given: 'M.' } });
  await bed.register({ system: 'medicaid', number: 'R1', traits: maria });
  const twin = { ...maria, given: 'Marta', ssn: '907-30-1189' };
  const sister = await bed.register({ system: 'medicaid', number: 'R2', traits: twin });
  await bed.register({
    system: 'snap',
    number: 'S3',
    traits: { given: 'Teresa', family: 'Ocampo', birthDate: '1985-06-17' },
  });
  const { data, codes } = await match(maria);
  expect(codes).toEqual([]);
  // The shape is that of the query above.
  const found = (data as { matchPersons: readonly { person: { id: string }; decision: string; probability: number }[] })
    .matchPersons;
  expect(found[0]).toMatchObject({ person: { id: personId }, decision: 'AUTO_LINK' });
  expect(found[0]?.probability).toBeGreaterThan(0.998);
  for (const { person, decision } of found.slice(1)) {
    expect({ person: person.id, decision }).toEqual({ person: sister.personId, decision: 'REVIEW' });
  }
  expect(JSON.stringify((await match(maria, 1)).data).match(/decision/g)).toHaveLength(1);
});

test.each([
  ['a name alone', { given: 'Maria', family: 'Gonzalez' }, 10],
  ['no name', { birthDate: '1988-03-14', ssn: '907-30-1188' }, 10],
  ['a placeholder', { family: 'Gonzalez', ssn: '000-00-0000' }, 10],
  ['nothing', {}, 10],
  ['too many results', maria, 21],
  ['no results', maria, 0],
  ['a name that is too long', { ...maria, family: 'x'.repeat(201) }, 10],
])('%s is refused', async (_, traits, first) => {
  expect((await match(traits, first, 'other@doit.example')).codes).toEqual(['BAD_USER_INPUT']);
});

test('the dataset is needed, and nobody looks more than 60 times a minute', async () => {
  const { data } = await bed.ask(QUERY, { traits: maria, first: 1 }, caseworker);
  expect(data).toEqual({ matchPersons: null });
  const codes = [];
  for (let at = 0; at < 62; at += 1) codes.push((await match(maria, 1, 'busy@doit.example')).codes);
  expect(codes.slice(0, 60).flat()).toEqual([]);
  expect(codes.slice(60)).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  expect((await match(maria, 1, 'calm@doit.example')).codes).toEqual([]);
  bed.systems.now = new Date(bed.systems.now.getTime() + 60_000);
  expect((await match(maria, 1, 'busy@doit.example')).codes).toEqual([]);
});
