import { Kind, parse, print, visit } from 'graphql';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { apiSchemaOf, executableSupergraph, printApiSchema } from '../../../supergraph/compose/composeSupergraph.ts';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';

/** The schema that clients see, with the owner, the dataset and the class of data in the description of every field. */
export function schemaForPeople(supergraphSdl: string, catalogue: DatasetCatalogue): string {
  const read = readSupergraph(supergraphSdl);
  const guards = new Map<string, string>();
  for (const { typeName, field, guard } of read.policies.coordinates()) {
    if (guard.kind !== 'guarded') continue;
    const words = guard.all.map((anyOf) => anyOf.map((all) => all.map(wordsOf).join(' and ')).join(' or ')).join('; ');
    guards.set(`${typeName}.${field.name.value}`, `Guarded: ${words}.`);
  }

  function wordsOf(id: string): string {
    const dataset = catalogue.datasets.get(id);
    return dataset === undefined ? id : `${id} of ${dataset.owner} (${dataset.class})`;
  }

  let typeName = '';
  const document = visit(parse(printApiSchema(apiSchemaOf(executableSupergraph(read))), { noLocation: true }), {
    ObjectTypeDefinition: {
      enter(node) {
        typeName = node.name.value;
      },
      leave() {
        typeName = '';
      },
    },
    FieldDefinition(node) {
      const guard = guards.get(`${typeName}.${node.name.value}`);
      if (guard === undefined) return undefined;
      const value = node.description === undefined ? guard : `${node.description.value}\n${guard}`;
      return { ...node, description: { kind: Kind.STRING, value, block: true } as const };
    },
  });
  return `${print(document)}\n`;
}
