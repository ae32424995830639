import type { GraphQLSchema } from 'graphql';
import { catalogueOf, type DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import type { Publication } from '../../schema/publishing/publication.ts';
import {
  apiSchemaOf,
  executableSupergraph,
  type MergedSubgraphs,
  mergeSubgraphs,
  type SubgraphSource,
} from '../compose/composeSupergraph.ts';
import type { Problem } from '../compose/problem.ts';
import { withPersonKeys } from '../compose/withPersonKeys.ts';
import { createOperationPlanner, type OperationPlanner } from '../plan/operationPlanner.ts';

/** What publications form together. */
export interface Graph {
  readonly publications: readonly Publication[];
  readonly catalogue: DatasetCatalogue;
  readonly merged: Extract<MergedSubgraphs, { readonly kind: 'merged' }>;
  /** Schema that clients see. This and the planner are built on first use. */
  readonly schema: () => GraphQLSchema;
  readonly planner: () => OperationPlanner;
}

export type GraphResult =
  | { readonly kind: 'composed'; readonly graph: Graph }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Composes publications. Their guards are not checked here.
 *
 * @param sameSchemas publications with the same schemas and addresses, which differ in datasets only
 */
export function graphOf(publications: readonly Publication[], sameSchemas?: Graph): GraphResult {
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
  if (sameSchemas !== undefined) return { kind: 'composed', graph: { ...sameSchemas, publications, catalogue } };
  const merged = mergeSubgraphs(sources);
  if (merged.kind === 'refused') return merged;
  const supergraph = once(() => executableSupergraph(merged.read));
  return {
    kind: 'composed',
    graph: {
      publications,
      catalogue,
      merged,
      schema: once(() => apiSchemaOf(supergraph())),
      planner: once(() => createOperationPlanner(supergraph())),
    },
  };
}

function once<Value extends object>(create: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= create();
    return value;
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
