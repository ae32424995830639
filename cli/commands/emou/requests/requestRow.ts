import { z } from 'zod';
import { createTable } from '../createTable.ts';

/** Fields of a request shown in tables. */
export const REQUEST_FIELDS = `id requestingAgency owner dataset { id } purpose status sequence
  due { date businessDaysLeft } turn { side agency } nextChange { at to }`;

export const RequestRow = z.object({
  id: z.string(),
  requestingAgency: z.string().nullable(),
  owner: z.string().nullable(),
  dataset: z.object({ id: z.string() }).nullable(),
  purpose: z.string(),
  status: z.string(),
  sequence: z.number(),
  due: z.object({ date: z.string(), businessDaysLeft: z.number() }).nullable(),
  turn: z.object({ side: z.string(), agency: z.string() }).nullable(),
  nextChange: z.object({ at: z.string(), to: z.string() }).nullable(),
});
export type RequestRow = z.infer<typeof RequestRow>;

export function requestTable(rows: readonly RequestRow[]): string {
  if (rows.length === 0) return 'No requests.';
  const table = createTable(['request', 'from', 'to', 'dataset', 'purpose', 'status', 'due', 'left', 'turn']);
  for (const row of rows) {
    const { due, turn } = row;
    const days = due === null ? '' : `${due.businessDaysLeft} bd`;
    const place = [row.dataset?.id ?? '', row.purpose, row.status, due?.date ?? '', days, turn?.agency ?? ''];
    table.push([row.id, row.requestingAgency ?? '', row.owner ?? '', ...place]);
  }
  return table.toString();
}

/** Prints JSON for programs or a table for people. */
export function print(json: boolean, value: unknown, table: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : table()}\n`);
}
