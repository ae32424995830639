import { type DocumentNode, isTypeDefinitionNode, isTypeExtensionNode, parse, print } from 'graphql';
import { type ContractItem, fail, pass } from '../contractItem.ts';
import { describeReply, isObject } from '../reply.ts';

/** Directives that decide who sees what, or how entities are found. */
const DECIDING = ['key', 'policy', 'tag', 'inaccessible', 'shareable', 'external', 'requires', 'provides'];

/** What the SDL says about each type and field, without descriptions and without the order. */
function statementsOf(document: DocumentNode): ReadonlySet<string> {
  const statements = new Set<string>();
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const name = node.name.value;
    if (name.startsWith('_') || name.includes('__')) continue;
    const directives = (of: readonly { readonly name: { readonly value: string } }[] | undefined): readonly string[] =>
      (of ?? []).filter((directive) => DECIDING.includes(directive.name.value)).map((d) => compact(print(d as never)));
    for (const directive of directives(node.directives)) statements.add(`${name} ${directive}`);
    if (!('fields' in node)) continue;
    for (const field of node.fields ?? []) {
      if (field.name.value.startsWith('_')) continue;
      const coordinate = `${name}.${field.name.value}`;
      statements.add(`${coordinate}: ${print(field.type)}`);
      for (const directive of directives(field.directives)) statements.add(`${coordinate} ${directive}`);
    }
  }
  return statements;
}

function compact(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/, resolvable: true/, '');
}

const served: ContractItem = {
  id: 'sdl-served',
  title: 'The subgraph serves the SDL that is published.',
  async check({ ask, grants, shape }) {
    const reply = await ask(grants.for([]), '{ _service { sdl } }');
    const service = reply.data?._service;
    const sdl = isObject(service) ? service.sdl : undefined;
    if (typeof sdl !== 'string') {
      return fail(describeReply(reply), 'Serve the SDL in Query._service, with its directives, to every valid grant.');
    }
    const [published, running] = [statementsOf(shape.document), statementsOf(parse(sdl))];
    const missing = [...published].find((statement) => !running.has(statement));
    const extra = [...running].find((statement) => !published.has(statement));
    if (missing === undefined && extra === undefined) return pass;
    return fail(
      missing === undefined ? `it serves "${extra}", which the file lacks` : `it does not serve "${missing}"`,
      'Start the subgraph from the file that you publish, so that the two cannot differ.',
    );
  },
};

const datasets: ContractItem = {
  id: 'sdl-datasets',
  title: 'Every dataset that a guard names is described, and belongs to this subgraph.',
  async check({ datasets: described, name, shape }) {
    const foreign = shape.datasets.find((dataset) => !dataset.startsWith(`${name}.`));
    if (foreign !== undefined) {
      return fail(`a guard names ${foreign}`, `Guard fields with datasets of your own: ${name}.<dataset>.`);
    }
    const missing = shape.datasets.find((dataset) => !described.includes(dataset));
    if (missing === undefined) return pass;
    return fail(`a guard names ${missing}, which is not described`, 'Describe it in the file of --datasets.');
  },
};

/** What is published about the subgraph. */
export const schemaItems: readonly ContractItem[] = [datasets, served];
