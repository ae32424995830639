import { Kind, parse, type TypeNode } from 'graphql';
import { readSubgraphSchema, SUBGRAPH_NAMES } from '../../../schema/files.ts';

/** By name of an object type: its fields, with the names of the types that they return. */
type FieldsByType = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a refusal may name although an approval of these fields would have opened something. */
export type OpenedCoordinates = (fields: readonly string[]) => readonly string[];

/**
 * Finds the fields themselves, and the types and fields that lead to them: a refused object hides everything below it, so
 * its fields are not in the record. A person leads to everything, so what is refused there is named by its own field. The
 * schemas are read on first use.
 *
 * @param schemas in addition to those that the product comes with
 */
export function createOpenedCoordinates(schemas: readonly string[]): OpenedCoordinates {
  let known: FieldsByType | undefined;
  return (fields) => {
    known ??= readFields([...schemas, ...SUBGRAPH_NAMES.map(readSubgraphSchema)]);
    const types = [...known];
    const leading = new Set(fields.map((field) => field.split('.')[0] ?? '').filter((type) => type !== 'Person'));
    for (let size = -1; size !== leading.size; ) {
      size = leading.size;
      for (const [type, returned] of types) {
        if (type !== 'Person' && [...returned.values()].some((target) => leading.has(target))) leading.add(type);
      }
    }
    const leadingFields = types.flatMap(([type, returned]) =>
      [...returned].flatMap(([name, target]) => (leading.has(target) ? [`${type}.${name}`] : [])),
    );
    return [...fields, ...leading, ...leadingFields];
  };
}

function readFields(schemas: readonly string[]): FieldsByType {
  const types = new Map<string, Map<string, string>>();
  for (const schema of schemas) {
    for (const definition of parse(schema, { noLocation: true }).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      const fields = types.get(definition.name.value) ?? new Map<string, string>();
      types.set(definition.name.value, fields);
      for (const { name, type } of definition.fields ?? []) fields.set(name.value, namedType(type));
    }
  }
  return types;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
