import { validateGraphComposition } from '@apollo/composition';
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { buildFederatedQueryGraph, buildSupergraphAPIQueryGraph } from '@apollo/query-graphs';
import { GraphQLError } from 'graphql';
import { prunableGraph } from '../plan/queryGraph.ts';
import { unsatisfiableKeyEdges } from '../plan/unsatisfiableKeyEdges.ts';

/**
 * Checks that every query of the merged schema can be resolved. Same outcome as composition's own check, which takes
 * seconds with eight keys and grows with their factorial: joins whose key is not known where they begin are left out.
 */
export function satisfiabilityErrors(merged: Schema): readonly GraphQLError[] {
  const supergraph = new Supergraph(merged, null);
  const api = buildSupergraphAPIQueryGraph(supergraph);
  const federated = buildFederatedQueryGraph(supergraph, false);
  const graph = prunableGraph(federated);
  const validate = () =>
    validateGraphComposition(supergraph.schema, supergraph.subgraphNameToGraphEnumValue(), api, federated).errors ?? [];
  try {
    return graph.without(new Set(unsatisfiableKeyEdges(graph.edges)), validate);
  } catch (error) {
    // It cannot be resolved, and composition looks for the reason among the joins that are left out.
    const unreachable = error instanceof Error ? unreachableField(error.message) : undefined;
    return unreachable === undefined ? validate() : [unreachable];
  }
}

const NO_KEY = /^(.*) and for transition (\w+)(?:\(.*\))?, expected type (\w+) in (\w+) to have no resolvable keys/s;

function unreachableField(message: string): GraphQLError | undefined {
  const [, path, field, type, subgraph] = NO_KEY.exec(message) ?? [];
  if (path === undefined) return undefined;
  return new GraphQLError(
    `"${type}.${field}" cannot be reached in ${subgraph}: no key by which ${subgraph} resolves ${type} is known there. ${path}.`,
    { extensions: { code: 'SATISFIABILITY_ERROR' } },
  );
}
