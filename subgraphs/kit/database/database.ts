import pg from 'pg';
import { PublicError } from '../errors/publicError.ts';
import type { RequestEnd } from '../limits/requestEnd.ts';
import type { Log } from '../log.ts';
import { createCancellableQueries, StatementCancelled } from './cancellableQueries.ts';
import { type CoalescedReads, createCoalescedReads } from './coalescedReads.ts';
import { toDatabaseError } from './databaseError.ts';
import type { Statement } from './statement.ts';

export type QueryObserver = (query: { readonly system: string; readonly statement: string }) => void;

/** The target of a statement: the pool or one transaction. */
export interface Queries {
  rows<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<readonly Row[]>;
}

/** A system's own database. Failures are PublicErrors without SQL, URL or values. */
export interface Database extends RequestDatabase {
  /** The same database for one request: statements are canceled in PostgreSQL once the request has ended. */
  forRequest(end: RequestEnd): Database;
  /** Lends a connection for what is nobody's request, such as reading keys. Its statements are not observed. */
  withClient<Result>(work: (client: pg.ClientBase) => Promise<Result>): Promise<Result>;
  ping(): Promise<void>;
  stop(): Promise<void>;
}

/** Database operations of a request. A transaction is never canceled halfway: it commits or rolls back. */
interface RequestDatabase extends Queries, CoalescedReads {
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
}

export interface DatabaseOptions {
  readonly system: string;
  readonly databaseUrl: string;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** See SubgraphDefinition. */
  readonly plansOnce?: boolean | undefined;
  readonly log: Log;
  readonly onQuery?: QueryObserver | undefined;
}

const DATE_TYPE_ID = 1082;

/**
 * Keeps calendar dates as text. By default, pg turns them into a JS Date in the server's time zone, which shifts
 * birthdays.
 */
const textDates: pg.CustomTypesConfig = {
  getTypeParser: (typeId, format) =>
    typeId === DATE_TYPE_ID ? (value: string) => value : pg.types.getTypeParser(typeId, format),
};

const ping: Statement<unknown> = { name: 'ping', text: 'select 1' };

export function openDatabase(options: DatabaseOptions): Database {
  const { system, log, onQuery } = options;
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeoutMs,
    // The server's own timeout cannot fire if the server has silently disappeared.
    query_timeout: options.statementTimeoutMs + 1_000,
    ...(options.plansOnce === true ? { options: '-c plan_cache_mode=force_generic_plan' } : {}),
    application_name: `person360-${system}`,
    types: textDates,
  });
  const cancellable = createCancellableQueries(pool, options.databaseUrl);
  // An idle connection that breaks raises an error here; without a listener it would end the process.
  pool.on('error', () => log({ level: 'warn', system, event: 'The database closed an idle connection.' }));

  async function send<Row>(
    target: pg.Pool | pg.PoolClient,
    statement: Statement<Row>,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    onQuery?.({ system, statement: statement.name });
    try {
      const result = await target.query({ name: statement.name, text: statement.text, values: [...values] });
      // The statement's columns are named and typed as Row (statement.ts).
      return result.rows as Row[];
    } catch (error) {
      throw toDatabaseError(error, { system, statement: statement.name, log });
    }
  }

  async function sendFor<Row>(
    end: RequestEnd,
    statement: Statement<Row>,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const query = { name: statement.name, text: statement.text, values: [...values] };
    try {
      if (!end.isOver) onQuery?.({ system, statement: statement.name });
      const result = await cancellable.run(query, (cancel) => end.onEnd(cancel));
      // The statement's columns are named and typed as Row (statement.ts).
      return result.rows as Row[];
    } catch (error) {
      // The caller has gone: this is not a database failure and is not logged.
      if (error instanceof StatementCancelled) throw new PublicError('DATABASE_TIMEOUT', 'The request has ended.');
      throw toDatabaseError(error, { system, statement: statement.name, log });
    }
  }

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw toDatabaseError(error, { system, statement: 'connect', log });
    }
  }

  const coalescedReads = createCoalescedReads(sendFor);
  const shared: RequestDatabase = {
    rows: (statement, values) => send(pool, statement, values),
    ...coalescedReads(undefined),
    async transaction(work) {
      const client = await connect();
      // Between statements, a lost connection raises on the client itself; the next statement reports it.
      const onError = () => log({ level: 'warn', system, event: 'The database closed a connection in a transaction.' });
      client.on('error', onError);
      let broken = false;
      try {
        await send(client, { name: 'begin', text: 'begin' }, []);
        const result = await work({ rows: (statement, values) => send(client, statement, values) });
        await send(client, { name: 'commit', text: 'commit' }, []);
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
  };
  const database: Database = {
    ...shared,
    forRequest: (end) => ({
      ...database,
      ...coalescedReads(end),
      rows: (statement, values) => sendFor(end, statement, values),
    }),
    async withClient(work) {
      const client = await connect();
      // A connection that is lost between statements: the next one rejects.
      const onError = () => undefined;
      client.on('error', onError);
      let broken = true;
      try {
        const result = await work(client);
        broken = false;
        return result;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    async ping() {
      await send(pool, ping, []);
    },
    async stop() {
      await Promise.all([pool.end(), cancellable.stop()]);
    },
  };
  return database;
}
