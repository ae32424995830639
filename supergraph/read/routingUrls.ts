import { type DocumentNode, Kind, parse } from 'graphql';
import { argumentOf } from './joinDirectives.ts';

/** The enum that lists the subgraphs; no name or address in it has a brace. */
const GRAPHS = /^enum join__Graph\b[^}]*\}/m;

/**
 * Reads the subgraphs of a supergraph's SDL, with the addresses that composition recorded, without parsing the rest.
 * Throws GraphQLError if the text is not SDL.
 */
export function readRoutingUrls(sdl: string): ReadonlyMap<string, string> {
  return routingUrlsOf(parse(GRAPHS.exec(sdl)?.[0] ?? sdl, { noLocation: true }));
}

/** Subgraph names as the supergraph writes them, with the address that composition recorded. */
export function routingUrlsOf(document: DocumentNode): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives = [] } of definition.values ?? []) {
      const graph = directives.find(({ name }) => name.value === 'join__graph');
      const name = graph && argumentOf(graph, 'name');
      if (graph !== undefined && name !== undefined) urls.set(name, argumentOf(graph, 'url') ?? '');
    }
  }
  return urls;
}
