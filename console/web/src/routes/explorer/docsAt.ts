import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type Location,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Documentation of the field under the cursor. */
export interface FieldDocs {
  /** Type.field */
  readonly coordinate: string;
  readonly type: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  readonly typeDescription: string;
}

/** Undefined if the text cannot be read, or no field is there. */
export function docsAt(schema: GraphQLSchema, text: string, position: number): FieldDocs | undefined {
  const types = new TypeInfo(schema);
  let found: FieldDocs | undefined;
  try {
    visit(
      parse(text),
      visitWithTypeInfo(types, {
        Field(node) {
          if (node.loc === undefined || !holds(node.loc, position)) return;
          const parent = types.getParentType();
          const field = types.getFieldDef();
          if (!parent || !field) return;
          found = {
            coordinate: `${parent.name}.${field.name}`,
            type: String(field.type),
            description: field.description ?? '',
            arguments: field.args.map(argumentDocs),
            typeDescription: descriptionOf(getNamedType(field.type)),
          };
        },
      }),
    );
  } catch {
    return undefined;
  }
  return found;
}

function holds({ start, end }: Location, position: number): boolean {
  return start <= position && position <= end;
}

function argumentDocs({ name, type, description }: GraphQLArgument) {
  return { name, type: String(type), description: description ?? '' };
}

function descriptionOf(type: GraphQLNamedType): string {
  return type.description ?? '';
}
