import { randomBytes } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Configuration, interactionPolicy, JWK, Provider } from 'oidc-provider';
import { chooserPage, chooserStyle } from './chooserPage.ts';
import type { DevelopmentUser } from './developmentUser.ts';

export interface DevelopmentLoginOptions {
  /** Address of the console, on this machine. */
  readonly origin: string;
  /** Issuer and audience of access tokens, as the gateway expects them. */
  readonly issuer: string;
  readonly audience: string;
  /** Private key with which the gateway expects tokens to be signed: EC P-256, with its `kid`. */
  readonly key: JWK;
  readonly users: readonly DevelopmentUser[];
  /** Time for access tokens; the gateway of a local run may have a clock of its own. */
  readonly clock: () => Date;
}

export interface DevelopmentLogin {
  readonly path: string;
  readonly routes: RequestHandler;
  /** Provider metadata, as discovery would find it. */
  readonly metadata: {
    readonly issuer: string;
    readonly authorization_endpoint: string;
    readonly token_endpoint: string;
    readonly jwks_uri: string;
    readonly revocation_endpoint: string;
    readonly id_token_signing_alg_values_supported: string[];
    readonly authorization_response_iss_parameter_supported: boolean;
  };
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly signedOutUri: string;
  readonly resource: string;
}

const PATH = '/development-login';
const RESOURCE = 'urn:person360:graph';
const ACCESS_TOKEN_SECONDS = 600;

/** Of the console's own token, with which visitors read the public register: no signatory, no role. */
const CONSOLE_CLAIMS = { agency: 'PUBLIC', roles: [], purposes: ['DATA_GOVERNANCE'] };

type Library = typeof import('oidc-provider');

/**
 * Loads the provider's library when it is needed: production does without. Meanwhile its warnings are left out: that it
 * prefers Node 22, and that it forgets everything at the end, are both meant here.
 */
async function withLibrary<Result>(use: (library: Library) => Result): Promise<Result> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider WARNING')) warn(...words);
  };
  try {
    return use(await import('oidc-provider'));
  } finally {
    console.warn = warn;
  }
}

/**
 * A real OpenID Connect provider with a page for choosing a user instead of a password. Only for development: throws if
 * NODE_ENV is `production`.
 */
export async function createDevelopmentLogin(options: DevelopmentLoginOptions): Promise<DevelopmentLogin> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The development login does not run with NODE_ENV=production. Set PERSON360_OIDC_ISSUER.');
  }
  const { origin, issuer } = options;
  const client = { id: 'person360-console', secret: randomBytes(32).toString('base64url') };
  const redirectUri = `${origin}/login/callback`;
  const signedOutUri = `${origin}/signed-out`;
  const provider = await withLibrary(
    ({ Provider, interactionPolicy }) =>
      new Provider(issuer, configurationOf(options, client, redirectUri, asksEveryTime(interactionPolicy))),
  );
  const at = (path: string) => `${origin}${PATH}${path}`;
  return {
    path: PATH,
    routes: routesOf(provider, options.users),
    metadata: {
      issuer,
      authorization_endpoint: at('/auth'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      revocation_endpoint: at('/token/revocation'),
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    },
    clientId: client.id,
    clientSecret: client.secret,
    ...{ redirectUri, signedOutUri },
    resource: RESOURCE,
  };
}

function configurationOf(
  { key, audience, users, clock }: DevelopmentLoginOptions,
  client: { readonly id: string; readonly secret: string },
  redirectUri: string,
  policy: interactionPolicy.DefaultPolicy,
): Configuration {
  const userOf = (id: string | undefined) => users.find(({ subject }) => subject === id);
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub', 'auth_time'], profile: ['name', 'family_name', 'agency', 'roles', 'purposes'] },
    // The console reads them from the ID token, as from a provider that is set up for it.
    conformIdTokenClaims: false,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, revoking, token) => token.clientId === revoking.clientId },
      // The provider remembers nobody (see `asksEveryTime`), so there is no session of its own to end.
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'person',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    findAccount: (_context, id) => {
      const user = userOf(id);
      if (user === undefined) return undefined;
      const { subject, name, familyName, agency, roles, purposes } = user;
      const claims = { sub: subject, name, agency, roles, purposes, ...familyNameClaim(familyName) };
      return { accountId: subject, claims: () => claims };
    },
    extraTokenClaims: (_context, token) => {
      if (token.kind === 'ClientCredentials') return { ...CONSOLE_CLAIMS };
      const user = userOf('accountId' in token ? token.accountId : undefined);
      if (user === undefined) return undefined;
      const { agency, roles, purposes, familyName } = user;
      return { agency, roles, purposes, ...familyNameClaim(familyName) };
    },
    formats: {
      customizers: {
        jwt(_context, _token, parts) {
          const now = Math.floor(clock().getTime() / 1_000);
          Object.assign(parts.payload, { iat: now, exp: now + ACCESS_TOKEN_SECONDS });
        },
      },
    },
    interactions: {
      policy,
      url: (_context, interaction) => `${PATH}/choose/${interaction.uid}`,
    },
    issueRefreshToken: async () => true,
    // There is nothing to consent to: the console is the provider's own client.
    async loadExistingGrant({ oidc }) {
      const known = oidc.result?.consent?.grantId ?? oidc.session?.grantIdFor(client.id);
      if (known !== undefined) return oidc.provider.Grant.find(known);
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile offline_access');
      grant.addResourceScope(RESOURCE, 'person');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      Interaction: 3_600,
      Session: 36_000,
      Grant: 36_000,
      RefreshToken: 36_000,
      IdToken: 3_600,
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `The development login cannot continue: ${out.error_description ?? out.error}. Go back and try again.\n`;
    },
  };
}

function familyNameClaim(familyName: string | undefined): { readonly family_name?: string } {
  return familyName === undefined ? {} : { family_name: familyName };
}

/** Shows the page of users at every sign-in, so that somebody else can be chosen. */
function asksEveryTime({ base, Check }: Library['interactionPolicy']): interactionPolicy.DefaultPolicy {
  const policy = base();
  policy
    .get('login')
    ?.checks.add(new Check('choose_user', 'A user has to be chosen.', ({ oidc }) => oidc.result?.login === undefined));
  return policy;
}

function routesOf(provider: Provider, users: readonly DevelopmentUser[]): RequestHandler {
  const routes = Router();
  routes.get('/style.css', (_request, response) => {
    response.type('css').send(chooserStyle);
  });
  routes.get('/choose/:uid', async (request: Request, response: Response) => {
    const { uid } = await provider.interactionDetails(request, response);
    response.type('html').send(chooserPage(users, `${PATH}/choose/${uid}`, `${PATH}/style.css`));
  });
  routes.post('/choose/:uid', express.urlencoded({ extended: false }), async (request: Request, response: Response) => {
    const subject: unknown = request.body?.subject;
    const user = users.find((one) => one.subject === subject);
    const result =
      user === undefined
        ? { error: 'access_denied', error_description: 'There is no such user.' }
        : { login: { accountId: user.subject } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  routes.use(provider.callback());
  return routes;
}
