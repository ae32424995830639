import { describe, expect, test } from '@jest/globals';
import type { IdentityInput, SentRecord } from '../../../schema/persons/identityInput.ts';
import { NO_TRAITS, type Traits } from '../../../schema/persons/sourceRecord.ts';
import { readDefaultModel } from '../linkage/model/defaultModel.ts';
import { createInitialIds } from './initialIds.ts';
import { type InitialIndex, linkInitialIndex } from './initialIndex.ts';
import { initialReviews } from './initialReviews.ts';

const ids = createInitialIds(Buffer.from('a key'));
const registeredAt = new Date('2026-11-02T12:00:00Z');
const link = (input: Partial<IdentityInput>): Promise<InitialIndex> =>
  linkInitialIndex(
    { records: [], households: [], relationships: [], issuedIds: [], ...input },
    { model: readDefaultModel(), today: '20261102', registeredAt, ids },
  );

const home = { street: '4820 N Oak Street', city: 'Rockford', state: 'IL', zip: '61101', phone: '815-001-4408' };
const place = { street: '4820 N Oak Street', city: 'Rockford', state: 'IL', zip: '61101' };
const address = { ...place, county: 'Winnebago', countyFips: '17201', addressProtected: false };
const teresa = { ...home, given: 'Teresa', family: 'Ocampo', birthDate: '1985-06-17', ssn: '918-44-7032' };
const diego = { ...home, given: 'Diego', family: 'Ocampo', birthDate: '2015-11-08', ssn: '918-44-7101' };

function record(system: string, number: string, traits: Partial<Traits>, isFormer = false): SentRecord {
  return {
    ...{ system, number, isFormer, primaryLanguage: 'es', living: true },
    traits: { ...NO_TRAITS, ...traits },
  };
}
const snap = record('snap', 'S1', teresa);
const medicaid = record('medicaid', 'M1', teresa);
const school = record('education', 'E1', diego);
const childMedicaid = record('medicaid', 'M2', diego);
const all = [snap, medicaid, school, childMedicaid];
const ofNumber = (index: InitialIndex, number: string) => index.records.find((each) => each.number === number);

describe('the first index', () => {
  test('is the same whatever the order of the records, and has other ids under another key', async () => {
    const households = [{ ...address, members: all }];
    const shown = ({ persons, records }: InitialIndex) => [
      persons.map(({ personId, given }) => [personId, given]).sort(),
      records.map(({ number, personId }) => [number, personId]).sort(),
    ];
    const index = await link({ records: all, households });
    expect(index.persons).toHaveLength(2);
    expect(index.persons[0]?.personId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const reversed = { ...address, members: [...all].reverse() };
    expect(shown(await link({ records: [...all].reverse(), households: [reversed] }))).toEqual(shown(index));
    expect(createInitialIds(Buffer.from('other'))('person', 'snap|S1')).not.toBe(ids('person', 'snap|S1'));
  });

  test('lets ids that were given out stay with most of their records', async () => {
    const issued = (each: SentRecord, personId: string) => ({ record: each, personId, householdId: 'h' });
    const index = await link({
      records: all,
      households: [{ ...address, members: all }],
      issuedIds: [
        issued(snap, 'teresa'),
        issued(medicaid, 'teresa'),
        issued(school, 'teresa'),
        issued(childMedicaid, 'diego'),
      ],
    });
    expect(index.records.map(({ personId }) => personId)).toEqual(['teresa', 'teresa', 'diego', 'diego']);
    expect(index.households.map(({ householdId }) => householdId)).toEqual(['h']);
  });

  test('gives a person the household of most records, and protects its address if any source does', async () => {
    const tanf = record('tanf', 'T1', teresa);
    const index = await link({
      records: [...all, tanf],
      households: [
        { ...address, members: [snap, medicaid, school] },
        { ...address, street: '1 Hidden Court', addressProtected: true, members: [tanf, childMedicaid] },
      ],
    });
    const householdOf = (number: string) => {
      const personId = ofNumber(index, number)?.personId;
      const householdId = index.persons.find((each) => each.personId === personId)?.householdId;
      return index.households.find((each) => each.householdId === householdId);
    };
    expect(householdOf('T1')).toMatchObject({ street: '4820 N Oak Street', addressProtected: true });
    // One record in each: the household with the smallest key.
    expect(householdOf('E1')).toMatchObject({ street: '4820 N Oak Street', addressProtected: true });
    expect(index.households).toHaveLength(1);
  });

  test('never takes an address for the home from a record, such as that of a placement', async () => {
    const placement = record('childwelfare', 'C1', {
      ...diego,
      street: '77 Foster Lane',
      zip: '62301',
      city: 'Quincy',
    });
    const index = await link({
      records: [school, placement],
      households: [{ ...address, members: [school, placement] }],
    });
    expect(index.persons).toHaveLength(1);
    expect(JSON.stringify([index.persons, index.households])).not.toMatch(/Foster|62301|Quincy/);
  });

  test('relates persons instead of records: each pair once, and nobody to themselves', async () => {
    const relate = (one: SentRecord, other: SentRecord, kind: string) => ({ one, other, kind });
    const index = await link({
      records: all,
      households: [{ ...address, members: all }],
      relationships: [
        relate(school, snap, 'MTH'),
        relate(childMedicaid, medicaid, 'MTH'),
        relate(medicaid, school, 'CHILD'),
        relate(snap, medicaid, 'SIB'),
      ],
    });
    const [mother, child] = [ofNumber(index, 'S1')?.personId, ofNumber(index, 'E1')?.personId];
    expect(index.relationships).toEqual([
      [child, mother, 'MTH'],
      [mother, child, 'CHILD'],
    ]);
  });

  test('uses the number that a system still uses', async () => {
    const former = record('snap', 'S0', teresa, true);
    const records = [former, snap, medicaid];
    const index = await link({ records, households: [{ ...address, members: records }] });
    expect(index.persons).toHaveLength(1);
    expect(index.records.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      ['S0', false],
      ['S1', true],
      ['M1', true],
    ]);
    const alone = await link({ records: [former], households: [{ ...address, members: [former] }] });
    expect(alone.records[0]?.isCurrent).toBe(true);
  });

  test('refuses records without a household, and relationships of records that were not sent', async () => {
    await expect(link({ records: [snap] })).rejects.toThrow('A record is in no household');
    const households = [{ ...address, members: [snap] }];
    const relationships = [{ one: snap, other: school, kind: 'CHILD' }];
    await expect(link({ records: [snap], households, relationships })).rejects.toThrow('not among the records');
  });

  test('leaves to people what may be one person, once, with the reason and a date', async () => {
    const newborn = record('medicaid', 'M3', { ...home, given: 'BABY BOY', family: 'Tapia', birthDate: '2026-09-14' });
    const named = record('snap', 'S3', {
      ...home,
      given: 'Mateo',
      family: 'Tapia',
      birthDate: '2026-09-14',
      gender: 'MALE',
    });
    const records = [newborn, named];
    const index = await link({ records, households: [{ ...address, members: records }] });
    const reviews = initialReviews(index, { model: 'm', createdAt: registeredAt, ids });
    expect(index.persons).toHaveLength(2);
    expect(reviews).toEqual([
      expect.objectContaining({ one: '1', other: '2', cause: 'GUARD', guard: 'newborn', dueOn: '2026-11-16' }),
    ]);
  });
});
