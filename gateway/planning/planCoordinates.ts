import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import type { FieldCoordinate, PlanCoordinates } from '../model/plan.ts';
import { createSubgraphFields } from './subgraphFields.ts';

/**
 * Lists every field of an object type that a plan reads from a subgraph or sends to one, linking keys included. A field
 * of an interface counts for every type that can be there. Throws on a plan that it cannot read: what is not understood
 * cannot be verified.
 *
 * @param schema of the whole supergraph, with what is hidden from clients
 */
export function planCoordinates(plan: QueryPlan, schema: GraphQLSchema): PlanCoordinates {
  const asked = new Map<string, FieldCoordinate>();
  const sent = new Map<string, FieldCoordinate>();

  const { typeOf } = createSubgraphFields(schema);

  function note(
    type: GraphQLNamedType,
    fieldName: string,
    subgraph: string,
    among?: ReadonlySet<string>,
    into = asked,
  ): GraphQLNamedType {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    if (field === undefined)
      throw new Error(`The plan selects ${type.name}.${fieldName}, which the supergraph does not have.`);
    for (const { name } of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      if (among !== undefined && isAbstractType(type) && !among.has(name)) continue;
      into.set(`${name}.${fieldName}`, { typeName: name, fieldName });
    }
    return typeOf(field, subgraph);
  }

  function typeNamed(name: string): GraphQLNamedType {
    const type = schema.getType(name);
    if (type === undefined) throw new Error(`The plan names the type ${name}, which the supergraph does not have.`);
    return type;
  }

  /** @param among types of the objects, if they are known: a fetch names those it is sent for */
  function walkSelections(
    selections: readonly SelectionNode[],
    type: GraphQLNamedType,
    isRoot: boolean,
    subgraph: string,
    among?: ReadonlySet<string>,
  ): void {
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const name = selection.name.value;
          if (name === '__typename') break;
          const inner = selection.selectionSet?.selections ?? [];
          // Entities have any type: the fields selected of them are in fragments that name it.
          if (isRoot && name === '_entities') walkSelections(inner, type, false, subgraph, among);
          else walkSelections(inner, note(type, name, subgraph, isRoot ? undefined : among), false, subgraph);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          walkSelections(
            selection.selectionSet.selections,
            condition === undefined ? type : typeNamed(condition),
            isRoot,
            subgraph,
            among,
          );
          break;
        }
        case Kind.FRAGMENT_SPREAD:
          throw new Error('The plan uses a named fragment, which the verification does not support.');
      }
    }
  }

  function walkRequires(
    selections: readonly QueryPlanSelectionNode[],
    type: GraphQLNamedType | undefined,
    subgraph: string,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walkRequires(
          selection.selections,
          selection.typeCondition === undefined ? type : typeNamed(selection.typeCondition),
          subgraph,
        );
      } else if (selection.name !== '__typename') {
        if (type === undefined) throw new Error('The plan sends a field of an unnamed type.');
        walkRequires(selection.selections ?? [], note(type, selection.name, subgraph, undefined, sent), subgraph);
      }
    }
  }

  /** An interface object is selected under the interface's name, only for the types in the conditions. */
  function sentFor(requires: readonly QueryPlanSelectionNode[]): ReadonlySet<string> {
    const conditions = requires.flatMap((selection) =>
      selection.kind === Kind.INLINE_FRAGMENT ? (selection.typeCondition ?? []) : [],
    );
    return new Set(
      conditions.map(typeNamed).flatMap((type) => {
        return (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map(({ name }) => name);
      }),
    );
  }

  function walkFetch(fetch: FetchNode): void {
    const { serviceName } = fetch;
    for (const definition of parse(fetch.operation).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION)
        throw new Error('The plan sends a definition that is not an operation.');
      const root = schema.getRootType(definition.operation);
      if (!root) throw new Error(`The plan sends a ${definition.operation}, which the supergraph does not have.`);
      walkSelections(definition.selectionSet.selections, root, true, serviceName, sentFor(fetch.requires ?? []));
    }
    walkRequires(fetch.requires ?? [], undefined, serviceName);
  }

  function walkNode(node: PlanNode | undefined): void {
    switch (node?.kind) {
      case undefined:
        break;
      case 'Fetch':
        walkFetch(node);
        break;
      case 'Flatten':
        walkNode(node.node);
        break;
      case 'Sequence':
      case 'Parallel':
        node.nodes.forEach(walkNode);
        break;
      case 'Condition':
        walkNode(node.ifClause);
        walkNode(node.elseClause);
        break;
      case 'Defer':
        throw new Error('The plan uses @defer, which is not supported.');
    }
  }

  if (plan.node?.kind === 'Subscription') throw new Error('The plan subscribes, which is not supported.');
  walkNode(plan.node);
  return { coordinates: [...new Map([...asked, ...sent]).values()], sends: [...sent.values()] };
}
