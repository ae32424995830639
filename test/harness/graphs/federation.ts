import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { readSupergraph } from '../../../supergraph/read/readSupergraph.ts';
import { linked, type RunningSubgraph, type SubgraphDefinition, startSubgraph } from './subgraphServer.ts';

/** Several running subgraphs and the supergraph composed of them. */
export interface Federation {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly RunningSubgraph[];
  readonly subgraphUrls: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

export async function startFederation(definitions: readonly SubgraphDefinition[]): Promise<Federation> {
  const subgraphs = await Promise.all(definitions.map(startSubgraph));
  const subgraphUrls = new Map(subgraphs.map(({ name, url }) => [name, url]));
  const stop = async (): Promise<void> => {
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  };
  try {
    return { supergraphSdl: compose(definitions, subgraphUrls), subgraphs, subgraphUrls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function compose(definitions: readonly SubgraphDefinition[], urls: ReadonlyMap<string, string>): string {
  const composed = composeServices(
    definitions.map(({ name, sdl, federation1 }) => ({
      name,
      url: urls.get(name) ?? 'http://127.0.0.1:1/',
      typeDefs: parse(linked(sdl, federation1)),
    })),
  );
  if (composed.errors !== undefined) throw new Error(composed.errors.map(String).join('\n'));
  // Guards are another part's business: neither engine plans a supergraph that still has them.
  return readSupergraph(composed.supergraphSdl).executableSdl;
}
