import { type SubgraphName, subgraphNames } from '../schema/files.ts';

/** Ports count up from the gateway's: identity has the next one, and so on. With port 0 every system takes a free one. */
export function portOfSystem(gatewayPort: number, name: SubgraphName): number {
  return gatewayPort === 0 ? 0 : gatewayPort + 1 + subgraphNames.indexOf(name);
}

export const defaultGatewayPort = 4000;
