import { type ContractItem, fail, type Outcome, pass, skipped } from '../contractItem.ts';
import { describeReply, type Reply } from '../reply.ts';
import { filterDatasets, opens, queryFields, rootSelection } from '../subgraphShape.ts';
import { readKnown, type SubgraphUnderTest } from '../subgraphUnderTest.ts';

const CHECK_EVERY_FIELD =
  'Where a field is resolved, check the datasets of its @policy, of its type and of the type that it returns.';

/** Reads the known records with a grant for these datasets, and fails if anything is shown that they do not open. */
async function showsOnlyWhatIsOpen(
  subgraph: SubgraphUnderTest,
  granted: readonly string[],
  says: string,
  alias = '',
): Promise<Outcome> {
  const { values } = await readKnown(subgraph, subgraph.grants.for(granted), alias);
  const leaked = values.filter(({ coordinate }) => !opens(subgraph.shape, coordinate, granted));
  if (leaked.length === 0) return pass;
  const fields = [...new Set(leaked.map(({ coordinate }) => coordinate))].slice(0, 5).join(', ');
  return fail(`with ${says}, it shows ${fields}`, CHECK_EVERY_FIELD);
}

/** Fields that hold a value for a known record when every dataset is granted: the others prove nothing. */
async function fieldsWithValues(subgraph: SubgraphUnderTest): Promise<readonly string[]> {
  const { values } = await readKnown(subgraph, subgraph.grants.for(subgraph.datasets));
  return [...new Set(values.map(({ coordinate }) => coordinate))];
}

async function unlessNothingIsShown(subgraph: SubgraphUnderTest, check: () => Promise<Outcome>): Promise<Outcome> {
  const shown = await fieldsWithValues(subgraph);
  return shown.some((coordinate) => !opens(subgraph.shape, coordinate, []))
    ? await check()
    : skipped(
        'The known records show no guarded field, even with every dataset. Name a record that has values: --key.',
      );
}

const opensWithDatasets: ContractItem = {
  id: 'guard-opens',
  title: 'With every dataset granted, every field of the SDL responds, and the known records have values.',
  async check(subgraph) {
    const { values, replies } = await readKnown(subgraph, subgraph.grants.for(subgraph.datasets));
    const broken = replies.find(({ status, data }) => status !== 200 || data === undefined);
    if (broken !== undefined) {
      const [error] = broken.errors;
      return fail(
        `${describeReply(broken)}${error === undefined ? '' : `: ${error.message}`}`,
        'Serve what the SDL says: every field that it names, with _entities for every type that has a key.',
      );
    }
    const closed = replies.flatMap(({ errors }) => errors);
    const wrongly = closed.filter(({ path }) => !isBarred(subgraph, path));
    if (wrongly.length > 0) {
      const places = wrongly.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
      return fail(`errors at ${places.join('; ')}`, 'Resolve every field that the grant opens without an error.');
    }
    if (values.some(({ coordinate }) => !opens(subgraph.shape, coordinate, []))) return pass;
    return fail(
      'no guarded field of the known records has a value',
      'Name a record with values in --key, and return its fields when their datasets are granted.',
    );
  },
};

/** True if the path ends at a field that no grant opens: its error is right. */
function isBarred({ shape }: SubgraphUnderTest, path: readonly unknown[]): boolean {
  const name = path.at(-1);
  return shape.guards.list.some(({ kind, coordinate }) => kind === 'barred' && coordinate.endsWith(`.${String(name)}`));
}

const noDataset: ContractItem = {
  id: 'guard-without-dataset',
  title: 'A guarded field is closed to a grant without datasets.',
  check: (subgraph) =>
    unlessNothingIsShown(subgraph, () => showsOnlyWhatIsOpen(subgraph, [], 'a grant without datasets')),
};

const aliases: ContractItem = {
  id: 'guard-aliases',
  title: 'An alias does not open a guarded field.',
  check: (subgraph) =>
    unlessNothingIsShown(subgraph, () =>
      showsOnlyWhatIsOpen(subgraph, [], 'aliases and a grant without datasets', 'other_'),
    ),
};

const oneMissing: ContractItem = {
  id: 'guard-one-missing',
  title: 'Each dataset opens its own fields only.',
  check: (subgraph) =>
    unlessNothingIsShown(subgraph, async () => {
      for (const missing of subgraph.datasets) {
        const granted = subgraph.datasets.filter((dataset) => dataset !== missing);
        const outcome = await showsOnlyWhatIsOpen(subgraph, granted, `every dataset but ${missing}`);
        if (outcome.result !== 'pass') return outcome;
      }
      return pass;
    }),
};

