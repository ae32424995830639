import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** Size of a list of introspection, by its coordinate (`__Type.fields`). Undefined for any other field. */
export type IntrospectionSize = (coordinate: string) => number | undefined;

/** Computes sizes as averages over the types of the schema: `__schema.types` reads the lists of all of them. */
export function createIntrospectionSize(schema: GraphQLSchema): IntrospectionSize {
  const types = Object.values(schema.getTypeMap());
  const fields = types.map((type) =>
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
  );
  const fieldsPerType = Math.ceil(fields.reduce((sum, count) => sum + count, 0) / types.length);
  return (coordinate) => {
    if (!coordinate.startsWith('__')) return undefined;
    switch (coordinate) {
      case '__Schema.types':
        return types.length;
      case '__Schema.directives':
        return schema.getDirectives().length;
      case '__Type.fields':
        return fieldsPerType;
      default:
        // Arguments, input fields, enum values, interfaces, and possible types: most types have none or one.
        return 1;
    }
  };
}
