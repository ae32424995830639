import { validateGraphComposition } from '@apollo/composition';
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { buildFederatedQueryGraph, buildSupergraphAPIQueryGraph } from '@apollo/query-graphs';
import type { GraphQLError } from 'graphql';
import { prunableGraph } from '../plan/queryGraph.ts';
import { unsatisfiableKeyEdges } from '../plan/unsatisfiableKeyEdges.ts';

/**
 * Checks that every query of the merged schema can be resolved. Same result as composition's own check, which takes
 * seconds with eight keys and grows with their factorial: joins whose key is not known where they begin are left out
 * first. What can be resolved without them can be resolved; only a failure is checked again with all of them.
 */
export function satisfiabilityErrors(merged: Schema): readonly GraphQLError[] {
  const supergraph = new Supergraph(merged, null);
  const api = buildSupergraphAPIQueryGraph(supergraph);
  const federated = buildFederatedQueryGraph(supergraph, false);
  const graph = prunableGraph(federated);
  const validate = () =>
    validateGraphComposition(supergraph.schema, supergraph.subgraphNameToGraphEnumValue(), api, federated);
  const pruned = graph.without(new Set(unsatisfiableKeyEdges(graph.edges)), validate);
  return pruned.errors === undefined ? [] : (validate().errors ?? []);
}
