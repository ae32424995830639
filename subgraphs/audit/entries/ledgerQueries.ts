import { createHash } from 'node:crypto';
import type { Queryable } from '../../../ledger/index.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Sends the ledger's own statements through the kit's pool or one of its transactions. */
export function queryable(queries: Queries): Queryable {
  return {
    query: async (text: string, values: unknown[] = []) => {
      const rows = await queries.rows(statement<never>(nameOf(text), text), values);
      return { rows: [...rows], rowCount: rows.length, command: '', oid: 0, fields: [] };
    },
  };
}

/** Gives each statement a unique prepared-statement name. */
function nameOf(text: string): string {
  return `audit.ledger.${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
}
