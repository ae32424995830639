import { Kind, type ObjectTypeDefinitionNode, parse, print, visit } from 'graphql';
import type { ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import { catalogueOfServed } from '../../schema/publishing/servedSupergraph.ts';
import { apiSchemaOf, executableSupergraph, printApiSchema } from '../compose/composeSupergraph.ts';
import type { FieldGuard } from '../read/policyTable.ts';
import { readSupergraph } from '../read/readSupergraph.ts';

/** Writes the schema that clients see, with the owner, dataset and class of every field in its description. */
export function describeSupergraph(served: Pick<ServedSupergraph, 'sdl' | 'datasets'>): string {
  const read = readSupergraph(served.sdl);
  const { datasets, hardBars } = catalogueOfServed(served);
  const document = parse(printApiSchema(apiSchemaOf(executableSupergraph(read))), { noLocation: true });

  function accessText(coordinate: string, guard: FieldGuard): string | undefined {
    switch (guard.kind) {
      case 'public':
        return 'Public.';
      case 'barred': {
        const law = hardBars.get(coordinate)?.law;
        return law === undefined ? 'Never open.' : `Never open (${law}).`;
      }
      case 'guarded': {
        const texts = [...new Set(guard.all.flat(2))].map((id) => {
          const dataset = datasets.get(id);
          return dataset === undefined ? id : `${dataset.owner}, ${id}, ${dataset.class}`;
        });
        return `Access: ${texts.join('; ')}.`;
      }
      default:
        return undefined;
    }
  }

  const described = visit(document, {
    ObjectTypeDefinition: (type): ObjectTypeDefinitionNode => ({
      ...type,
      fields: (type.fields ?? []).map((field) => {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const access = accessText(coordinate, read.policies.guardOf(type.name.value, field.name.value));
        if (access === undefined) return field;
        const value = [field.description?.value, access].filter((text) => text !== undefined).join('\n\n');
        return { ...field, description: { kind: Kind.STRING, value, block: true } };
      }),
    }),
  });
  return `${print(described).trimEnd()}\n`;
}
