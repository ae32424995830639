import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Who may ask what the graph looks like: every caller, each only for what is open to them, or nobody. */
export const introspectionSettings = ['authenticated', 'filtered', 'off'] as const;
export type IntrospectionSetting = (typeof introspectionSettings)[number];

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Whether an operation asks for the schema, for data, or both. */
export function introspects(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): 'schema' | 'data' | 'both' {
  const names = new Set<string>();
  const visited = new Set<string>();
  const visit = ({ selections }: OperationDefinitionNode['selectionSet']): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        visit(fragment.selectionSet);
      }
    }
  };
  visit(operation.selectionSet);
  const asked = [...names].filter((name) => name !== '__typename');
  const ofSchema = asked.filter((name) => INTROSPECTION.has(name));
  if (ofSchema.length === 0) return 'data';
  return ofSchema.length === asked.length ? 'schema' : 'both';
}

/**
 * The operation's selections without `__schema` and `__type`, which only the root has. The planner must not see them: it
 * knows the introspection types of one release of GraphQL, and no system takes part in the answer.
 */
export function withoutIntrospection({ selections }: SelectionSetNode): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return INTROSPECTION.has(selection.name.value) ? [] : [selection];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const inner = withoutIntrospection(selection.selectionSet);
    return inner.length === 0 ? [] : [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inner } }];
  });
}

/** Throws GraphQLError NOT_SUPPORTED. */
export function refuseIntrospection(why: 'off' | 'mixed'): never {
  throw new GraphQLError(
    why === 'off'
      ? 'The schema is not told here; its owners publish it.'
      : 'Ask for the schema in an operation of its own.',
    { extensions: { code: 'NOT_SUPPORTED', http: { status: 400 } } },
  );
}
