import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { ConsoleCookies } from '../security/cookies.ts';
import type { RateLimit } from '../security/rateLimit.ts';
import { type RefusalCode, refuse } from '../security/respond.ts';
import { isFresh, type Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { AccessTokens } from './accessTokens.ts';
import { type GatewayReply, GraphRequest, type SendToGateway, type SentDocument } from './gatewayRequest.ts';
import { onlyReads } from './onlyReads.ts';
import type { PublicReads } from './publicReads.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

export interface GraphRouteOptions {
  readonly sendToGateway: SendToGateway;
  readonly documents: TrustedDocuments;
  /** Roles that may send documents of their own, from the explorer. */
  readonly explorerRoles: ReadonlySet<string>;
  readonly sessions: Sessions;
  readonly cookies: ConsoleCookies;
  readonly tokens: AccessTokens;
  readonly publicReads: PublicReads;
  /** Requests of visitors who are not signed in. */
  readonly visitorLimit: RateLimit;
  readonly timeoutMs: number;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

/** Headers of a page's request that reach the gateway. */
const PASSED_ON = [
  'purpose-of-use',
  'case-id',
  'access-mode',
  'access-explain',
  'min-approval-revision',
  'emergency-reason',
  'emergency-words',
  'emergency-person',
] as const;

/**
 * `POST /graphql`: sends a trusted document to the gateway with the session's access token. Without a session, sends
 * public documents with the console's own token.
 */
export function graphRoute(options: GraphRouteOptions): RequestHandler {
  const { sendToGateway, sessions, cookies, tokens, publicReads, visitorLimit, clock, log } = options;

  function documentOf(
    body: z.infer<typeof GraphRequest>,
    session: Session,
    request: Request,
    response: Response,
  ): SentDocument | undefined {
    const isEmergency = request.headers['emergency-reason'] !== undefined;
    if ('query' in body) {
      const refusal = refusalOfText(body.query, session.user.roles, isEmergency);
      if (refusal === undefined) return { kind: 'written', query: body.query, operationName: body.operationName };
      refuse(response, refusal);
      return undefined;
    }
    const document = options.documents.get(body.documentId);
    if (document === undefined) {
      refuse(response, 'DOCUMENT_UNKNOWN');
      return undefined;
    }
    if ((document.needsFreshLogin || isEmergency) && !isFresh(session, clock())) {
      refuse(response, 'FRESH_LOGIN_REQUIRED');
      return undefined;
    }
    return { kind: 'trusted', id: body.documentId, text: document.text };
  }

  /** Texts of the explorer read, and open no emergency: decisions need a recent sign-in, which only boards ask for. */
  function refusalOfText(text: string, roles: readonly string[], isEmergency: boolean): RefusalCode | undefined {
    if (!roles.some((role) => options.explorerRoles.has(role))) return 'EXPLORER_NOT_PERMITTED';
    return isEmergency || !onlyReads(text) ? 'EXPLORER_READS_ONLY' : undefined;
  }

  /** Visitors who are not signed in read what is public, and nothing else. */
  async function respondToVisitor(body: z.infer<typeof GraphRequest>, request: Request, response: Response) {
    const id = 'documentId' in body ? body.documentId : '';
    const document = options.documents.get(id);
    if (document?.isPublic !== true) return refuse(response, 'SESSION_MISSING');
    if (!visitorLimit(request.ip)) {
      response.setHeader('retry-after', '60');
      return refuse(response, 'TOO_MANY_REQUESTS');
    }
    let reply: GatewayReply | undefined;
    try {
      reply = await publicReads({ kind: 'trusted', id, text: document.text }, body.variables ?? {});
    } catch (error) {
      return gatewayUnavailable(error, response);
    }
    if (reply === undefined) return refuse(response, 'SESSION_MISSING');
    return passBack(reply, response);
  }

  function gatewayUnavailable(error: unknown, response: Response): void {
    log('gateway unavailable', { reason: error instanceof Error ? error.message : String(error) });
    refuse(response, 'GATEWAY_UNAVAILABLE');
  }

  return async (request, response) => {
    const found = await sessions.find(cookies.session(request));
    if (found?.state === 'locked') return refuse(response, 'SESSION_LOCKED');
    const body = GraphRequest.safeParse(request.body);
    if (found === undefined) {
      return body.success ? respondToVisitor(body.data, request, response) : refuse(response, 'SESSION_MISSING');
    }
    if (!body.success) return refuse(response, 'BAD_REQUEST');
    const document = documentOf(body.data, found.session, request, response);
    if (document === undefined) return;
    const token = await tokens.of(found);
    if (token === undefined) return refuse(response, 'SESSION_MISSING');

    const abort = new AbortController();
    response.on('close', () => abort.abort());
    let reply: GatewayReply;
    try {
      reply = await sendToGateway({
        ...{ document, token },
        variables: body.data.variables,
        headers: headersOf(request),
        signal: AbortSignal.any([abort.signal, AbortSignal.timeout(options.timeoutMs)]),
      });
    } catch (error) {
      if (abort.signal.aborted) return;
      return gatewayUnavailable(error, response);
    }
    passBack(reply, response);
  };
}

function passBack({ status, headers, text }: GatewayReply, response: Response): void {
  response.setHeaders(new Map(headers));
  response.status(status).send(text);
}

function headersOf(request: Request): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
