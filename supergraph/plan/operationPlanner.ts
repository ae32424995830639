import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { queryGraphOf } from './queryGraph.ts';
import { unsatisfiableKeyEdges } from './unsatisfiableKeyEdges.ts';

/** Plans operations on a supergraph to learn whether and how they can be executed. */
export interface OperationPlanner {
  /** Returns the number of steps that have to wait for each other. Throws if the operation cannot be planned. */
  stepsOf(document: DocumentNode): number;
}

/** Creates a planner with the options of the gateway's. Synchronous; see gateway/planning for the reasons. */
export function createOperationPlanner(supergraph: Supergraph): OperationPlanner {
  const schema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false, typeConditionedFetching: true });
  const graph = queryGraphOf(planner);
  const unsatisfiable = new Set(unsatisfiableKeyEdges(graph.edges));
  return {
    stepsOf(document) {
      const operation = operationFromDocument(schema, document, { validate: false });
      const { node } = graph.without(unsatisfiable, () => planner.buildQueryPlan(operation));
      return node === undefined || node.kind === 'Subscription' ? 0 : depthOf(node);
    },
  };
}

/** Length of the longest chain of fetches that wait for each other. */
function depthOf(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return depthOf(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, each) => sum + depthOf(each), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(depthOf));
    case 'Condition':
      return Math.max(...[node.ifClause, node.elseClause].map((each) => (each ? depthOf(each) : 0)));
    case 'Defer':
      return Math.max(
        0,
        ...[node.primary.node, ...node.deferred.map((each) => each.node)].map((each) => (each ? depthOf(each) : 0)),
      );
  }
}
