import { expect, test } from '@jest/globals';
import { NO_TRAITS, type Traits } from '../../../../schema/persons/sourceRecord.ts';
import { compileScorer } from '../model/compileScorer.ts';
import { readDefaultModel } from '../model/defaultModel.ts';
import { normalize } from '../normalize/normalize.ts';
import { createDecider } from './decide.ts';

const decider = createDecider(compileScorer(readDefaultModel()));

const ANA: Traits = {
  given: 'Ana',
  middle: 'Lucia',
  family: 'Villaseñor',
  suffix: null,
  birthDate: '1984-03-07',
  gender: 'FEMALE',
  ssn: '321-54-9876',
  street: '12 N Prairie St, Apt 3',
  city: 'Joliet',
  state: 'IL',
  zip: '60435',
  phone: '815-555-0123',
};
const WITHOUT_SSN: Traits = { ...ANA, ssn: null };

const prepare = (traits: Traits) => decider.scorer.prepare(normalize(traits, '20261102'));
const decide = (one: Traits, other: Traits) => decider.decide(prepare(one), prepare(other));

test.each<[string, Traits, Traits]>([
  ['the same record twice', ANA, ANA],
  ['other spelling and no number', ANA, { ...WITHOUT_SSN, given: 'ANA', family: 'VILLASENOR', middle: 'L' }],
  [
    'another address and phone number',
    ANA,
    { ...WITHOUT_SSN, street: '9 Elm Ct', zip: '60601', city: 'Chicago', phone: null },
  ],
  ['another family name and the same number', ANA, { ...ANA, family: 'Castellanos' }],
  ['a typing error in the birth date', ANA, { ...ANA, birthDate: '1984-03-08' }],
  [
    'two given names joined',
    { ...WITHOUT_SSN, given: 'Hye Jin', middle: null },
    { ...WITHOUT_SSN, given: 'Hyejin', middle: null },
  ],
  [
    'only the first of two given names, joined',
    { ...WITHOUT_SSN, given: 'Hyejin', middle: null },
    { ...WITHOUT_SSN, given: 'Hye', middle: null },
  ],
  ['two transcriptions', { ...WITHOUT_SSN, given: 'Dmytro' }, { ...WITHOUT_SSN, given: 'Dmitry' }],
  [
    'the middle name as the given name',
    { ...WITHOUT_SSN, given: 'Ana', middle: 'Lucia' },
    { ...WITHOUT_SSN, given: 'Lucia', middle: null },
  ],
  ['the day before', WITHOUT_SSN, { ...WITHOUT_SSN, birthDate: '1984-03-06' }],
  ["a relative's number", ANA, { ...ANA, ssn: '318-77-2041' }],
  ['Jr. and II', { ...ANA, suffix: 'Jr' }, { ...ANA, suffix: 'II' }],
  ['swapped names', ANA, { ...ANA, given: 'Villaseñor', family: 'Ana', middle: null }],
])('records with %s are linked automatically', (_, one, other) => {
  expect(decide(one, other)).toMatchObject({ decision: 'AUTO_LINK', guard: null });
});

test.each<[string, string, Traits, Traits]>([
  ['twins', 'twins', WITHOUT_SSN, { ...WITHOUT_SSN, given: 'Rosa', middle: 'Lucia' }],
  [
    'twins whose names differ by a letter',
    'twins',
    { ...WITHOUT_SSN, given: 'Maria' },
    { ...WITHOUT_SSN, given: 'Mario', gender: 'MALE' },
  ],
  [
    'twins of whom one has the name of the other',
    'twins',
    WITHOUT_SSN,
    { ...WITHOUT_SSN, given: 'Rosa', middle: 'Ana' },
  ],
  [
    'twins of whom one name begins the other',
    'twins',
    { ...WITHOUT_SSN, given: 'Ana' },
    { ...WITHOUT_SSN, given: 'Anabel', middle: 'Rosa' },
  ],
  ['two numbers at two addresses', 'otherSsn', ANA, { ...ANA, ssn: '318-77-2041', street: '9 Elm Ct', phone: null }],
  ['a junior and a senior', 'suffix', { ...ANA, suffix: 'Jr' }, { ...ANA, suffix: 'Sr' }],
  [
    'a newborn without a name',
    'newborn',
    { ...WITHOUT_SSN, given: 'Baby Girl', birthDate: '2026-08-01' },
    { ...WITHOUT_SSN, birthDate: '2026-08-01' },
  ],
  ['one number for mother and child', 'sharedSsn', ANA, { ...ANA, birthDate: '2009-11-21' }],
  ['one number for siblings', 'sharedSsn', ANA, { ...ANA, given: 'Rosa' }],
])('%s are never linked automatically', (_, guard, one, other) => {
  // Agreement in everything else makes the weight as high as it gets.
  const found = decide(one, other);
  expect(found.decision).not.toBe('AUTO_LINK');
  if (found.decision === 'REVIEW') expect(found.guard).toBe(guard);
});

test.each<[string, Traits, Traits]>([
  ['only a family name', { ...NO_TRAITS, family: 'Villaseñor' }, { ...NO_TRAITS, family: 'Villaseñor' }],
  [
    'only placeholders',
    { ...NO_TRAITS, given: 'Unknown', birthDate: '1900-01-01', ssn: '000-00-0000' },
    { ...NO_TRAITS, given: 'Unknown', birthDate: '1900-01-01', ssn: '000-00-0000' },
  ],
  ['the same home and nothing else', { ...WITHOUT_SSN, given: null, middle: null, birthDate: null }, WITHOUT_SSN],
  [
    'a spouse at the same home',
    WITHOUT_SSN,
    { ...WITHOUT_SSN, given: 'Miguel', middle: null, gender: 'MALE', birthDate: '1981-10-19' },
  ],
])('records with %s are not linked', (_, one, other) => {
  expect(decide(one, other).decision).toBe('NEW');
});

test('placeholders have no weight', () => {
  const placeholders = { ssn: '123-45-6789', birthDate: '1900-01-01' };
  const { comparisons } = decider.explain(prepare({ ...ANA, ...placeholders }), prepare({ ...ANA, ...placeholders }));
  const weightOf = (name: string) => comparisons.find(({ comparison }) => comparison === name);
  expect(weightOf('ssn')).toMatchObject({ level: null, weight: 0 });
  expect(weightOf('birthDate')).toMatchObject({ level: null, weight: 0 });
});

test('an explanation adds up, names the levels in words and the model, and contains no value of a record', () => {
  const explanation = decider.explain(prepare(ANA), prepare({ ...ANA, given: 'Anna', birthDate: '1984-07-03' }));
  const sum = explanation.comparisons.reduce((total, { weight }) => total + weight, explanation.adjustment);
  expect(sum).toBeCloseTo(explanation.weight, 9);
  expect(explanation.modelVersion).toBe(decider.scorer.model.version);
  expect(explanation.comparisons).toContainEqual(
    expect.objectContaining({ comparison: 'birthDate', description: 'day and month of birth are swapped' }),
  );
  for (const value of ['Villase', 'VILLASE', '1984', '321549876', 'Prairie', 'PRAIRIE']) {
    expect(JSON.stringify(explanation)).not.toContain(value);
  }
});

test('a decision does not depend on which record comes first', () => {
  const other = { ...ANA, given: 'Lucia', family: 'Villaseñor-Mora', street: 'Apt 3, 12 Prairie', birthDate: null };
  expect(decide(ANA, other)).toEqual(decide(other, ANA));
});
