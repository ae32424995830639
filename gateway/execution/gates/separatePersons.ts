import type { FetchNode, PlanNode } from '@apollo/query-planner';
import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { ClosedInputs } from '../../model/plan.ts';
import { selectionOfFetch } from '../../planning/fetchSelection.ts';
import { entityFetch, withSelections } from './fetchText.ts';
import type { FieldConditions } from './fieldConditions.ts';
import type { GraphIndex } from './graphIndex.ts';

/**
 * Fields that depend on the person are fetched for each person by a key, in a fetch of their own: where a fetch leads
 * to persons nobody knows yet (a root field, the members of a household) it brings their keys first. Only then can a
 * system be asked for such a field about those persons alone who meet its condition. Where the system has no key for
 * persons, or the planner renamed what it brings, the fetch stays whole, and the system's own check and the response
 * keep the field.
 */
export function separatePersons(
  node: PlanNode,
  conditions: FieldConditions,
  graph: GraphIndex,
  closed: ClosedInputs,
): PlanNode {
  const map = (child: PlanNode): PlanNode => separatePersons(child, conditions, graph, closed);
  switch (node.kind) {
    case 'Fetch':
      return separateFetch(node, [], conditions, graph, closed);
    case 'Flatten':
      return node.node.kind === 'Fetch'
        ? separateFetch(node.node, node.path, conditions, graph, closed)
        : { ...node, node: map(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(map) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: map(node.ifClause) }),
        ...(node.elseClause && { elseClause: map(node.elseClause) }),
      };
    case 'Defer':
      return node;
  }
}

type Path = (string | number)[];

function separateFetch(
  fetch: FetchNode,
  path: Path,
  conditions: FieldConditions,
  graph: GraphIndex,
  closed: ClosedInputs,
): PlanNode {
  const { personType, depends } = conditions;
  const subgraph = fetch.serviceName;
  const key = plainKey(subgraph, personType, graph, closed);
  const later: PlanNode[] = [];

  function within(
    selections: readonly SelectionNode[],
    type: GraphQLNamedType | undefined,
    at: Path,
    isTarget: boolean,
    directives: readonly DirectiveNode[] = [],
  ): readonly SelectionNode[] {
    const kept: SelectionNode[] = [];
    const moved: FieldNode[] = [];
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) kept.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const inner = condition === undefined ? type : graph.typeNamed(condition);
        const all = [...directives, ...(selection.directives ?? [])];
        kept.push(withInner(selection, within(selection.selectionSet.selections, inner, at, isTarget, all)));
      } else if (!isTarget && type?.name === personType && depends(selection, type, subgraph)) moved.push(selection);
      else kept.push(withinField(selection, type, at));
    }
    if (moved.length === 0 || key === undefined) return kept;
    later.push(
      separateFetch(
        entityFetch(fetch, personType, key, underDirectives(moved, directives)),
        at,
        conditions,
        graph,
        closed,
      ),
    );
    return [...kept, ...['__typename', ...key].map(fieldNamed)];
  }

  function withinField(field: FieldNode, type: GraphQLNamedType | undefined, at: Path): FieldNode {
    const returned = graph.returned(type, field.name.value, subgraph);
    if (returned === undefined || field.selectionSet === undefined) return field;
    const place = [...at, (field.alias ?? field.name).value, ...Array<string>(returned.listDepth).fill('@')];
    return withInner(field, within(field.selectionSet.selections, returned.type, place, false));
  }

  const isWhole = key === undefined || (fetch.outputRewrites ?? []).length > 0;
  const isEntityFetch = fetch.requires !== undefined;
  const root = isEntityFetch ? undefined : graph.typeNamed(fetch.operationKind === 'mutation' ? 'Mutation' : 'Query');
  const selections = isWhole ? [] : within(selectionOfFetch(fetch).selectionSet.selections, root, path, isEntityFetch);
  const first = later.length === 0 ? fetch : withSelections(fetch, selections);
  const node: PlanNode = path.length === 0 ? first : { kind: 'Flatten', path, node: first };
  const [only, ...others] = later;
  if (only === undefined) return node;
  return { kind: 'Sequence', nodes: [node, others.length === 0 ? only : { kind: 'Parallel', nodes: later }] };
}

/** A resolvable key of persons that may be sent to the system about anybody; only keys without objects in them. */
function plainKey(
  subgraph: string,
  personType: string,
  graph: GraphIndex,
  { never, sometimes }: ClosedInputs,
): readonly string[] | undefined {
  const closed = new Set([...never, ...sometimes]);
  return graph
    .keysOf(subgraph, personType)
    .map((key) => key.map((field) => (field.kind === Kind.FIELD && !field.selectionSet ? field.name.value : undefined)))
    .find((key): key is string[] => key.every((name) => name !== undefined && !closed.has(`${personType}.${name}`)));
}

function withInner<Node extends FieldNode | InlineFragmentNode>(
  node: Node,
  selections: readonly SelectionNode[],
): Node {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function underDirectives(fields: readonly FieldNode[], directives: readonly DirectiveNode[]): readonly SelectionNode[] {
  if (directives.length === 0) return fields;
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } }];
}

function fieldNamed(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
