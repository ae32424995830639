import { once } from 'node:events';
import { createServer } from 'node:http';
import { type ConsoleConfig, isSecureOrLocal } from './config.ts';
import { createConsole } from './createConsole.ts';
import type { TrustedDocuments } from './graph/trustedDocuments.ts';
import { createIdentityProvider } from './login/identityProvider.ts';
import { openPostgresStore } from './sessions/postgresStore.ts';

export interface StartConsoleOptions extends ConsoleConfig {
  readonly documents: TrustedDocuments;
  readonly webDirectory: string;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

export interface RunningConsole {
  readonly port: number;
  /** Accepts no more connections, lets requests in progress finish, and closes the store. */
  stop(): Promise<void>;
}

/** Time for requests in progress when the console stops. Docker kills a container after 10 seconds. */
const STOP_MS = 8_000;

/** Opens the store of the sessions and serves the console. Rejects if the database or the port is unavailable. */
export async function startConsole(options: StartConsoleOptions): Promise<RunningConsole> {
  const { origin, issuer, clientId, clientSecret, resource, clock } = options;
  const store = await openPostgresStore({ connectionString: options.databaseUrl });
  const provider = createIdentityProvider({
    ...{ issuer, clientId, clientSecret, resource, clock },
    redirectUri: `${origin}/login/callback`,
    signedOutUri: `${origin}/signed-out`,
    allowInsecureRequests: issuer.protocol === 'http:' && isSecureOrLocal(issuer),
  });
  const server = createServer(
    createConsole({ ...options, provider, store, explorerRoles: new Set(options.explorerRoles) }),
  );
  try {
    server.listen(options.port, options.host);
    await once(server, 'listening');
  } catch (error) {
    await store.close();
    throw error;
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cutOff = setTimeout(() => server.closeAllConnections(), STOP_MS);
      await closed;
      clearTimeout(cutOff);
      await store.close();
    },
  };
}
