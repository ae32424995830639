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
    text: `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
                  current_setting('full_page_writes') as full_page_writes`,
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
with me as (select * from pg_roles where rolname = session_user),
tables as (select c.oid, c.relname, c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'ledger' and c.relkind in ('r', 'p') and c.relname <> 'migration'),
functions as (select p.oid, p.proname, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where n.nspname = 'ledger')
select 'the role is ' || attribute as problem
from me, lateral (values (rolsuper, 'a superuser'), (rolcreaterole, 'able to create roles'),
  (rolbypassrls, 'able to bypass row security'), (rolreplication, 'able to replicate')) as a(has, attribute) where has
union all
select 'the role is a member of ' || r.rolname from me, pg_roles r
where not me.rolsuper and r.rolname <> me.rolname and r.rolname <> all ($2) and pg_has_role(me.oid, r.oid, 'MEMBER')
union all
select 'the role owns the database' from me, pg_database d where d.datname = current_database() and d.datdba = me.oid
union all
select 'the role may create objects in the schema ledger' from me where has_schema_privilege(me.oid, 'ledger', 'CREATE')
union all
select 'the role has a privilege on ledger.' || t.relname from me, tables t
where has_table_privilege(me.oid, t.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
   or has_any_column_privilege(me.oid, t.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
union all
select 'the role may execute ledger.' || f.proname from me, functions f
where has_function_privilege(me.oid, f.oid, 'EXECUTE') and f.proname <> all ($1)
union all
select 'ledger.' || t.relname || ' is not owned by ledger_owner' from tables t
where t.relowner <> (select oid from pg_roles where rolname = 'ledger_owner')
union all
select 'ledger.' || f.proname || ' is not owned by ledger_owner' from functions f
where f.proowner <> (select oid from pg_roles where rolname = 'ledger_owner')
union all
select 'ledger_owner can log in' from pg_roles where rolname = 'ledger_owner' and rolcanlogin
union all
select 'ledger.' || t.relname || ' can be changed: its append-only trigger is missing or switched off' from tables t
where not exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'append_only' and g.tgenabled = 'A')
union all
select 'the ledger is not installed in this database' where not exists (select from tables)
`;
