import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, type SubgraphName } from '../../schema/files.ts';
import { at } from '../harness/answer.ts';
import { linkedPopulationOf } from '../harness/linkedPopulation.ts';
import { type Product, startProduct } from '../harness/product/startProduct.ts';
import { aging, childProtection, fosterCare, type Who } from '../harness/requesters.ts';
import { readSchemaFields } from '../harness/schemaFields.ts';

const catalogue = readDatasetCatalogue(datasetsDirectory);

/** Every field of every program, the barred ones too: scalars as they are, objects with their scalars. */
function everything(): string {
  const fields = new Map([...readSchemaFields().values()].flatMap((ofSubgraph) => [...ofSubgraph]));
  const write = (typeName: string, depth: number): string =>
    [...fields.values()]
      .filter(({ coordinate, isKey, isHidden }) => coordinate.startsWith(`${typeName}.`) && !isKey && !isHidden)
      .flatMap(({ coordinate, returns }) => {
        const name = coordinate.slice(typeName.length + 1);
        const isObject = [...fields.keys()].some((other) => other.startsWith(`${returns}.`));
        if (!isObject) return [name];
        return depth === 0 || returns === 'Person' ? [] : [`${name} { ${write(returns, depth - 1)} }`];
      })
      .join(' ');
  return `query ($ids: [ID!]!) { persons(ids: $ids) { id ${write('Person', 3)} } }`;
}

/** Where barred values stand: subgraph, table, columns. */
const barredColumns: readonly (readonly [SubgraphName, string])[] = [
  ['snap', 'select immigration_status as value from client where immigration_status is not null'],
  ['medicaid', 'select unnest(substance_use_diagnoses) as value from coverage'],
  ['medicaid', 'select unnest(hiv_diagnoses) as value from coverage'],
  ['medicaid', 'select unnest(mental_health_diagnoses) as value from coverage'],
  ['corrections', 'select unnest(disciplinary_record) as value from custody_record'],
  ['corrections', 'select gang_affiliation as value from custody_record where gang_affiliation is not null'],
  ['corrections', 'select unnest(grievances) as value from custody_record'],
  [
    'corrections',
    'select mental_health_treatment as value from custody_record where mental_health_treatment is not null',
  ],
];

