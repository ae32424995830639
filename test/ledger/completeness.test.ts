import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { rowsOf } from '../harness/recordsOf.ts';
import { fosterCare, type Who } from '../harness/requesters.ts';
import { runCommand } from '../harness/runCommand.ts';

const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const query = `query ($filter: DisclosureFilter) { disclosures(filter: $filter, first: 50) { edges { node { id } }
  completeness { complete comparedSince mismatchSince mismatches problems { entries what } explanation } } }`;

interface Completeness {
  readonly complete: boolean;
  readonly comparedSince: string | null;
  readonly mismatchSince: string | null;
  readonly mismatches: number;
  readonly problems: readonly { readonly entries: string; readonly what: string }[];
}

let system: Product;
/** Of the gateway's disclosures; others hold decisions. */
let tree = 0;
beforeAll(async () => {
  system = await startProduct();
  const [row] = await rowsOf<{ tree_id: number }>(
    system.ledger.adminUrl,
    'select tree_id from ledger.tree where origin = $1',
    [system.ledger.origin],
  );
  tree = row?.tree_id ?? 0;
  for (const label of ['ward', 'daughter', 'partner'] as const) {
    const { errors } = await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { birthDate } }', {
      id: idOf(label),
    });
    expect(errors).toEqual([]);
  }
}, 120_000);
afterAll(() => system?.stop());

async function completeness(filter: object = {}): Promise<Completeness> {
  const { data, errors } = await system.ask(auditor, query, { filter });
  expect(errors).toEqual([]);
  return at(data, 'disclosures.completeness') as Completeness; // asked for as such
}

/** Changes a table of the ledger as an administrator of the database could: with its triggers off. */
async function tamper(table: string, sql: string): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    system.ledger.adminUrl,
    `select 'ledger.' || relname as name from pg_class where relnamespace = 'ledger'::regnamespace and relkind in ('r', 'p')
       and (relname = $1 or relname like $1 || '\\_2%')`,
    [table],
  );
  const each = (verb: string) => tables.map(({ name }) => `alter table ${name} ${verb} trigger append_only`).join('; ');
  await rowsOf(system.ledger.adminUrl, `${each('DISABLE')}; ${sql}; ${each('ENABLE ALWAYS')}`);
}

const health = async (path = '/health/log'): Promise<string> =>
  (await fetch(new URL(path, system.subgraphUrls.get('audit')))).text();
const check = () =>
  runCommand(['audit', 'check', '--database', system.ledger.auditUrl, '--origin', system.ledger.origin]);

test('an answer of the log says that it is complete once every entry was compared with the index', async () => {
  const swept = await eventually(
    () => completeness(),
    ({ comparedSince }) => comparedSince !== null,
    30_000,
  );
  expect(swept).toMatchObject({ complete: true, mismatches: 0, mismatchSince: null, problems: [] });
  expect(swept.comparedSince).not.toBeNull();
  expect(JSON.parse(await health())).toMatchObject({ status: 'complete', mismatches: 0 });
  expect(await check()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^the index agrees with all \d+ entries/),
  });
}, 60_000);

const lies: readonly (readonly [column: string, table: string, change: string, undo: string])[] = [
  ['person', 'entry', `person = '\\x00'`, 'person = kept.person'],
  ['requester', 'entry', `requester = 'nobody'`, 'requester = kept.requester'],
  ['recorded_at', 'entry', `recorded_at = '1999-01-01Z'`, 'recorded_at = kept.recorded_at'],
  ['sort', 'entry', 'sort = 1', 'sort = kept.sort'],
];
test.each(lies)(
  'an answer says since when it is incomplete after SQL changed the column %s',
  async (column, table, change, undo) => {
    const [{ place = '' } = {}] = await rowsOf<{ place: string }>(
      system.ledger.adminUrl,
      `select leaf_index::text as place from ledger.entry where person is not null and requester = 'dcfs.test' and tree_id = ${tree} order by leaf_index limit 1`,
    );
    await rowsOf(system.ledger.adminUrl, 'create table if not exists public.kept as select * from ledger.entry');
    await tamper(table, `update ledger.entry set ${change} where tree_id = ${tree} and leaf_index = ${place}`);
    const found = await eventually(
      () => completeness(),
      ({ mismatches }) => mismatches > 0,
      40_000,
    );
    expect(found).toMatchObject({ complete: false, mismatchSince: expect.any(String) });
    expect(found.problems).toContainEqual({
      entries: `${tree}-${place}`,
      what: expect.stringContaining(`the column ${column} `),
    });
    expect(await completeness({ requester: 'somebody.else' })).toMatchObject({ complete: false });
    expect(JSON.parse(await health())).toMatchObject({ status: 'mismatch' });
    expect(await health('/metrics')).toMatch(/^person360_audit_index_mismatches [1-9]/m);
    expect(await check()).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(`entry ${place}: the column ${column} `),
    });
    await tamper(
      table,
      `update ledger.entry e set ${undo} from public.kept where kept.leaf_index = ${place} and e.leaf_index = ${place}
         and kept.tree_id = ${tree} and e.tree_id = ${tree}`,
    );
    expect(
      await eventually(
        () => completeness(),
        ({ complete }) => complete,
        40_000,
      ),
    ).toMatchObject({ mismatches: 0 });
  },
  120_000,
);

test('an answer says that it is incomplete after SQL deleted an entry or added one', async () => {
  await tamper('entry', `delete from ledger.entry where tree_id = ${tree} and leaf_index = 2`);
  const deleted = await eventually(
    () => completeness(),
    ({ mismatches }) => mismatches > 0,
    40_000,
  );
  expect(deleted.problems).toContainEqual({ entries: `${tree}-2`, what: 'the entry is missing' });
  expect(await check()).toMatchObject({ code: 2, stdout: expect.stringContaining('entry 2: the entry is missing') });
  await tamper(
    'entry',
    `insert into ledger.entry select * from public.kept where tree_id = ${tree} and leaf_index = 2;
     insert into ledger.entry select tree_id, leaf_index + 1000000, month, recorded_at, body, person, requester, sort
     from public.kept where tree_id = ${tree} and leaf_index = 2`,
  );
  const added = await eventually(
    () => completeness(),
    ({ problems }) => problems.some(({ what }) => what.includes('beyond')),
    40_000,
  );
  expect(added.complete).toBe(false);
}, 120_000);
