import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Supergraph } from '../../../supergraph/read/readSupergraph.ts';
import type { World } from './world.ts';

/** SDL of a subgraph without its link to federation. */
export interface GuardedSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers?: Readonly<Record<string, unknown>>;
  readonly world?: World;
}

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@policy", "@tag"])`;

export function compose(
  subgraphs: readonly { readonly name: string; readonly sdl: string; readonly url: string }[],
): string {
  const composed = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(`${LINK}\n${sdl}`) })),
  );
  if (composed.errors !== undefined) throw new Error(composed.errors.map(String).join('\n'));
  return composed.supergraphSdl;
}

/** Every dataset that the graph names, owned by another agency than the requester's. */
export function catalogueOf({ policies }: Supergraph): DatasetCatalogue {
  const described = [...policies.datasets].map((id) => {
    const [system = ''] = id.split('.');
    return {
      id,
      system,
      owner: 'HOST',
      ownerPurposes: [],
      ownerRoles: [],
      title: id,
      description: id,
      class: 'PII' as const,
      law: ['none'],
      regimes: ['none'],
      federalApproval: false,
      requestable: true,
      keepDisclosures: 7,
    };
  });
  return { datasets: new Map(described.map((dataset) => [dataset.id, dataset])), hardBars: new Map(), systems: [] };
}
