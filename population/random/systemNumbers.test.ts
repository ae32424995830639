import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generateHouseholds } from '../generate.ts';
import { keyedPermutation } from './keyedPermutation.ts';
import { createSystemNumbers } from './systemNumbers.ts';
import '../../test/harness/propertySeed.ts';

const formats = {
  snapClient: /^[1-4]\d{9}$/,
  snapCase: /^08-\d{7}$/,
  tanfClient: /^[A-HJ-NP-Z]\d{7}$/,
  tanfCase: /^04-\d{7}$/,
  medicaidRin: /^[1-4]\d{8}$/,
  idoc: /^[A-HJ-NP-Z]\d{5}$/,
  sis: /^[5-9]\d{8}$/,
  energyClient: /^EC\d{8}$/,
  energyApplication: /^IL-\d{7}$/,
  cyp: /^\d{8}-C$/,
  childWelfareCase: /^\d{7}-A$/,
} as const;

describe('a keyed permutation', () => {
  test('gives every value of its domain once, whatever the key and the size', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 3000 }), (key, size) => {
        const permute = keyedPermutation(key, size);
        const values = new Set(Array.from({ length: size }, (_, serial) => permute(serial)));
        return values.size === size && Math.max(...values) === size - 1 && Math.min(...values) === 0;
      }),
      { numRuns: 25 },
    );
  });

  test('shows neither the order nor the distance of serials', () => {
    const permute = keyedPermutation('key', 400_000_000);
    let ascending = 0;
    const gaps = new Set<number>();
    for (let serial = 0; serial < 10_000; serial++) {
      const gap = permute(serial + 1) - permute(serial);
      gaps.add(gap);
      if (gap > 0) ascending += 1;
    }
    expect(ascending).toBeGreaterThan(4700);
    expect(ascending).toBeLessThan(5300);
    expect(gaps.size).toBeGreaterThan(9990);
  });

  test('refuses a serial outside of its domain instead of giving a number twice', () => {
    expect(() => keyedPermutation('key', 100)(100)).toThrow(RangeError);
  });
});

describe('numbers of the systems', () => {
  test('have their own formats', () => {
    const numbers = createSystemNumbers('illinois');
    for (let household = 1; household < 60; household++) {
      for (const [system, format] of Object.entries(formats)) {
        // The keys of `formats` are those of SystemNumbers, and a case number takes no place.
        const number = numbers[system as keyof typeof formats](household, household % 12);
        expect(number).toMatch(format);
      }
    }
  });

  test('never fall into the range of the demonstration household', () => {
    const numbers = createSystemNumbers('illinois');
    let lowest = 'Z';
    for (let household = 1; household < 50_000; household++) {
      const number = numbers.idoc(household);
      if (number < lowest) lowest = number;
    }
    expect(lowest >= 'A01000').toBe(true);
  });

  test('are unique within each system across 50,000 persons', () => {
    const seen = new Map<string, Set<string>>();
    let given = 0;
    const note = (system: string, number: string | null) => {
      if (number === null) return;
      given += 1;
      const numbers = seen.get(system) ?? new Set<string>();
      seen.set(system, numbers.add(number));
    };
    for (const household of generateHouseholds({ persons: 50_000, seed: 'illinois' })) {
      for (const row of household.households) note('household', row.householdId);
      for (const person of household.persons) {
        note('person', person.personId);
        note('snap', person.snapClientId);
        note('tanf', person.tanfClientId);
        note('medicaid', person.medicaidRin);
        note('corrections', person.idocNumber);
        note('education', person.sisId);
        note('weatherization', person.energyClientId);
        note('childwelfare', person.cypId);
      }
      for (const row of household.snapCases) note('snap case', row.caseNumber);
      for (const row of household.tanfCases) note('tanf case', row.caseNumber);
      for (const row of household.energyApplications) note('energy application', row.applicationNumber);
      for (const row of household.childWelfareCases) note('child welfare case', row.caseNumber);
    }
    expect(seen.size).toBe(13);
    expect([...seen.values()].reduce((sum, numbers) => sum + numbers.size, 0)).toBe(given);
  });
});
