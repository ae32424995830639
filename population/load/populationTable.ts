import type { SubgraphName } from '../../schema/files.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import { type CopyValue, copyText } from './copyText.ts';

export interface PopulationTable {
  readonly system: SubgraphName;
  readonly name: string;
  readonly columns: readonly string[];
  /** The household's rows for this table in the text format of COPY. */
  copyText(records: HouseholdRecords): string;
}

/** A table whose columns are the snake_case of its rows' properties. */
export function table<Row extends object>(
  system: SubgraphName,
  name: string,
  rowsOf: (records: HouseholdRecords) => readonly Row[],
  keys: readonly (keyof Row & string)[],
): PopulationTable {
  return {
    system,
    name,
    columns: keys.map(columnOf),
    copyText(records) {
      let text = '';
      // Every property of a row interface is a CopyValue: the interfaces above hold nothing else.
      for (const row of rowsOf(records)) text += copyText(keys.map((key) => row[key] as CopyValue));
      return text;
    },
  };
}

/** The column of a property: `plan504` is `plan_504`. */
function columnOf(property: string): string {
  return property.replace(/[A-Z]|\d+/g, (match) => `_${match.toLowerCase()}`);
}