describe('what the law bars', () => {
  let system: Product;
  let personIds: readonly string[];
  let barred: ReadonlySet<string>;

  async function rows<Row extends pg.QueryResultRow>(name: SubgraphName, sql: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: system.databaseUrls.get(name) });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    system = await startProduct({ persons: 340 });
    personIds = (await rows<{ id: string }>('identity', 'select person_id as id from person order by 1')).map(
      ({ id }) => id,
    );
    const values = await Promise.all(barredColumns.map(([name, sql]) => rows<{ value: string }>(name, sql)));
    for (const [index, found] of values.entries())
      expect([barredColumns[index]?.[1], found.length > 0]).toEqual([barredColumns[index]?.[1], true]);
    // Encrypted there.
    const reporters = (await linkedPopulationOf(system)).households.flatMap(({ children }) =>
      children.flatMap(({ reporter }) => reporter ?? []),
    );
    expect(reporters.length).toBeGreaterThan(0);
    barred = new Set([...values.flat().map(({ value }) => value), ...reporters]);
  }, 180_000);
  afterAll(() => system?.stop());

  const owners: readonly Who[] = catalogue.systems.flatMap(({ owner, ownerPurposes, ownerRoles }) =>
    // Owners are signatories, which the catalogue's own test holds.
    // A person for each: one alone would spend what a caller may spend at once.
    ownerPurposes.map((purpose) => {
      const subject = `${owner}.${purpose}`.toLowerCase();
      return { agency: owner as Who['agency'], purpose, roles: ownerRoles, subject };
    }),
  );

  async function askForEverybody(who: Who) {
    const query = everything();
    const answers = [];
    for (let start = 0; start < personIds.length; start += 100) {
      answers.push(await system.ask(who, query, { ids: personIds.slice(start, start + 100) }));
    }
    return answers;
  }

  test.each(
    [...owners, fosterCare, childProtection, aging].map((who) => [`${who.agency} for ${who.purpose}`, who] as const),
  )(
    'is never shown to %s, for anybody in the population',
    async (_, who) => {
      const answers = await askForEverybody(who);
      for (const answer of answers) {
        expect([answer.status, answer.data === undefined ? answer.errors : []]).toEqual([200, []]);
        const shown = stringsIn(answer.data);
        expect([...barred].filter((value) => shown.has(value))).toEqual([]);
        for (const coordinate of catalogue.hardBars.keys()) {
          expect(valuesOf(answer.data, coordinate.split('.')[1] ?? '')).toEqual(new Set([null]));
        }
      }
    },
    60_000,
  );

  test('is denied to its owner with the bar and the law, and no way around it', async () => {
    const who: Who = { agency: 'HFS', purpose: 'CARE_COORDINATION', roles: ['CASEWORKER'] };
    const answer = await system.ask(who, 'query ($id: ID!) { person(id: $id) { medicaid { hivDiagnoses } } }', {
      id: personIds[0],
    });
    expect(
      answer.errors.map(({ extensions }) => [extensions.reason, extensions.bar, at(extensions, 'remedy.action')]),
    ).toEqual([['HARD_BAR', 'HIV-1', 'NONE']]);
  });

  test('covers incomes from tax and Social Security data: their amounts are null, their sources shown', async () => {
    const answers = await askForEverybody({ agency: 'IDHS', purpose: 'BENEFIT_ELIGIBILITY', roles: ['CASEWORKER'] });
    const incomes = answers.flatMap(({ data }) =>
      [...objectsIn(data)].filter((object) => Object.hasOwn(object, 'source')),
    );
    const bySource = (source: string) => incomes.filter((income) => at(income, 'source') === source);
    expect(bySource('IRS').length + bySource('SSA').length).toBeGreaterThan(0);
    expect(bySource('CLIENT').some((income) => at(income, 'amount') !== null)).toBe(true);
    for (const income of [...bySource('IRS'), ...bySource('SSA')]) expect(at(income, 'amount')).toBeNull();
  });

  test('covers protected addresses, which no query returns', async () => {
    const isHidden = await rows<{ id: string }>(
      'identity',
      'select household_id as id from household where address_protected',
    );
    const { households } = (await linkedPopulationOf(system)).index;
    const hidden = isHidden.map(({ id }) => ({
      id,
      street: households.find(({ householdId }) => householdId === id)?.street ?? '',
    }));
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter(({ street }) => street === '')).toEqual([]);
    for (const who of [fosterCare, { agency: 'DOIT', purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] } as const]) {
      for (const { id, street } of hidden.slice(0, 5)) {
        const answer = await system.ask(
          who,
          'query ($id: ID!) { household(id: $id) { id address { street zip county countyFips } members { household { address { street } } } } }',
          { id },
        );
        expect([at(answer.data, 'household.id'), at(answer.data, 'household.address')]).toEqual([id, null]);
        expect(answer.text).not.toContain(street);
      }
    }
  });
});

function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

function stringsIn(value: unknown): ReadonlySet<string> {
  const leaves = [...objectsIn(value)].flatMap((object) => Object.values(object)).flat();
  return new Set(leaves.filter((leaf) => typeof leaf === 'string'));
}

/** Values under a key wherever it stands, and null when it stands nowhere. */
function valuesOf(value: unknown, key: string): ReadonlySet<unknown> {
  const holders = [...objectsIn(value)].filter((object) => Object.hasOwn(object, key));
  return new Set(holders.length === 0 ? [null] : holders.map((object) => (object as Record<string, unknown>)[key]));
}
