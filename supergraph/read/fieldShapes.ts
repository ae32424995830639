import type { InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql';
import type { FieldShape } from './fieldShape.ts';

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export interface FieldShapes {
  shapeOf(typeName: string, fieldName: string): FieldShape;
  shapeOfType(typeName: string): FieldShape;
}

/**
 * Creates the shapes of fields, for the terms of approvals.
 *
 * @param possible object types by the name of the returned type; a name that is not in it is a leaf
 * @param isEntity whether other places lead to objects of the type as well
 */
export function createFieldShapes(
  types: ReadonlyMap<string, TypeWithFields>,
  possible: ReadonlyMap<string, readonly string[]>,
  isEntity: (type: ObjectTypeDefinitionNode) => boolean,
): FieldShapes {
  const returning = new Map<string, string[]>();
  for (const [typeName, type] of types) {
    for (const field of type.fields ?? []) {
      const returned = namedTypeOf(field.type);
      returning.set(returned, [...(returning.get(returned) ?? []), `${typeName}.${field.name.value}`]);
    }
  }

  /** Coordinates inside an object, up to the next entity: who is related to whom is data of its own. */
  function inside(typeName: string, met: Set<string>): readonly string[] {
    const objects = (possible.get(typeName) ?? []).map((name) => types.get(name));
    if (met.has(typeName)) return [];
    met.add(typeName);
    return objects.flatMap((type) => {
      if (type?.kind !== 'ObjectTypeDefinition' || isEntity(type)) return [];
      return (type.fields ?? []).flatMap((field) => [
        `${type.name.value}.${field.name.value}`,
        ...inside(namedTypeOf(field.type), met),
      ]);
    });
  }

  /** Shapes of fields, each computed once: every decision starts with one. */
  const shapes = new Map<string, FieldShape>();
  return {
    shapeOf(typeName, fieldName) {
      const coordinate = `${typeName}.${fieldName}`;
      const before = shapes.get(coordinate);
      if (before !== undefined) return before;
      const field = types.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);
      const returned = field === undefined ? undefined : namedTypeOf(field.type);
      const shape: FieldShape = {
        coordinate,
        name: fieldName,
        typeName,
        composite: returned !== undefined && possible.has(returned),
        inside: returned === undefined ? [] : inside(returned, new Set()),
        returnedBy: returning.get(typeName) ?? [],
      };
      if (field !== undefined) shapes.set(coordinate, shape);
      return shape;
    },
    shapeOfType(typeName) {
      const fields = types.get(typeName)?.fields ?? [];
      const own = fields.map(({ name }) => `${typeName}.${name.value}`);
      return {
        coordinate: typeName,
        name: '',
        typeName,
        composite: true,
        inside: [...own, ...fields.flatMap(({ type }) => inside(namedTypeOf(type), new Set([typeName])))],
        returnedBy: [],
      };
    },
  };
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedTypeOf(type.type);
}
