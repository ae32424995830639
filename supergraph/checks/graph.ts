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
export interface Graph extends Composed {
  readonly publications: readonly Publication[];
  readonly catalogue: DatasetCatalogue;
}

/** What their schemas form, whatever their datasets are. */
interface Composed {
  readonly merged: Extract<MergedSubgraphs, { readonly kind: 'merged' }>;
  /** Schema that clients see. This and the planner are built on first use. */
  readonly schema: () => GraphQLSchema;
  readonly planner: () => OperationPlanner;
}

export type GraphResult =
  | { readonly kind: 'composed'; readonly graph: Graph }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The compositions that were used last. What is published was checked before, and is then what the next publication is
 * compared with: two are enough to compose it once.
 */
export type LastComposed = { readonly sources: readonly SubgraphSource[]; readonly composed: Composed }[];
const LAST = 2;

/**
 * Composes publications. Their guards are not checked here.
 *
 * @param last filled here
 */
export function graphOf(publications: readonly Publication[], last: LastComposed = []): GraphResult {
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
  const known = last.findIndex((each) => isSame(each.sources, sources));
  const [found] = known === -1 ? [] : last.splice(known, 1);
  const result = found === undefined ? composedOf(sources) : { kind: 'composed' as const, composed: found.composed };
  if (result.kind === 'refused') return result;
  const { composed } = result;
  last.unshift({ sources, composed });
  last.splice(LAST);
  return { kind: 'composed', graph: { ...composed, publications, catalogue } };
}

type ComposedResult =
  | { readonly kind: 'composed'; readonly composed: Composed }
  | Extract<GraphResult, { readonly kind: 'refused' }>;

function composedOf(sources: readonly SubgraphSource[]): ComposedResult {
  const merged = mergeSubgraphs(sources);
  if (merged.kind === 'refused') return merged;
  const supergraph = once(() => executableSupergraph(merged.read));
  const composed = {
    merged,
    schema: once(() => apiSchemaOf(supergraph())),
    planner: once(() => createOperationPlanner(supergraph())),
  };
  return { kind: 'composed', composed };
}

function isSame(one: readonly SubgraphSource[], other: readonly SubgraphSource[]): boolean {
  return (
    one.length === other.length &&
    one.every((each, at) => {
      const its = other[at];
      return each.name === its?.name && each.url === its.url && each.sdl === its.sdl;
    })
  );
}

function once<Value extends object>(create: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= create();
    return value;
  };
}

/** Schemas to compose, by name: the person index gets the number of every system. */
function sourcesOf(publications: readonly Publication[]): readonly SubgraphSource[] {
  const keys = personKeysOf(publications);
  return publications
    .map(({ subgraph: name, routingUrl: url, sdl }) => ({
      name,
      url,
      sdl: name === PERSON_INDEX ? withPersonKeys(sdl, keys) : sdl,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Field of Person with a system's number of a person, by the name of the system. */
export function personKeysOf(publications: readonly Publication[]): Record<string, string> {
  return Object.fromEntries(
    publications.flatMap(({ subgraph, personKey }) => (personKey === undefined ? [] : [[subgraph, personKey]])),
  );
}
