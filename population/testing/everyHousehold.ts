import fc from 'fast-check';
import { createGenerator } from '../generate.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import '../../test/harness/propertySeed.ts';

/**
 * Holds the property against stretches of households of any seed, the demonstration household among them: against those
 * that `concerns` picks, as most properties are about few of them.
 */
export function everyHousehold(
  concerns: (household: HouseholdRecords) => boolean,
  holds: (household: HouseholdRecords) => void,
  stretch = 300,
): void {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 1_500_000 }), (seed, start) => {
      const householdAt = createGenerator(seed);
      holds(householdAt(0));
      for (let index = start; index < start + stretch; index++) {
        const household = householdAt(index);
        if (concerns(household)) holds(household);
      }
    }),
    { numRuns: 12 },
  );
}
