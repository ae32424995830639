import {
  type ConstDirectiveNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { readSubgraphSchema, SUBGRAPH_NAMES } from '../../schema/files.ts';

/** One field as its agency wrote it. */
export interface SchemaField {
  readonly subgraph: string;
  /** Type.field */
  readonly coordinate: string;
  /** Name of the type it returns, without lists. */
  readonly returns: string;
  readonly isKey: boolean;
  readonly isBarred: boolean;
  /** Clients cannot write it: for joins and decisions only. */
  readonly isHidden: boolean;
  /** Arguments of every `@policy` on the field, its type and the type it returns: alternatives of datasets. */
  readonly guards: readonly (readonly (readonly string[])[])[];
}

/** Reads the agencies' SDL literally: by subgraph, then by coordinate. */
export function readSchemaFields(): ReadonlyMap<string, ReadonlyMap<string, SchemaField>> {
  return new Map(SUBGRAPH_NAMES.map((subgraph) => [subgraph, fieldsOf(subgraph, readSubgraphSchema(subgraph))]));
}

function fieldsOf(subgraph: string, sdl: string): ReadonlyMap<string, SchemaField> {
  const types = parse(sdl).definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const directives = new Map(types.map((type) => [type.name.value, type.directives ?? []]));
  const fields = new Map<string, SchemaField>();
  for (const type of types) {
    const keys = (type.directives ?? [])
      .filter(({ name }) => name.value === 'key')
      .map((key) => String(argument(key, 'fields')));
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const returns = nameOf(field.type);
      const all = [...(field.directives ?? []), ...(type.directives ?? []), ...(directives.get(returns) ?? [])];
      fields.set(coordinate, {
        subgraph,
        coordinate,
        returns,
        isKey: keys.includes(field.name.value),
        isBarred: (field.directives ?? []).some(
          (tag) => tag.name.value === 'tag' && argument(tag, 'name') === 'hard-bar',
        ),
        isHidden: (field.directives ?? []).some(({ name }) => name.value === 'inaccessible'),
        // The directive's argument has the type [[String!]!]!.
        guards: all
          .filter(({ name }) => name.value === 'policy')
          .map((policy) => argument(policy, 'policies') as readonly (readonly string[])[]),
      });
    }
  }
  return fields;
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find((candidate) => candidate.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
