import type { IdentityProvider, Renewed } from '../login/identityProvider.ts';
import type { FoundSession, Sessions } from '../sessions/sessions.ts';

/** A token that ends sooner than this is renewed before it is used. */
const RENEW_BEFORE_MS = 30_000;

export interface AccessTokens {
  /** The session's access token, renewed if it ends soon. Undefined: the provider renews no more; the session is over. */
  of(found: FoundSession): Promise<string | undefined>;
}

export function createAccessTokens(
  provider: Pick<IdentityProvider, 'renew'>,
  sessions: Sessions,
  clock: () => number,
): AccessTokens {
  /** By session: a page sends several requests at once, and a refresh token can be used once. */
  const renewals = new Map<string, Promise<Renewed | undefined>>();

  function renew(id: string, refreshToken: string): Promise<Renewed | undefined> {
    const running = renewals.get(id);
    if (running !== undefined) return running;
    const renewal = provider.renew(refreshToken).finally(() => renewals.delete(id));
    renewals.set(id, renewal);
    return renewal;
  }

  return {
    async of({ id, session }) {
      if (clock() < session.accessTokenExpiresAt - RENEW_BEFORE_MS) return session.accessToken;
      const renewed = session.refreshToken === undefined ? undefined : await renew(id, session.refreshToken);
      if (renewed === undefined) {
        await sessions.end(id);
        return undefined;
      }
      // Read again: the session may have been locked or ended meanwhile.
      const now = await sessions.find(id);
      if (now === undefined) return undefined;
      await sessions.save(id, { ...now.session, ...renewed });
      return renewed.accessToken;
    },
  };
}
