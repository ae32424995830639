import type { GraphQLSchema } from 'graphql';
import { catalogueOf, type DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import type { Publication } from '../../schema/publishing/publication.ts';
import {
  apiSchemaOf,
  type MergedSubgraphs,
  mergeSubgraphs,
  type SubgraphSource,
} from '../compose/composeSupergraph.ts';
import type { Problem } from '../compose/problem.ts';
import { withPersonKeys } from '../compose/withPersonKeys.ts';

/** What publications form together. */
export interface Graph {
  readonly publications: readonly Publication[];
  readonly catalogue: DatasetCatalogue;
  readonly merged: Extract<MergedSubgraphs, { readonly kind: 'merged' }>;
  /** Schema that clients see, built on first use. */
  readonly schema: () => GraphQLSchema;
}

export type GraphResult =
  | { readonly kind: 'composed'; readonly graph: Graph }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Composes publications. Their guards are not checked here. */
export function graphOf(publications: readonly Publication[]): GraphResult {
  let catalogue: DatasetCatalogue;
  let sources: readonly SubgraphSource[];
  try {
    catalogue = catalogueOf(publications.map(({ datasets }) => datasets));
    sources = sourcesOf(publications);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'refused',
      problems: [{ code: 'DOES_NOT_COMPOSE', message, whatToDo: 'Correct it and check again.' }],
    };
  }
  const merged = mergeSubgraphs(sources);
  if (merged.kind === 'refused') return merged;
  let schema: GraphQLSchema | undefined;
  return {
    kind: 'composed',
    graph: {
      publications,
      catalogue,
      merged,
      schema: () => {
        schema ??= apiSchemaOf(merged.read);
        return schema;
      },
    },
  };
}

/** Schemas to compose: the person index gets the number of every system. */
function sourcesOf(publications: readonly Publication[]): readonly SubgraphSource[] {
  const keys = personKeysOf(publications);
  return publications.map(({ subgraph: name, routingUrl: url, sdl }) => ({
    name,
    url,
    sdl: name === PERSON_INDEX ? withPersonKeys(sdl, keys) : sdl,
  }));
}

/** Field of Person with a system's number of a person, by the name of the system. */
export function personKeysOf(publications: readonly Publication[]): Record<string, string> {
  return Object.fromEntries(
    publications.flatMap(({ subgraph, personKey }) => (personKey === undefined ? [] : [[subgraph, personKey]])),
  );
}
