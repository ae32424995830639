import Table from 'cli-table3';

/** A table for the terminal; in color only where somebody looks at it and has not set NO_COLOR. */
export function createTable(head: readonly string[]): Table.Table {
  const isColored = process.stdout.isTTY && process.stdout.hasColors();
  return new Table({ head: [...head], ...(isColored ? {} : { style: { head: [], border: [] } }) });
}
