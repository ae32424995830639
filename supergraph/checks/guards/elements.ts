import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  print,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  visit,
} from 'graphql';

/** A type as one subgraph declares it: its definition and extensions together. */
export interface TypeElement {
  readonly name: string;
  /** `Object`, `Interface`, `Union`, `Enum`, `InputObject` or `Scalar`. */
  readonly kind: string;
  readonly nodes: readonly (TypeDefinitionNode | TypeExtensionNode)[];
  readonly directives: readonly ConstDirectiveNode[];
  /** Fields of an object type or an interface. */
  readonly fields: readonly FieldElement[];
}

export interface FieldElement {
  /** Type.field */
  readonly coordinate: string;
  readonly name: string;
  readonly node: FieldDefinitionNode;
  readonly typeTags: readonly string[];
}

/** Lists the types of one subgraph's schema. */
export function elementsOf({ definitions }: DocumentNode): readonly TypeElement[] {
  const nodesByName = new Map<string, (TypeDefinitionNode | TypeExtensionNode)[]>();
  for (const node of definitions) {
    if (!isType(node)) continue;
    nodesByName.set(node.name.value, [...(nodesByName.get(node.name.value) ?? []), node]);
  }
  return [...nodesByName].map(([name, nodes]) => {
    const directives = nodes.flatMap((node) => node.directives ?? []);
    const typeTags = valuesOf(directives, 'tag', 'name');
    const fields = nodes.flatMap(fieldsIn);
    return {
      name,
      kind: nodes[0]?.kind.replace(/Type(?:Definition|Extension)$/, '') ?? '',
      nodes,
      directives,
      fields: fields.map((node) => ({
        coordinate: `${name}.${node.name.value}`,
        name: node.name.value,
        node,
        typeTags,
      })),
    };
  });
}

/** Texts of one argument of every directive with a name. */
export function valuesOf(
  directives: readonly ConstDirectiveNode[],
  directive: string,
  argument: string,
): readonly string[] {
  return directives.flatMap(({ name, arguments: given = [] }) => {
    const value = name.value === directive ? given.find((each) => each.name.value === argument)?.value : undefined;
    return value?.kind === Kind.STRING ? [value.value] : [];
  });
}

export function has(directives: readonly ConstDirectiveNode[] | undefined, directive: string): boolean {
  return (directives ?? []).some(({ name }) => name.value === directive);
}

/** A type's declaration without descriptions, in an order that does not depend on the file. */
export function textOf({ nodes }: TypeElement): string {
  const lines = nodes.flatMap((node) => {
    const bare = visit(node, {
      enter: (each) =>
        'description' in each && each.description !== undefined ? { ...each, description: undefined } : undefined,
    });
    return print(bare)
      .split('\n')
      .map((line) => line.trim().replace(/^extend /, ''));
  });
  return lines
    .filter((line) => line !== '}')
    .sort()
    .join('\n');
}

const ROOTS: readonly string[] = ['Query', 'Mutation', 'Subscription'];

export function isRoot(typeName: string): boolean {
  return ROOTS.includes(typeName);
}

function isType(node: DocumentNode['definitions'][number]): node is TypeDefinitionNode | TypeExtensionNode {
  return /Type(?:Definition|Extension)$/.test(node.kind);
}

function fieldsIn(node: TypeDefinitionNode | TypeExtensionNode): readonly FieldDefinitionNode[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return node.fields ?? [];
    default:
      return [];
  }
}
