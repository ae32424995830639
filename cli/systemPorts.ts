import { SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';

/**
 * Returns a system's port. Ports count up from the gateway's: identity has the next one, and so on. With port 0, every
 * system gets a free one.
 */
export function portOfSystem(gatewayPort: number, name: SubgraphName): number {
  return gatewayPort === 0 ? 0 : gatewayPort + 1 + SUBGRAPH_NAMES.indexOf(name);
}

export const DEFAULT_GATEWAY_PORT = 4000;
/** The console of a local run is on this port after the gateway's. */
export const CONSOLE_PORT_OFFSET = 100;

/** Default port of the key set that `person360 subgraph test` serves. */
export const DEFAULT_JWKS_PORT = 4390;
