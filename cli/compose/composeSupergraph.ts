import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { conflictingRequirements } from '../../gateway/planning/conflictingRequirements.ts';
import { readSupergraph } from '../../gateway/supergraph.ts';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { checkGuards } from './guardRules.ts';

export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly kind: 'composed'; readonly supergraph: string; readonly hints: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Composes the subgraphs' schemas and holds the result against the rules of guards. The same input gives the same text. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[], catalogue: DatasetCatalogue): Composition {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const result = composeServices(sorted.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors !== undefined) return { kind: 'refused', problems: result.errors.map(({ message }) => message) };
  const conflicts = conflictingRequirements(parse(result.supergraphSdl));
  if (conflicts.length > 0) return { kind: 'refused', problems: conflicts };
  const problems = checkGuards(readSupergraph(result.supergraphSdl).policies, catalogue);
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'composed', supergraph: `${result.supergraphSdl.trimEnd()}\n`, hints: result.hints.map(String) };
}
