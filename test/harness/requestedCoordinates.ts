import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { RecordedRequest } from './product/subgraphProxy.ts';
import { readSchemaFields } from './schemaFields.ts';

const schemaFields = readSchemaFields();

/** All that the gateway may ask in its own name: the facts that decisions on persons depend on. */
const facts: ReadonlySet<string> = new Set([
  'Query.persons',
  'Person.household',
  'Household.members',
  'Person.childWelfare',
  'ChildWelfareCase.legalStatus',
  'ChildWelfareCase.assignedWorkers',
  'Query.consentFacts',
  'ConsentFact.personId',
  'ConsentFact.dataset',
]);

/** True if the gateway sent this with its own grant, to decide, and not with the requester's. */
export function isAskedToDecide({ authorization = '' }: RecordedRequest): boolean {
  const claims: unknown = JSON.parse(Buffer.from(authorization.split('.')[1] ?? 'e30', 'base64url').toString());
  return typeof claims === 'object' && claims !== null && 'roles' in claims && String(claims.roles) === 'GATEWAY';
}

/**
 * Every Type.field that a subgraph was asked for, wherever in the operation it stands, and every field of its
 * representations. What the gateway asks to decide is left out as far as it is facts and nothing else.
 */
export function requestedCoordinates(request: RecordedRequest): ReadonlySet<string> {
  const asked = coordinatesOf(request);
  return isAskedToDecide(request) ? new Set([...asked].filter((coordinate) => !facts.has(coordinate))) : asked;
}

function coordinatesOf({ subgraph, query, variables }: RecordedRequest): ReadonlySet<string> {
  const fields = schemaFields.get(subgraph);
  if (fields === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
  const asked = new Set<string>();
  const document = parse(query);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function walk(typeName: string, set: SelectionSetNode | undefined): void {
    for (const selection of set?.selections ?? []) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const name = selection.name.value;
          if (name === '__typename') break;
          const coordinate = `${typeName}.${name}`;
          if (coordinate === 'Query._entities') {
            walk('_Entity', selection.selectionSet);
            break;
          }
          asked.add(coordinate);
          walk(fields?.get(coordinate)?.returns ?? 'unknown', selection.selectionSet);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          walk(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined) throw new Error(`The fragment ${selection.name.value} is missing.`);
          walk(fragment.typeCondition.name.value, fragment.selectionSet);
        }
      }
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    walk(definition.operation === 'mutation' ? 'Mutation' : 'Query', definition.selectionSet);
  }

  for (const representation of Array.isArray(variables.representations) ? variables.representations : []) {
    const { __typename: typeName, ...sent } = representation as Record<string, unknown>; // an entity by its key
    for (const name of Object.keys(sent)) asked.add(`${typeName}.${name}`);
  }
  return asked;
}

/** True if systems link persons by this coordinate, which no client can select. */
export function isLinkingKey(coordinate: string): boolean {
  return [...schemaFields.values()].some((fields) => fields.get(coordinate)?.isKey);
}
