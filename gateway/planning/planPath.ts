import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/**
 * Element of a plan's path: a response key, or `@` for every item of a list, and the types of object that it continues
 * from.
 */
export interface PathElement {
  readonly key: string;
  /** Undefined: any type. */
  readonly types: readonly string[] | undefined;
}

/** Reads `key` and `key|[Type,Type]`. */
export function readPathElement(element: string): PathElement {
  const [key = '', condition] = element.split('|');
  if (condition === undefined) return { key, types: undefined };
  if (!/^\[[\w,]+\]$/.test(condition)) throw new Error(`Unknown path element in the plan: ${element}`);
  return { key, types: condition.slice(1, -1).split(',') };
}

/**
 * Joins equal fetches. A planner that distinguishes types fetches one thing twice if it is selected under two types of
 * a union. Where that is the only difference, such fetches become one, for the objects of both. Paths begin with a
 * response key.
 */
export function joinEqualFetches(plan: QueryPlan): QueryPlan {
  return mapPaths(plan, (path) => path.filter((element) => element !== ''));
}

/**
 * Returns the plan with paths that every executor can read: what is fetched for objects of some types is fetched for
 * all.
 */
export function withoutTypeConditions(plan: QueryPlan): QueryPlan {
  return mapPaths(plan, (path) =>
    path.map((element) => (typeof element === 'number' ? element : readPathElement(element).key)),
  );
}

/** Counts the fetches of a plan. */
export function fetchesIn(plan: QueryPlan): number {
  let count = 0;
  const add = (node: PlanNode | undefined): void => {
    if (node?.kind === 'Fetch') count += 1;
    else if (node?.kind === 'Flatten') add(node.node);
    else if (node?.kind === 'Sequence' || node?.kind === 'Parallel') node.nodes.forEach(add);
    else if (node?.kind === 'Condition') [node.ifClause, node.elseClause].forEach(add);
  };
  if (plan.node?.kind !== 'Subscription') add(plan.node);
  return count;
}

type Path = (string | number)[];

function mapPaths(plan: QueryPlan, change: (path: Path) => Path): QueryPlan {
  const map = (node: PlanNode): PlanNode => {
    switch (node.kind) {
      case 'Flatten':
        return { ...node, path: change(node.path), node: map(node.node) };
      case 'Sequence':
        return { ...node, nodes: node.nodes.map(map) };
      case 'Parallel': {
        const [first, ...others] = joined(node.nodes.map(map));
        return first !== undefined && others.length === 0 ? first : { ...node, nodes: first ? [first, ...others] : [] };
      }
      case 'Condition':
        return {
          ...node,
          ...(node.ifClause && { ifClause: map(node.ifClause) }),
          ...(node.elseClause && { elseClause: map(node.elseClause) }),
        };
      case 'Fetch':
      case 'Defer':
        return node;
    }
  };
  const { node } = plan;
  return node === undefined || node.kind === 'Subscription' ? plan : { ...plan, node: map(node) };
}

function joined(nodes: readonly PlanNode[]): PlanNode[] {
  const kept: PlanNode[] = [];
  for (const node of nodes) {
    const index = kept.findIndex((other) => joinedPath(other, node) !== undefined);
    const other = kept[index];
    const path = other && joinedPath(other, node);
    if (other?.kind === 'Flatten' && path !== undefined) kept[index] = { ...other, path };
    else kept.push(node);
  }
  return kept;
}

/** Returns one path for both, if they send the same fetch to objects that differ in type at one place at most. */
function joinedPath(one: PlanNode, other: PlanNode): Path | undefined {
  if (one.kind !== 'Flatten' || other.kind !== 'Flatten' || one.path.length !== other.path.length) return undefined;
  if (one.node.kind !== 'Fetch' || other.node.kind !== 'Fetch') return undefined;
  if (contentOf(one.node) !== contentOf(other.node)) return undefined;
  const [index, ...more] = one.path.flatMap((element, at) => (element === other.path[at] ? [] : [at]));
  if (index === undefined) return one.path;
  if (more.length > 0) return undefined;
  const here = readPathElement(String(one.path[index]));
  const there = readPathElement(String(other.path[index]));
  if (here.key !== there.key) return undefined;
  const types = here.types && there.types && [...new Set([...here.types, ...there.types])];
  return one.path.with(index, types === undefined ? here.key : `${here.key}|[${types.join(',')}]`);
}

/** Text of a fetch without its own name. */
function contentOf({ operationName = '', ...fetch }: FetchNode): string {
  return JSON.stringify({ ...fetch, operation: fetch.operation.replace(operationName, '') });
}
