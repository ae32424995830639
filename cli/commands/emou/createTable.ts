import Table from 'cli-table3';

/** Creates a table for the terminal, in color only if stdout is a terminal and NO_COLOR is not set. */
export function createTable(head: readonly string[]): Table.Table {
  const isColored = process.stdout.isTTY && process.stdout.hasColors();
  return new Table({ head: [...head], ...(isColored ? {} : { style: { head: [], border: [] } }) });
}
