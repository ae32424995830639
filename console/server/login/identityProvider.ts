import * as oidc from 'openid-client';
import { z } from 'zod';
import type { SessionUser } from '../sessions/session.ts';

/** What a sign-in or a renewal brings. Times are milliseconds since the epoch. */
export interface SignedIn {
  readonly user: SessionUser;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string | undefined;
  readonly idToken: string;
  readonly authenticatedAt: number;
}

export interface Renewed {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string | undefined;
}

/** What has to be remembered between the redirect to the provider and its answer. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OwnToken {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
}

export interface IdentityProvider {
  /** Address to send the browser to. `fresh` asks for the credentials again, whatever the provider remembers. */
  begin(fresh: boolean): Promise<{ readonly url: URL; readonly pending: PendingLogin }>;
  /** Rejects if the answer was not to this login, or its tokens cannot be verified. */
  complete(callback: URL, pending: PendingLogin): Promise<SignedIn>;
  /** Undefined: the provider renews no more, so the user has to sign in again. Rejects if it cannot be reached. */
  renew(refreshToken: string): Promise<Renewed | undefined>;
  /**
   * An access token of the console itself (RFC 6749, 4.4), for what everybody may read. Undefined: the provider gives the
   * console none. Rejects if it cannot be reached.
   */
  ownToken(): Promise<OwnToken | undefined>;
  /** Address at which the provider ends its own session; undefined if it has none. Revokes the tokens it can. */
  end(tokens: { readonly idToken: string; readonly refreshToken: string | undefined }): Promise<URL | undefined>;
}

export interface IdentityProviderOptions {
  /** Issuer, found by discovery; or the metadata of a provider that is in this process. */
  readonly issuer: URL | oidc.ServerMetadata;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** Where it sends the browser after it ended its session. */
  readonly signedOutUri: string;
  /** Audience of the access token (RFC 8707), if the provider needs to be told. */
  readonly resource?: string | undefined;
  /** A provider over http, on this machine only. */
  readonly allowInsecureRequests?: boolean;
  readonly clock: () => number;
}

const Claims = z.object({
  sub: z.string().min(1).max(256),
  name: z.string().max(200).optional(),
  family_name: z.string().max(128).optional().catch(undefined),
  agency: z.string().min(1).max(64),
  roles: z.array(z.string().max(64)).max(32),
  purposes: z.array(z.string().max(64)).min(1).max(32),
  auth_time: z.number().optional(),
});

/** A provider of OpenID Connect: authorization code flow with PKCE (RFC 7636), state, and nonce. */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { clientId, clientSecret, redirectUri, resource, clock } = options;
  let discovered: Promise<oidc.Configuration> | undefined;

  function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(options);
    // A provider that is down now may be back later.
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  }

  const expiryOf = (tokens: oidc.TokenEndpointResponseHelpers) => clock() + (tokens.expiresIn() ?? 60) * 1_000;

  return {
    async begin(fresh) {
      const config = await configuration();
      const pending = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile offline_access',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
        ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
        ...(resource === undefined ? {} : { resource }),
      });
      return { url, pending };
    },
    async complete(callback, { state, nonce, codeVerifier }) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(
        config,
        callback,
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true },
        resource === undefined ? undefined : { resource },
      );
      const claims = Claims.parse(tokens.claims());
      const { sub: subject, name, family_name: familyName, agency, roles, purposes } = claims;
      return {
        user: { subject, name: name ?? subject, agency, roles, purposes, familyName },
        accessToken: tokens.access_token,
        accessTokenExpiresAt: expiryOf(tokens),
        refreshToken: tokens.refresh_token,
        idToken: tokens.id_token ?? '',
        authenticatedAt: claims.auth_time === undefined ? clock() : claims.auth_time * 1_000,
      };
    },
    async renew(refreshToken) {
      const config = await configuration();
      try {
        const tokens = await oidc.refreshTokenGrant(
          config,
          refreshToken,
          resource === undefined ? undefined : { resource },
        );
        return {
          accessToken: tokens.access_token,
          accessTokenExpiresAt: expiryOf(tokens),
          refreshToken: tokens.refresh_token ?? refreshToken,
        };
      } catch (error) {
        if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return undefined;
        throw error;
      }
    },
    async ownToken() {
      const config = await configuration();
      try {
        const tokens = await oidc.clientCredentialsGrant(config, resource === undefined ? {} : { resource });
        return { accessToken: tokens.access_token, accessTokenExpiresAt: expiryOf(tokens) };
      } catch (error) {
        if (error instanceof oidc.ResponseBodyError && error.status < 500) return undefined;
        throw error;
      }
    },
    async end({ idToken, refreshToken }) {
      const config = await configuration();
      // The session here ends whatever the provider says.
      if (refreshToken !== undefined) await oidc.tokenRevocation(config, refreshToken).catch(() => undefined);
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: options.signedOutUri,
        client_id: clientId,
      });
    },
  };

  async function discover({ issuer, allowInsecureRequests = false }: IdentityProviderOptions) {
    const authentication = oidc.ClientSecretBasic(clientSecret);
    const execute = allowInsecureRequests ? [oidc.allowInsecureRequests] : [];
    if (issuer instanceof URL) {
      return oidc.discovery(issuer, clientId, undefined, authentication, { execute });
    }
    const config = new oidc.Configuration(issuer, clientId, undefined, authentication);
    for (const step of execute) step(config);
    return config;
  }
}
