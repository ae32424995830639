import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createDevelopmentLogin } from '../../console/development/developmentLogin.ts';
import { createConsole } from '../../console/server/createConsole.ts';
import type { TrustedDocuments } from '../../console/server/graph/trustedDocuments.ts';
import { createIdentityProvider } from '../../console/server/login/identityProvider.ts';
import { createMemoryStore } from '../../console/server/sessions/sessionStore.ts';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { consoleUsers } from './consoleUsers.ts';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from './developmentIssuer.ts';
import { developmentKey } from './developmentKeys.ts';

export interface LocalConsoleOptions {
  readonly dataDirectory: string;
  /** 0: any free port. */
  readonly port: number;
  readonly gatewayUrl: string;
  readonly documents: TrustedDocuments;
  readonly webDirectory: string;
  /** Time of the local run, for access tokens. */
  readonly clock: () => Date;
  /** Time of sessions, milliseconds since the epoch. Default: now. */
  readonly sessionClock?: () => number;
  readonly log: (message: string, details: object) => void;
}

export interface LocalConsole {
  /** Address of the console in the browser. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Roles of people who know the graph's schema well enough to query it themselves. */
const EXPLORER_ROLES: ReadonlySet<string> = new Set(['SUPERVISOR', 'DATA_OFFICER', 'DATA_STEWARD', 'AUDITOR']);

/** Serves the console of a local run, with the development login. */
export async function startLocalConsole(options: LocalConsoleOptions): Promise<LocalConsole> {
  const { log, sessionClock = Date.now } = options;
  const server = createServer();
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  // Browsers treat localhost as secure; `__Host-` cookies need more than that.
  const origin = `http://localhost:${port}`;
  const { key, jwk } = publicJwk(developmentKey(options.dataDirectory, 'issuer'));
  const login = await createDevelopmentLogin({
    origin,
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    key: { ...key.privateKey.export({ format: 'jwk' }), ...jwk },
    users: consoleUsers,
    clock: options.clock,
  });
  const provider = createIdentityProvider({
    issuer: login.metadata,
    clientId: login.clientId,
    clientSecret: login.clientSecret,
    redirectUri: login.redirectUri,
    signedOutUri: login.signedOutUri,
    resource: login.resource,
    allowInsecureRequests: true,
    clock: sessionClock,
  });
  const app = createConsole({
    ...{ origin, provider, log },
    gatewayUrl: options.gatewayUrl,
    store: createMemoryStore(sessionClock),
    secret: randomBytes(32).toString('base64url'),
    documents: options.documents,
    explorerRoles: EXPLORER_ROLES,
    developmentLogin: login,
    webDirectory: options.webDirectory,
    clock: sessionClock,
  });
  server.on('request', app);
  return {
    origin,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      // A browser may have opened a connection that has not sent anything yet.
      const cut = setInterval(() => server.closeAllConnections(), 100);
      await closed;
      clearInterval(cut);
    },
  };
}
