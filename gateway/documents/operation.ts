import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  valueFromASTUntyped,
} from 'graphql';
import { operationNotFound } from '../../schema/graphql/resolvedOperation.ts';
import type { Fragments, Operation, RootSelection } from '../model/operation.ts';
import { isIntrospection } from './introspection.ts';
import { nullableConditions } from './nullConditions.ts';

/**
 * Reads one operation of a validated document: the named one, or the only one. See GraphQL 6.1, GetOperation. The cost
 * is linear in the document. Throws GraphQLError OPERATION_RESOLUTION_FAILURE.
 */
export function readOperation(document: DocumentNode, documentHash: string, name: string | undefined): Operation {
  const definition = selectOperation(document, name);
  const fragments = fragmentsOf(document);
  const rootFields = rootFieldsOf(definition, fragments);
  return {
    document,
    documentHash,
    definition,
    fragments,
    rootFields,
    selects: whatIsSelected(rootFields),
    nullableConditions: nullableConditions(definition, fragments),
    defaults: defaultsOf(definition),
  };
}

/** Fragments by name, for documents other than the client's: pruned, rewritten, or sent to a system. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = new Map();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function selectOperation({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation =
    name === undefined
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find((definition) => definition.name?.value === name);
  if (operation === undefined) throw operationNotFound();
  return operation;
}

/** Reads each fragment where it is spread first: a second spread would add nothing. */
function rootFieldsOf({ selectionSet }: OperationDefinitionNode, fragments: Fragments): readonly RootSelection[] {
  const found = new Map<string, RootSelection & { readonly nodes: [FieldNode, ...FieldNode[]] }>();
  const visited = new Set<string>();

  function read(selections: readonly SelectionNode[], around: readonly SelectionNode[]): void {
    for (const selection of selections) {
      const conditional = (selection.directives ?? []).length === 0 ? around : [...around, selection];
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = (selection.alias ?? selection.name).value;
          const same = found.get(key);
          if (same === undefined) found.set(key, { key, nodes: [selection], conditional });
          else same.nodes.push(selection);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          read(selection.selectionSet.selections, conditional);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined || visited.has(selection.name.value)) break;
          visited.add(selection.name.value);
          read(fragment.selectionSet.selections, conditional);
        }
      }
    }
  }

  read(selectionSet.selections, []);
  return [...found.values()];
}

function whatIsSelected(rootFields: readonly RootSelection[]): Operation['selects'] {
  const names = rootFields.map(({ nodes: [{ name }] }) => name.value).filter((name) => name !== '__typename');
  if (!names.some(isIntrospection)) return 'data';
  return names.every(isIntrospection) ? 'schema' : 'both';
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Operation['defaults'] {
  const defaults: Record<string, unknown> = Object.create(null);
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}
