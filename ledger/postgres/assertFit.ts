import { LedgerUnfit } from '../ledgerErrors.ts';
import type { LedgerConnection } from './ledgerConnection.ts';

/** Functions that a writer may call. Any other permission is a reason not to start. */
const WRITER_FUNCTIONS = ['append', 'claim', 'fence', 'post_block', 'release', 'renew', 'tail_entries', 'tail_tiles'];

/** Functions for a writer that reads its administration entries back. */
const READ_BACK_FUNCTIONS = ['administration_entries', 'administration_head'];

interface ServerSettings {
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
}

/**
 * Throws LedgerUnfit unless commits are durable and this role can append and nothing else.
 * @param readsBack whether it may also read administration entries
 */
export async function assertFit(connection: LedgerConnection, readsBack = false): Promise<void> {
  const problems = [...(await durabilityProblems(connection)), ...(await privilegeProblems(connection, readsBack))];
  if (problems.length > 0) throw new LedgerUnfit(problems);
}

async function durabilityProblems(connection: LedgerConnection): Promise<string[]> {
  const [settings] = await connection.query<{ [Name in keyof ServerSettings]: string }>({
    text: `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
                  current_setting('full_page_writes') AS full_page_writes`,
  });
  const problems: string[] = [];
  // Without these, a committed record can be lost or torn if the machine crashes.
  if (settings?.fsync !== 'on') problems.push('the database runs with fsync off');
  if (settings?.synchronous_commit === undefined || settings.synchronous_commit === 'off') {
    problems.push('synchronous_commit is off for this role');
  }
  if (settings?.full_page_writes !== 'on') problems.push('the database runs with full_page_writes off');
  return problems;
}

async function privilegeProblems(connection: LedgerConnection, readsBack: boolean): Promise<string[]> {
  const functions = readsBack ? [...WRITER_FUNCTIONS, ...READ_BACK_FUNCTIONS] : WRITER_FUNCTIONS;
  const roles = readsBack ? ['ledger_writer', 'ledger_administration'] : ['ledger_writer'];
  const found = await connection.query<{ problem: string }>({ text: PRIVILEGE_PROBLEMS, values: [functions, roles] });
  return found.map(({ problem }) => problem);
}

/** One row for each deviation from what the migrations set up. */
const PRIVILEGE_PROBLEMS = `
WITH me AS (SELECT * FROM pg_roles WHERE rolname = session_user),
tables AS (SELECT c.oid, c.relname, c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'ledger' AND c.relkind IN ('r', 'p') AND c.relname <> 'migration'),
functions AS (SELECT p.oid, p.proname, p.proowner FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
              WHERE n.nspname = 'ledger')
SELECT 'the role is ' || attribute AS problem
FROM me, LATERAL (VALUES (rolsuper, 'a superuser'), (rolcreaterole, 'able to create roles'),
  (rolbypassrls, 'able to bypass row security'), (rolreplication, 'able to replicate')) AS a(has, attribute) WHERE has
UNION ALL
SELECT 'the role is a member of ' || r.rolname FROM me, pg_roles r
WHERE NOT me.rolsuper AND r.rolname <> me.rolname AND r.rolname <> ALL ($2) AND pg_has_role(me.oid, r.oid, 'MEMBER')
UNION ALL
SELECT 'the role owns the database' FROM me, pg_database d WHERE d.datname = current_database() AND d.datdba = me.oid
UNION ALL
SELECT 'the role may create objects in the schema ledger' FROM me WHERE has_schema_privilege(me.oid, 'ledger', 'CREATE')
UNION ALL
SELECT 'the role has a privilege on ledger.' || t.relname FROM me, tables t
WHERE has_table_privilege(me.oid, t.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
   OR has_any_column_privilege(me.oid, t.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
UNION ALL
SELECT 'the role may execute ledger.' || f.proname FROM me, functions f
WHERE has_function_privilege(me.oid, f.oid, 'EXECUTE') AND f.proname <> ALL ($1)
UNION ALL
SELECT 'ledger.' || t.relname || ' is not owned by ledger_owner' FROM tables t
WHERE t.relowner <> (SELECT oid FROM pg_roles WHERE rolname = 'ledger_owner')
UNION ALL
SELECT 'ledger.' || f.proname || ' is not owned by ledger_owner' FROM functions f
WHERE f.proowner <> (SELECT oid FROM pg_roles WHERE rolname = 'ledger_owner')
UNION ALL
SELECT 'ledger_owner can log in' FROM pg_roles WHERE rolname = 'ledger_owner' AND rolcanlogin
UNION ALL
SELECT 'ledger.' || t.relname || ' can be changed: its append-only trigger is missing or switched off' FROM tables t
WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname = 'append_only' AND g.tgenabled = 'A')
UNION ALL
SELECT 'the ledger is not installed in this database' WHERE NOT EXISTS (SELECT FROM tables)
`;
