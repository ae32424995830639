import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { shopSchemas } from './schemas.ts';

/** The shop's supergraph, with the addresses at which a gateway shall ask its subgraphs. */
export function composeShop(urls: Readonly<Record<string, string>>): string {
  const services = Object.entries(shopSchemas).map(([name, sdl]) => ({
    name,
    url: urls[name] ?? '',
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
