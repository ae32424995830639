import type { SubgraphName } from '../../schema/files.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import { type CopyValue, copyText } from './copyText.ts';

/** Encrypts the name and birth date of the row with this number: values of `SEALED_COLUMNS`, for COPY. */
export type SealName = (number: string, row: NamedRow) => readonly CopyValue[];
interface NamedRow extends RecordedName {
  /** Of a child welfare case. */
  readonly reporter?: string | null;
}
export const SEALED_COLUMNS = ['personal', 'key_generation'];

export interface PopulationTable {
  readonly system: SubgraphName;
  readonly name: string;
  readonly columns: readonly string[];
  /** The household's rows for this table in the text format of COPY. */
  copyText(records: HouseholdRecords, seal: SealName): string;
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

/** A table with a row for each person, whose name and birth date are encrypted. `number` is its primary key. */
export function personTable<Row extends RecordedName>(
  system: SubgraphName,
  name: string,
  rowsOf: (records: HouseholdRecords) => readonly Row[],
  number: keyof Row & string,
  others: readonly Exclude<keyof Row & string, keyof NamedRow>[],
): PopulationTable {
  const keys = [number, ...others];
  return {
    ...{ system, name, columns: [...keys.map(columnOf), ...SEALED_COLUMNS] },
    copyText(records, seal) {
      let text = '';
      for (const row of rowsOf(records)) {
        // As above.
        text += copyText([...keys.map((key) => row[key] as CopyValue), ...seal(String(row[number]), row)]);
      }
      return text;
    },
  };
}

/** The column of a property: `plan504` is `plan_504`. */
function columnOf(property: string): string {
  return property.replace(/[A-Z]|\d+/g, (match) => `_${match.toLowerCase()}`);
}
