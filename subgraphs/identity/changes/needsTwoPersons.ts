import { shippedCatalogue } from '../../../schema/catalog/shippedCatalogue.ts';

/** Regimes under which a wrong link harms most: criminal records, and 42 CFR Part 2. */
const REGIMES: readonly string[] = ['CORRECTIONS', 'PART2'];

let systems: ReadonlySet<string> | undefined;

/** True if two stewards have to give the same answer about a record of one of these systems. */
export function needsTwoPersons(names: readonly string[]): boolean {
  systems ??= new Set(
    [...shippedCatalogue().datasets.values()]
      .filter(({ regimes }) => regimes.some((regime) => REGIMES.includes(regime)))
      .map(({ system }) => system),
  );
  return names.some((name) => systems?.has(name));
}