const wrongDataset: ContractItem = {
  id: 'guard-wrong-dataset',
  title: 'Datasets of other names, and what looks like a wildcard, open nothing.',
  check: (subgraph) =>
    unlessNothingIsShown(subgraph, () => {
      const { datasets, name } = subgraph;
      const similar = datasets.flatMap((id) => [id.toUpperCase(), `${id}x`, ` ${id}`, id.slice(0, -1)]);
      const wildcards = ['*', 'all', `${name}.*`, `${name}.`, name, '', 'anotherone.data'];
      return showsOnlyWhatIsOpen(subgraph, [...wildcards, ...similar], 'datasets of other names');
    }),
};

const conditions: ContractItem = {
  id: 'guard-conditions',
  title: 'A dataset with conditions is closed while no facts about the person are known.',
  check: (subgraph) =>
    unlessNothingIsShown(subgraph, async () => {
      const { datasets, grants, shape } = subgraph;
      const conditional = Object.fromEntries(datasets.map((dataset) => [dataset, [['WARD']]]));
      const { values } = await readKnown(subgraph, grants.for(datasets, { conditions: conditional }));
      const leaked = values.find(({ coordinate }) => !opens(shape, coordinate, []));
      if (leaked === undefined) return pass;
      return fail(
        `${leaked.coordinate} is shown although the grant says that it depends on the person`,
        'Treat a dataset that the claim conditions names as not granted, unless you check the facts about the person.',
      );
    }),
};

const hardBars: ContractItem = {
  id: 'guard-hard-bars',
  title: 'No grant opens a field with a hard bar.',
  async check(subgraph) {
    const barred = subgraph.shape.guards.list
      .filter(({ kind }) => kind === 'barred')
      .map(({ coordinate }) => coordinate);
    if (barred.length === 0) return skipped('The SDL has no field with a hard bar.');
    const shown = (await fieldsWithValues(subgraph)).filter((coordinate) => barred.includes(coordinate));
    if (shown.length === 0) return pass;
    return fail(
      `it shows ${shown.join(', ')}`,
      'Never return a field that is tagged hard-bar, whatever the grant says.',
    );
  },
};

function isRefusedAt({ data, errors, status }: Reply, name: string): boolean {
  if (data?.[name] !== null && data?.[name] !== undefined) return false;
  return status >= 400 || errors.some(({ path }) => path.length === 0 || path[0] === name);
}

/** A lookup of a number that nobody has gives null either way: only an error says that the field is closed. */
const rootFields: ContractItem = {
  id: 'guard-root-fields',
  title: 'A guarded field of Query is closed without its dataset.',
  async check({ ask, grants, shape }) {
    const guarded = queryFields(shape).filter(({ name }) => !opens(shape, `Query.${name}`, []));
    if (guarded.length === 0) return skipped('The SDL has no guarded field of Query.');
    for (const field of guarded) {
      const reply = await ask(grants.for([]), `{ ${rootSelection(field)} }`);
      if (isRefusedAt(reply, field.name)) continue;
      return fail(
        `Query.${field.name} without its dataset: ${describeReply(reply)}`,
        'Respond with an error (code FORBIDDEN_FIELD) at the field before you look anything up.',
      );
    }
    return pass;
  },
};

const argumentFilters: ContractItem = {
  id: 'guard-argument-filters',
  title: 'An argument that filters by guarded data needs its dataset.',
  async check({ ask, datasets, grants, shape }) {
    const filters = queryFields(shape).flatMap((field) =>
      field.args.flatMap((arg) => filterDatasets(arg).map((dataset) => ({ field, arg, dataset }))),
    );
    if (filters.length === 0) return skipped('The SDL has no argument with a tag filters/<system>/<dataset>.');
    for (const { field, arg, dataset } of filters) {
      const granted = datasets.filter((other) => other !== dataset);
      const reply = await ask(grants.for(granted), `{ ${rootSelection(field, [arg])} }`);
      if (isRefusedAt(reply, field.name)) continue;
      return fail(
        `Query.${field.name}(${arg.name}:) without ${dataset}: ${describeReply(reply)}`,
        'Refuse the argument without its dataset: the length of a filtered list already says what the field holds.',
      );
    }
    return pass;
  },
};

/** What a grant opens, and nothing else. */
export const guardItems: readonly ContractItem[] = [
  opensWithDatasets,
  noDataset,
  aliases,
  oneMissing,
  wrongDataset,
  conditions,
  hardBars,
  rootFields,
  argumentFilters,
];
