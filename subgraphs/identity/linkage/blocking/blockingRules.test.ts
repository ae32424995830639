import { expect, test } from '@jest/globals';
import { NO_TRAITS, type Traits } from '../../../../schema/persons/sourceRecord.ts';
import { normalize } from '../normalize/normalize.ts';
import { BLOCKING_RULES, blockingKeys } from './blockingRules.ts';

const MARIA: Traits = {
  ...NO_TRAITS,
  given: 'María',
  family: 'Núñez',
  birthDate: '1984-03-07',
  ssn: '321-54-9876',
  street: '12 Oak St',
  city: 'Joliet',
  state: 'IL',
  zip: '60435',
  phone: '815-555-0123',
};

const keysOf = (changes: Partial<Traits>) =>
  blockingKeys(normalize({ ...MARIA, ...changes }, '20261102')).map(({ rule, key }) => `${rule} ${key}`);
const shared = (changes: Partial<Traits>) => {
  const keys = new Set(keysOf({}));
  return keysOf(changes).filter((key) => keys.has(key));
};

test.each<[string, Partial<Traits>]>([
  ['another number and address', { ssn: '321-54-1111', street: '9 Elm St', zip: '60601', phone: null }],
  ['another family name and no number', { family: 'Ruiz', ssn: null, street: null, phone: null }],
  ['swapped names and no address', { given: 'Núñez', family: 'María', ssn: null, street: null, phone: null }],
  ['no birth date and no number', { birthDate: null, ssn: null, phone: null }],
  ['another year of birth', { birthDate: '1948-03-07', ssn: null, street: '9 Elm St', zip: null, phone: null }],
])('a record with %s is a candidate', (_, changes) => {
  expect(shared(changes)).not.toEqual([]);
});

test('a record with only a family name has no key', () => {
  expect(blockingKeys(normalize({ ...NO_TRAITS, family: 'Núñez' }, '20261102'))).toEqual([]);
});

test('placeholders give no key', () => {
  expect(keysOf({ ssn: '000-00-0000' }).filter((key) => key.startsWith('ssn'))).toEqual([]);
});

test('rules have distinct names, which are part of stored keys', () => {
  expect(new Set(BLOCKING_RULES.map(({ name }) => name)).size).toBe(BLOCKING_RULES.length);
});
