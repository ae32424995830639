import type { FetchNode } from '@apollo/query-planner';
import {
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { selectionOfFetch } from '../../planning/fetchSelection.ts';

/**
 * The fetch with other top-level selections (those of `_entities` in an entity fetch); variables it no longer uses go.
 */
export function withSelections(
  fetch: FetchNode,
  selections: readonly SelectionNode[],
  moreVariables: readonly VariableDefinitionNode[] = [],
): FetchNode {
  const { document } = selectionOfFetch(fetch);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('The planner made a fetch without an operation');
  const [entities] = operation.selectionSet.selections;
  const top: readonly SelectionNode[] =
    fetch.requires !== undefined && entities?.kind === Kind.FIELD
      ? [{ ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } }]
      : selections;
  const defined = operation.variableDefinitions ?? [];
  const names = new Set(defined.map(({ variable }) => variable.name.value));
  const added = moreVariables.filter(({ variable }) => !names.has(variable.name.value));
  return withOperation(fetch, {
    ...operation,
    variableDefinitions: [...defined, ...added],
    selectionSet: { kind: Kind.SELECTION_SET, selections: top },
  });
}

/** An entity fetch from the same subgraph, for objects of one type known by a flat key. */
export function entityFetch(
  from: FetchNode,
  typeName: string,
  key: readonly string[],
  selections: readonly SelectionNode[],
): FetchNode {
  const fetch: FetchNode = {
    kind: 'Fetch',
    serviceName: from.serviceName,
    operation: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typeName} { __typename } } }`,
    operationName: undefined,
    operationKind: 'query' as FetchNode['operationKind'], // an enum whose values are these texts
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: typeName,
        selections: ['__typename', ...key].map((name) => ({ kind: 'Field' as const, name })),
      },
    ],
  };
  const condition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } } as const;
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return withSelections(
    fetch,
    [{ kind: Kind.INLINE_FRAGMENT, typeCondition: condition, selectionSet }],
    variablesOf(from),
  );
}

function variablesOf(fetch: FetchNode): readonly VariableDefinitionNode[] {
  return selectionOfFetch(fetch).document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
}

function withOperation(
  { operationDocumentNode: _, ...fetch }: FetchNode,
  operation: OperationDefinitionNode,
): FetchNode {
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    ...fetch,
    operation: print({ ...operation, variableDefinitions }),
    variableUsages: variableDefinitions
      .map(({ variable }) => variable.name.value)
      .filter((name) => name !== 'representations'),
  };
}
