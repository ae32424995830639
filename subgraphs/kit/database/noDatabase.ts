import { PublicError } from '../errors/publicError.ts';
import type { Database } from './database.ts';

/**
 * Stands in for the database of a system whose records are elsewhere, such as in another server or a file. Every
 * statement rejects.
 *
 * @param ping resolves if the records can be read
 */
export function noDatabase(ping: () => Promise<void>): Database {
  const reject = (): Promise<never> =>
    Promise.reject(new PublicError('DATABASE_UNAVAILABLE', 'This system has no database.'));
  const database: Database = {
    rows: reject,
    byKey: reject,
    transaction: reject,
    withClient: reject,
    forRequest: () => database,
    ping,
    stop: () => Promise.resolve(),
  };
  return database;
}
