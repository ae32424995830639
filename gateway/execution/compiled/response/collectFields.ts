import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Field nodes of one response key, in the order of the document. */
export type FieldGroups = ReadonlyMap<string, readonly FieldNode[]>;

/** Whether a selection takes part, by its @skip and @include. */
export type IsIncluded = (directives: readonly DirectiveNode[]) => boolean;

export interface FieldCollector {
  /**
   * GraphQL 6.3.2 CollectFields for one runtime type. An interface stands for an entity of which only the interface is
   * known: fragments apply that hold for whatever it is.
   */
  collect(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selectionSets: readonly SelectionSetNode[],
    isIncluded: IsIncluded,
  ): FieldGroups;
}

export function createFieldCollector(schema: GraphQLSchema, document: DocumentNode): FieldCollector {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const applies = (condition: string | undefined, type: GraphQLObjectType | GraphQLInterfaceType): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    return isAbstractType(conditional) && schema.isSubType(conditional, type);
  };
  return {
    collect(type, selectionSets, isIncluded) {
      const groups = new Map<string, FieldNode[]>();
      const spread = new Set<string>();
      const add = ({ selections }: SelectionSetNode): void => {
        for (const selection of selections) {
          if (!isIncluded(selection.directives ?? [])) continue;
          switch (selection.kind) {
            case Kind.FIELD: {
              const key = selection.alias?.value ?? selection.name.value;
              const group = groups.get(key);
              if (group === undefined) groups.set(key, [selection]);
              else group.push(selection);
              break;
            }
            case Kind.INLINE_FRAGMENT:
              if (applies(selection.typeCondition?.name.value, type)) add(selection.selectionSet);
              break;
            case Kind.FRAGMENT_SPREAD: {
              const fragment = fragments.get(selection.name.value);
              if (fragment === undefined || spread.has(fragment.name.value)) break;
              spread.add(fragment.name.value);
              if (applies(fragment.typeCondition.name.value, type)) add(fragment.selectionSet);
              break;
            }
          }
        }
      };
      for (const selectionSet of selectionSets) add(selectionSet);
      return groups;
    },
  };
}
