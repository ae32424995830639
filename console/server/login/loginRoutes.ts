import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ConsoleCookies } from '../security/cookies.ts';
import { refuse } from '../security/respond.ts';
import { newHandleKey, seal, unseal } from '../sessions/sealing.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { IdentityProvider, SignedIn } from './identityProvider.ts';

export interface LoginRoutesOptions {
  readonly provider: IdentityProvider;
  readonly sessions: Sessions;
  readonly cookies: ConsoleCookies;
  /** Address of this console, without a path. */
  readonly origin: string;
  /** Secret of this installation, the same in every console server of it: seals logins that are under way. */
  readonly secret: string;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

/** A login that is under way, in a cookie of ten minutes. */
const Pending = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

/** `GET /login`, `GET /login/callback`: the authorization code flow. The browser never sees a token. */
export function loginRoutes(options: LoginRoutesOptions): Router {
  const { provider, sessions, cookies, origin, secret, clock, log } = options;
  const routes = Router();

  routes.get('/login', async (request, response) => {
    const { url, pending } = await provider.begin(request.query.fresh === '1');
    const returnTo = localPath(request.query.return);
    cookies.setLogin(response, seal(secret, JSON.stringify({ ...pending, returnTo })).toString('base64url'));
    response.redirect(303, url.href);
  });

  routes.get('/login/callback', async (request, response) => {
    const pending = pendingOf(request);
    cookies.clearLogin(response);
    // A bookmark, a second click, or an answer to a login that somebody else began: start over.
    if (pending === undefined) return response.redirect(303, '/');
    let signedIn: SignedIn;
    try {
      signedIn = await provider.complete(new URL(request.originalUrl, origin), pending);
    } catch (error) {
      log('login failed', { reason: error instanceof Error ? error.message : String(error) });
      return response.redirect(303, '/?login=failed');
    }
    await startSession(request, response, signedIn);
    return response.redirect(303, pending.returnTo);
  });

  async function startSession(request: Request, response: Response, signedIn: SignedIn): Promise<void> {
    const before = await sessions.find(cookies.session(request));
    if (before !== undefined) await sessions.end(before.id);
    const now = clock();
    // The same user came back to a locked page: the ten hours go on.
    const isSameUser = before?.session.user.subject === signedIn.user.subject;
    const kept = isSameUser ? before.session : { startedAt: now, handleKey: newHandleKey(), preferences: {} };
    const { startedAt, handleKey, preferences } = kept;
    const id = await sessions.start({
      ...signedIn,
      ...{ startedAt, handleKey, preferences },
      lastActiveAt: now,
      isLocked: false,
    });
    cookies.setSession(response, id);
  }

  function pendingOf(request: Request): z.infer<typeof Pending> | undefined {
    const sealed = cookies.login(request);
    const contents = sealed === undefined ? undefined : unseal(secret, Buffer.from(sealed, 'base64url'));
    return contents === undefined ? undefined : Pending.parse(JSON.parse(contents));
  }

  routes.use((error: unknown, _request: Request, response: Response, _next: unknown) => {
    log('login unavailable', { reason: error instanceof Error ? error.message : String(error) });
    refuse(response, 'LOGIN_UNAVAILABLE');
  });
  return routes;
}

/** A path of this console; anything else would let a link send a signed-in user elsewhere. */
function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\w\-/.?=&%]*$/.test(value) && !value.startsWith('/login')
    ? value
    : '/';
}
