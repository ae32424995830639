import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generateSourceRecords } from '../../../population/records/sourceRecords.ts';
import { hostileCases } from '../../../population/testing/hostileRecords.ts';
import type { SourceRecord } from '../../../schema/persons/sourceRecord.ts';
import { linkRecords } from '../linkage/batch/linkRecords.ts';
import { readDefaultModel } from '../linkage/model/defaultModel.ts';
import { acceptable, type RegisterBed, startRegisterBed } from '../testing/registerBed.ts';
import '../../../test/harness/propertySeed.ts';

const TODAY = '20261102';
const hostile: readonly SourceRecord[] = acceptable(
  hostileCases.flatMap(({ records }) => records.map(({ person: _, ...record }) => record)),
);
const generated = [...generateSourceRecords({ persons: 400, seed: 'arrivals' })].flatMap(({ records }) => records);

let bed: RegisterBed;
beforeAll(async () => {
  bed = await startRegisterBed();
}, 60_000);
afterAll(() => bed?.stop());

/** Registers the records, so many at a time, and returns which numbers are whose. */
async function registerAll(records: readonly SourceRecord[], together: number) {
  await bed.empty();
  for (let from = 0; from < records.length; from += together) {
    await Promise.all(records.slice(from, from + together).map((record) => bed.register(record)));
  }
  return bed.partition(records);
}

async function batchOf(records: readonly SourceRecord[]) {
  const { clusters } = await linkRecords(records, { model: readDefaultModel(), today: TODAY });
  return clusters.map((keys) => [...keys].sort());
}

test('whatever the order in which they come, and however many at once, records become the persons that the batch finds', async () => {
  const records = [...hostile, ...generated];
  const expected = await batchOf(records);
  expect(expected.filter((keys) => keys.length > 1).length).toBeGreaterThan(50);
  const order = fc.tuple(fc.shuffledSubarray(records, { minLength: records.length }), fc.constantFrom(1, 7, 64));
  await fc.assert(
    fc.asyncProperty(order, async ([shuffled, together]) => {
      expect(await registerAll(shuffled, together)).toEqual(expected);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 240_000);

/** Records of few people with few values, so that they resemble each other in every way. */
const alike = fc.record({
  given: fc.constantFrom('Maria', 'Mary', 'Marie', 'Ana', null),
  family: fc.constantFrom('Gonzalez', 'Gonsales', 'Novak'),
  birthDate: fc.constantFrom('1988-03-14', '1988-03-15', '1988-14-03', null),
  ssn: fc.constantFrom('907-30-1188', '907-30-1189', '***-**-1188', null),
  street: fc.constantFrom('12 Elm St', '14 Elm St', null),
  suffix: fc.constantFrom('Jr', 'Sr', null, null),
});

test('records that resemble each other in every way become the same persons in any order', async () => {
  const systems = ['snap', 'tanf', 'medicaid', 'education', 'weatherization', 'childwelfare', 'corrections'] as const;
  const arbitrary = fc.array(alike, { minLength: 2, maxLength: 14 }).chain((all) => {
    const none = { middle: null, gender: null, city: 'Peoria', state: 'IL', zip: '61602', phone: null };
    const records = all.map((traits, at) => ({
      ...{ system: systems[at % systems.length] ?? 'snap', number: `N${at}`, traits: { ...none, ...traits } },
    }));
    return fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }));
  });
  await fc.assert(
    fc.asyncProperty(arbitrary, async ([records, shuffled]) => {
      const expected = await batchOf(records);
      expect(await registerAll(records, 64)).toEqual(expected);
      expect(await registerAll(shuffled, 1)).toEqual(expected);
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 240_000);
