import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { createAccessTokens } from './graph/accessTokens.ts';
import { createSendToGateway } from './graph/gatewayRequest.ts';
import { graphRoute } from './graph/graphRoute.ts';
import { createPublicReads } from './graph/publicReads.ts';
import type { TrustedDocuments } from './graph/trustedDocuments.ts';
import { healthRoutes } from './healthRoutes.ts';
import type { IdentityProvider } from './login/identityProvider.ts';
import { loginRoutes } from './login/loginRoutes.ts';
import { sessionRoutes } from './login/sessionRoutes.ts';
import { FEED_PATH, registerFeed } from './register/registerFeed.ts';
import { createCookies } from './security/cookies.ts';
import { noStore, securityHeaders } from './security/headers.ts';
import { ownPagesOnly } from './security/ownPagesOnly.ts';
import { createRateLimit } from './security/rateLimit.ts';
import { refuse } from './security/respond.ts';
import type { SessionStore } from './sessions/sessionStore.ts';
import { createSessions } from './sessions/sessions.ts';
import { webApp } from './webApp.ts';

export interface ConsoleOptions {
  /** Address of this console in the browser, such as `https://console.person360.example`. */
  readonly origin: string;
  /** Address of the graph, `https://.../graphql`. */
  readonly gatewayUrl: string;
  readonly provider: IdentityProvider;
  readonly store: SessionStore;
  /** At least 256 bits, the same in every console server of an installation. */
  readonly secret: string;
  readonly documents: TrustedDocuments;
  readonly explorerRoles: ReadonlySet<string>;
  /** Proxies before the console whose X-Forwarded-For counts. Default: 0. */
  readonly proxies?: number;
  /** Routes of a sign-in page in this process, for development. */
  readonly developmentLogin?: { readonly path: string; readonly routes: RequestHandler } | undefined;
  /** Folder of the built web app. */
  readonly webDirectory: string;
  /** Milliseconds after which a request to the gateway is given up. Default: 30,000. */
  readonly timeoutMs?: number;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

const MAX_BODY = '256kb';
/** Of one address. */
const VISITOR_REQUESTS_PER_MINUTE = 120;

/** The backend for the web app: sign-in, session, static files, and the way to the graph. */
export function createConsole(options: ConsoleOptions): Express {
  const { origin, gatewayUrl, provider, timeoutMs = 30_000, clock, log } = options;
  const isSecure = origin.startsWith('https:');
  const cookies = createCookies(isSecure);
  const sessions = createSessions(options.store, clock);
  const tokens = createAccessTokens(provider, sessions, clock);
  const sendToGateway = createSendToGateway(gatewayUrl, clock);
  const publicReads = createPublicReads({ sendToGateway, provider, timeoutMs, clock, log });
  const visitorLimit = createRateLimit({ perMinute: VISITOR_REQUESTS_PER_MINUTE, clock });
  const own = [ownPagesOnly(origin), express.json({ limit: MAX_BODY })];

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', options.proxies ?? 0);
  app.use(securityHeaders(isSecure), noStore);
  app.use('/health', healthRoutes(options.store, log));
  const { developmentLogin } = options;
  if (developmentLogin !== undefined) app.use(developmentLogin.path, developmentLogin.routes);
  app.use(loginRoutes({ provider, sessions, cookies, origin, secret: options.secret, clock, log }));
  app.use(['/session', '/graphql'], ...own);
  app.use(sessionRoutes({ provider, sessions, cookies, clock, log }));
  app.post(
    '/graphql',
    graphRoute({
      ...{ sessions, cookies, tokens, clock, log, sendToGateway, timeoutMs },
      documents: options.documents,
      explorerRoles: options.explorerRoles,
      ...{ publicReads, visitorLimit },
    }),
  );
  app.get(FEED_PATH, registerFeed({ origin, documents: options.documents, publicReads, visitorLimit, clock, log }));
  app.use(...webApp(options.webDirectory));
  app.use((_request, response) => refuse(response, 'NOT_FOUND'));
  app.use(onError(log));
  return app;
}

function onError(log: ConsoleOptions['log']): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
    if (type === 'entity.too.large') return refuse(response, 'PAYLOAD_TOO_LARGE');
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    const isOfCaller = typeof status === 'number' && status >= 400 && status < 500;
    if (isOfCaller || (error instanceof Error && error.name === 'ZodError')) return refuse(response, 'BAD_REQUEST');
    log('request failed', { reason: error instanceof Error ? error.message : String(error) });
    return refuse(response, 'INTERNAL_SERVER_ERROR');
  };
}
