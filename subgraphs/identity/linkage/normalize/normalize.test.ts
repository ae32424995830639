import { describe, expect, test } from '@jest/globals';
import { NO_TRAITS, type Traits } from '../../../../schema/persons/sourceRecord.ts';
import { normalize } from './normalize.ts';

const TODAY = '20261102';
const of = (traits: Partial<Traits>) => normalize({ ...NO_TRAITS, ...traits }, TODAY);

describe('names', () => {
  const same: readonly (readonly [string, Partial<Traits>, Partial<Traits>])[] = [
    ['accents and case', { given: 'José', family: 'Núñez' }, { given: 'JOSE', family: 'nunez' }],
    ['letters that do not decompose', { given: 'Łukasz', family: 'Đặng' }, { given: 'Lukasz', family: 'Dang' }],
    ['apostrophes and spaces', { given: 'Sean', family: "O'Brien" }, { given: 'Sean', family: 'O Brien' }],
    ['Mc and Mac', { given: 'Ann', family: 'MacDonald' }, { given: 'Ann', family: 'Mc Donald' }],
    ['particles', { given: 'Ana', family: 'de la Cruz' }, { given: 'Ana', family: 'Cruz' }],
    ['joined particles', { given: 'Ana', family: 'Delacruz' }, { given: 'Ana', family: 'de la Cruz' }],
    ['hyphens', { given: 'Ana', family: 'Vega-Ruiz' }, { given: 'Ana', family: 'Vega Ruiz' }],
    [
      'suffix in the family name',
      { given: 'Al', family: 'Reed Jr.' },
      { given: 'Al', family: 'Reed', suffix: 'Junior' },
    ],
    [
      'middle name in the given name',
      { given: 'Mary Ann', family: 'Fox' },
      { given: 'Mary', middle: 'Ann', family: 'Fox' },
    ],
  ];
  test.each(same)('%s', (_, one, other) => {
    expect(of(one)).toEqual(of(other));
  });

  test('a double family name is known by its parts', () => {
    expect(of({ family: 'Vega-Ruiz' })).toMatchObject({ family: 'VEGARUIZ', family1: 'VEGA', family2: 'RUIZ' });
  });

  test('a nickname has the names it stands for', () => {
    const { root1, root2, root3 } = of({ given: 'Beto' });
    expect([root1, root2, root3]).toContain('ALBERTO');
    expect(of({ given: 'Bill' }).root1).toBe(of({ given: 'William' }).root1);
  });

  test.each(['Baby Boy', 'BABYGIRL', 'Newborn', 'BB', 'Baby Girl A', 'Boy of Maria'])('%s is a newborn', (given) => {
    expect(of({ given, family: 'Fox' })).toMatchObject({ given: null, newborn: 'Y' });
  });

  test.each(['Unknown', 'XXX', 'FNU', 'n/a'])('%s is no name', (given) => {
    expect(of({ given }).given).toBeNull();
  });
});

describe('placeholders are no evidence', () => {
  test.each(['000-00-0000', '123-45-6789', '999-99-9999', '078-05-1120', '666-12-3456', '123-00-4567', ''])(
    '%s',
    (ssn) => {
      expect(of({ ssn })).toMatchObject({ ssn: null, ssnLast4: null });
    },
  );

  test('last four digits', () => {
    expect(of({ ssn: '***-**-4821' })).toMatchObject({ ssn: null, ssnLast4: '4821' });
    expect(of({ ssn: '321-54-4821' })).toMatchObject({ ssn: '321544821', ssnLast4: '4821' });
  });

  test.each(['1900-01-01', 'unknown', ''])('birth date %s', (birthDate) => {
    expect(of({ birthDate })).toMatchObject({ birthDate: null, birthText: null });
  });

  test.each(['1984-02-30', '2031-05-01', '1984-13-07'])('impossible birth date %s keeps only its text', (birthDate) => {
    expect(of({ birthDate })).toMatchObject({ birthDate: null, birthText: birthDate.replaceAll('-', '') });
  });

  test.each(['1984-03-07', '3/7/1984', '19840307', '1984-03-07T00:00:00Z'])('birth date %s', (birthDate) => {
    expect(of({ birthDate }).birthDate).toBe('19840307');
  });

  test('the address of an agency', () => {
    const address = { street: '100 S Grand Ave E', city: 'Springfield', state: 'IL', zip: '62762' };
    expect(of(address)).toMatchObject({ houseNumber: null, streetName: null, city: null, zip: null });
    expect(of({ street: 'Homeless' }).streetName).toBeNull();
  });

  test('a phone number of zeros', () => {
    expect(of({ phone: '000-000-0000' }).phone).toBeNull();
    expect(of({ phone: '+1 (217) 555-0142' }).phone).toBe('2175550142');
  });
});

test('an address is compared without types, directions, and unit words', () => {
  const one = of({ street: '1220 N. Oak Street, Apt #4B', city: 'Saint Charles', state: 'il', zip: '60174-1234' });
  const other = of({ street: '1220 Oak St Unit 4B', city: 'St. Charles', state: 'IL', zip: '60174' });
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    houseNumber: '1220',
    streetName: 'OAK',
    secondary: '4B',
    city: 'STCHARLES',
    zip: '60174',
  });
});
