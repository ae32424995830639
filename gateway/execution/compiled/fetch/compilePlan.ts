import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { compileFetch } from './compileFetch.ts';
import type { FetchContext } from './fetchContext.ts';
import type { Step } from './run.ts';

/** Turns a plan into closures; a node this engine does not know is refused here, not when a request meets it. */
export function compilePlan(plan: QueryPlan, context: FetchContext): Step {
  const { node } = plan;
  if (node === undefined) return () => undefined;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not supported');
  return compileNode(node, [], context);
}

/** Every subgraph that a plan may ask, each once. */
export function subgraphsOf({ node }: QueryPlan): readonly string[] {
  const found = new Set<string>();
  const visit = (part: PlanNode | undefined): void => {
    switch (part?.kind) {
      case 'Fetch':
        found.add(part.serviceName);
        break;
      case 'Flatten':
        visit(part.node);
        break;
      case 'Sequence':
      case 'Parallel':
        for (const child of part.nodes) visit(child);
        break;
      case 'Condition':
        visit(part.ifClause);
        visit(part.elseClause);
    }
  };
  if (node?.kind !== 'Subscription') visit(node);
  return [...found];
}

function compileNode(node: PlanNode, path: readonly string[], context: FetchContext): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, context);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(pathElement)], context);
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, context)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, path, context)));
    case 'Condition': {
      const { condition } = node;
      const yes = node.ifClause === undefined ? undefined : compileNode(node.ifClause, path, context);
      const no = node.elseClause === undefined ? undefined : compileNode(node.elseClause, path, context);
      return (run) => (run.variables[condition] === true ? yes?.(run) : no?.(run));
    }
    case 'Defer':
      throw new Error('@defer is not supported');
    default:
      return unknownNode(node);
  }
}

function pathElement(element: string | number): string {
  if (typeof element === 'number') throw new Error(`Unknown path element in the plan: ${element}`);
  return element;
}

function unknownNode(node: never): never {
  throw new Error(`The plan holds a node this engine does not know: ${JSON.stringify(node)}`);
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) {
      const pending = step(run);
      if (pending !== undefined) await pending;
    }
  };
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    const pending: Promise<unknown>[] = [];
    for (const step of steps) {
      const one = step(run);
      if (one !== undefined) pending.push(one);
    }
    return pending.length > 1 ? Promise.all(pending) : pending[0];
  };
}
