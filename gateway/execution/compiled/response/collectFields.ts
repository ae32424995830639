import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { conditionApplies } from '../../../documents/conditionApplies.ts';
import { fragmentsOf } from '../../../documents/operation.ts';

/** Field nodes of one response key, in the order of the document. */
export type FieldGroups = ReadonlyMap<string, readonly FieldNode[]>;

/** True if a selection is included by its @skip and @include. */
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
  const fragments = fragmentsOf(document);
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
              if (conditionApplies(schema, selection.typeCondition?.name.value, type)) add(selection.selectionSet);
              break;
            case Kind.FRAGMENT_SPREAD: {
              const fragment = fragments.get(selection.name.value);
              if (fragment === undefined || spread.has(fragment.name.value)) break;
              spread.add(fragment.name.value);
              if (conditionApplies(schema, fragment.typeCondition.name.value, type)) add(fragment.selectionSet);
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
