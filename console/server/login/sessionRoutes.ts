import { type Response, Router } from 'express';
import { z } from 'zod';
import type { ConsoleCookies } from '../security/cookies.ts';
import { refuse } from '../security/respond.ts';
import { handleOf, idOfHandle } from '../sessions/sealing.ts';
import { ENDS_AFTER_MS, isFresh, LOCKS_AFTER_MS, type Session } from '../sessions/session.ts';
import type { FoundSession, Sessions } from '../sessions/sessions.ts';
import type { IdentityProvider } from './identityProvider.ts';

export interface SessionRoutesOptions {
  readonly provider: IdentityProvider;
  readonly sessions: Sessions;
  readonly cookies: ConsoleCookies;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

const Ids = z.object({ ids: z.array(z.string().min(1).max(128)).max(1_000) });
const Chosen = z.strictObject({ purpose: z.string().max(64).optional(), language: z.enum(['en', 'es']).optional() });
const Handle = z.object({ handle: z.string().min(1).max(512) });

/**
 * What a page needs of its session, all by POST from the console's own pages:
 *
 * - `/session`: the user and the times of the session, 401 if there is none
 * - `/session/active`: the user is there, so the idle time starts again
 * - `/session/lock`, `/session/end`
 * - `/session/preferences`: purpose and language that the user chose
 * - `/session/handles`, `/session/resolve`: ids to handles for addresses, and back
 */
export function sessionRoutes({ provider, sessions, cookies, clock, log }: SessionRoutesOptions): Router {
  const routes = Router();

  routes.post('/session', async (request, response) => {
    const found = await sessions.find(cookies.session(request));
    if (found === undefined) return refuse(response, 'SESSION_MISSING');
    return tell(response, found.session, found.state === 'locked');
  });

  routes.post('/session/active', async (request, response) => {
    const found = await openSession(cookies.session(request), response);
    if (found === undefined) return;
    const session = { ...found.session, lastActiveAt: clock() };
    await sessions.save(found.id, session);
    tell(response, session, false);
  });

  routes.post('/session/preferences', async (request, response) => {
    const found = await openSession(cookies.session(request), response);
    if (found === undefined) return;
    const chosen = Chosen.parse(request.body);
    if (chosen.purpose !== undefined && !found.session.user.purposes.includes(chosen.purpose)) {
      return refuse(response, 'BAD_REQUEST');
    }
    const session = { ...found.session, preferences: { ...found.session.preferences, ...chosen } };
    await sessions.save(found.id, session);
    return tell(response, session, false);
  });

  routes.post('/session/lock', async (request, response) => {
    const found = await sessions.find(cookies.session(request));
    if (found === undefined) return refuse(response, 'SESSION_MISSING');
    await sessions.save(found.id, { ...found.session, isLocked: true });
    return tell(response, found.session, true);
  });

  routes.post('/session/end', async (request, response) => {
    const found = await sessions.find(cookies.session(request));
    cookies.clearAll(response);
    response.setHeader('clear-site-data', '"cache", "cookies", "storage"');
    if (found === undefined) return response.json({ url: '/signed-out' });
    await sessions.end(found.id);
    const url = await provider.end(found.session).catch((error: unknown) => {
      log('sign-out at the identity provider failed', {
        reason: error instanceof Error ? error.message : String(error),
      });
      return undefined;
    });
    return response.json({ url: url?.href ?? '/signed-out' });
  });

  routes.post('/session/handles', async (request, response) => {
    const found = await openSession(cookies.session(request), response);
    if (found === undefined) return;
    const { ids } = Ids.parse(request.body);
    response.json({ handles: ids.map((id) => handleOf(found.session.handleKey, id)) });
  });

  routes.post('/session/resolve', async (request, response) => {
    const found = await openSession(cookies.session(request), response);
    if (found === undefined) return;
    const id = idOfHandle(found.session.handleKey, Handle.parse(request.body).handle);
    if (id === undefined) refuse(response, 'NOT_FOUND');
    else response.json({ id });
  });

  async function openSession(id: string | undefined, response: Response): Promise<FoundSession | undefined> {
    const found = await sessions.find(id);
    if (found?.state === 'open') return found;
    refuse(response, found === undefined ? 'SESSION_MISSING' : 'SESSION_LOCKED');
    return undefined;
  }

  /** Times as milliseconds from now: the browser's clock may be wrong. */
  function tell(response: Response, session: Session, isLocked: boolean): void {
    const now = clock();
    response.json({
      user: session.user,
      preferences: session.preferences,
      isLocked,
      isFresh: isFresh(session, now),
      locksInMs: Math.max(0, session.lastActiveAt + LOCKS_AFTER_MS - now),
      endsInMs: Math.max(0, session.startedAt + ENDS_AFTER_MS - now),
    });
  }
  return routes;
}
