import type { IdentityProvider, OwnToken } from '../login/identityProvider.ts';
import type { GatewayReply, SendToGateway, SentDocument } from './gatewayRequest.ts';

/** A token that ends sooner than this is replaced before it is used. */
const RENEW_BEFORE_MS = 30_000;
/** How long a response may be reused. */
const REUSE_MS = 60_000;
/** After the provider gave no token, it is left alone for this time. */
const NO_TOKEN_MS = 60_000;
const MOST_RESPONSES = 100;
const MOST_CHARACTERS = 500_000;

export interface PublicReadsOptions {
  readonly sendToGateway: SendToGateway;
  readonly provider: Pick<IdentityProvider, 'ownToken'>;
  readonly timeoutMs: number;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

/**
 * Sends a public document with the console's own token. Undefined: the identity provider gives the console no token.
 * Rejects when the provider or the gateway does not respond.
 */
export type PublicReads = (
  document: SentDocument & { readonly kind: 'trusted' },
  variables: Readonly<Record<string, unknown>>,
) => Promise<GatewayReply | undefined>;

export function createPublicReads({ sendToGateway, provider, timeoutMs, clock, log }: PublicReadsOptions): PublicReads {
  const tokenOf = createOwnToken(provider, clock, log);
  /** By document and variables, oldest first. Requests in progress are shared. */
  const responses = new Map<string, { readonly reply: Promise<GatewayReply | undefined>; readonly until: number }>();

  async function send(...[document, variables]: Parameters<PublicReads>): Promise<GatewayReply | undefined> {
    const token = await tokenOf();
    if (token === undefined) return undefined;
    const headers = { 'purpose-of-use': 'DATA_GOVERNANCE' };
    return sendToGateway({ document, variables, token, headers, signal: AbortSignal.timeout(timeoutMs) });
  }

  return (document, variables) => {
    const key = JSON.stringify([document.text, variables]);
    const cached = responses.get(key);
    if (cached !== undefined && clock() < cached.until) return cached.reply;
    const reply = send(document, variables);
    const entry = { reply, until: clock() + REUSE_MS };
    responses.delete(key);
    responses.set(key, entry);
    for (const oldest of responses.keys()) {
      if (responses.size <= MOST_RESPONSES) break;
      responses.delete(oldest);
    }
    const forget = () => {
      if (responses.get(key) === entry) responses.delete(key);
    };
    reply.then((received) => {
      if (received === undefined || !isComplete(received) || received.text.length > MOST_CHARACTERS) forget();
    }, forget);
    return reply;
  };
}

/** A response with errors is not reused: the next request may have a better one. */
function isComplete({ status, text }: GatewayReply): boolean {
  return status === 200 && !/"errors"\s*:/.test(text);
}

function createOwnToken(
  provider: Pick<IdentityProvider, 'ownToken'>,
  clock: () => number,
  log: (message: string, details: object) => void,
): () => Promise<string | undefined> {
  let token: OwnToken | undefined;
  let leaveAloneUntil = 0;
  let running: Promise<OwnToken | undefined> | undefined;

  return async () => {
    if (token !== undefined && clock() < token.accessTokenExpiresAt - RENEW_BEFORE_MS) return token.accessToken;
    if (clock() < leaveAloneUntil) return undefined;
    running ??= provider.ownToken().finally(() => {
      running = undefined;
    });
    token = await running;
    if (token === undefined) {
      leaveAloneUntil = clock() + NO_TOKEN_MS;
      log('no public register for visitors: the identity provider refuses the client credentials grant', {});
    }
    return token?.accessToken;
  };
}
