import { SUBGRAPH_NAMES } from '../../schema/files.ts';
import { CliError } from '../cliError.ts';

/** Addresses of systems that run outside of the local product, by their names in the supergraph. */
export type SystemsElsewhere = ReadonlyMap<string, string>;

/** Reads options such as `aging=http://127.0.0.1:4020/graphql`. Throws a CliError if one cannot be used. */
export function readSystemsElsewhere(options: readonly string[]): SystemsElsewhere {
  const systems = new Map<string, string>();
  for (const option of options) {
    const [, name = '', url = ''] = /^([a-z]{2,40})=(https?:\/\/\S+)$/.exec(option) ?? [];
    if (!URL.canParse(url)) {
      throw new CliError(
        `--system ${option}: give a name and an address, such as aging=http://127.0.0.1:4020/graphql.`,
      );
    }
    if (SUBGRAPH_NAMES.some((own) => own === name)) {
      throw new CliError(`--system ${option}: ${name} is one of person360's own systems, which start runs by itself.`);
    }
    if (systems.has(name)) throw new CliError(`--system names ${name} twice. Give it one address.`);
    systems.set(name, url);
  }
  return systems;
}

const TIMEOUT_MS = 2_000;

/** What to do for each of them, one line a system. */
export async function describeSystemsElsewhere(systems: SystemsElsewhere, gatewayUrl: string): Promise<string> {
  const keys = new URL('/.well-known/jwks.json', gatewayUrl);
  const lines = [...systems].map(async ([name, url]) => {
    const live = new URL('/health/live', url);
    const isLive = await fetch(live, { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
      ({ ok }) => ok,
      () => false,
    );
    const state = isLive ? `${name} runs at ${url}.` : `${name} does not respond at ${live.href}. Start it.`;
    return `${state} It has to verify grants with the keys at ${keys.href}, and serves once it is published.`;
  });
  return (await Promise.all(lines)).join('\n');
}
