import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ConsoleCookies } from '../security/cookies.ts';
import { refuse } from '../security/respond.ts';
import { isFresh, type Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { AccessTokens } from './accessTokens.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

export interface GraphRouteOptions {
  readonly gatewayUrl: string;
  readonly documents: TrustedDocuments;
  /** Roles that may send documents of their own, from the explorer. */
  readonly explorerRoles: ReadonlySet<string>;
  readonly sessions: Sessions;
  readonly cookies: ConsoleCookies;
  readonly tokens: AccessTokens;
  readonly timeoutMs: number;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

const GraphRequest = z.union([
  z.strictObject({ documentId: z.string().max(128), variables: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({
    query: z.string().max(200_000),
    operationName: z.string().max(256).optional(),
    variables: z.record(z.string(), z.unknown()).optional(),
  }),
]);

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

/** Headers of the gateway's response that reach the page. */
const PASSED_BACK = ['content-type', 'x-request-id', 'retry-after'] as const;

/** `POST /graphql`: sends a trusted document to the gateway with the session's access token. */
export function graphRoute(options: GraphRouteOptions): RequestHandler {
  const { sessions, cookies, tokens, clock, log } = options;

  function textOf(body: z.infer<typeof GraphRequest>, session: Session, request: Request, response: Response) {
    if ('query' in body) {
      if (session.user.roles.some((role) => options.explorerRoles.has(role))) return body.query;
      refuse(response, 'EXPLORER_NOT_PERMITTED');
      return undefined;
    }
    const document = options.documents.get(body.documentId);
    if (document === undefined) {
      refuse(response, 'DOCUMENT_UNKNOWN');
      return undefined;
    }
    const isEmergency = request.headers['emergency-reason'] !== undefined;
    if ((document.needsFreshLogin || isEmergency) && !isFresh(session, clock())) {
      refuse(response, 'FRESH_LOGIN_REQUIRED');
      return undefined;
    }
    return document.text;
  }

  return async (request, response) => {
    const found = await sessions.find(cookies.session(request));
    if (found === undefined) return refuse(response, 'SESSION_MISSING');
    if (found.state === 'locked') return refuse(response, 'SESSION_LOCKED');
    const body = GraphRequest.safeParse(request.body);
    if (!body.success) return refuse(response, 'BAD_REQUEST');
    const query = textOf(body.data, found.session, request, response);
    if (query === undefined) return;
    const token = await tokens.of(found);
    if (token === undefined) return refuse(response, 'SESSION_MISSING');

    const abort = new AbortController();
    response.on('close', () => abort.abort());
    const { variables = {} } = body.data;
    const operationName = 'query' in body.data ? body.data.operationName : undefined;
    let reply: globalThis.Response;
    let text: string;
    try {
      reply = await fetch(options.gatewayUrl, {
        method: 'POST',
        headers: { ...headersOf(request), authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, operationName, variables }),
        signal: AbortSignal.any([abort.signal, AbortSignal.timeout(options.timeoutMs)]),
      });
      text = await reply.text();
    } catch (error) {
      if (abort.signal.aborted) return;
      log('gateway unavailable', { reason: error instanceof Error ? error.message : String(error) });
      return refuse(response, 'GATEWAY_UNAVAILABLE');
    }
    for (const name of PASSED_BACK) {
      const value = reply.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.status(reply.status).send(text);
  };
}

function headersOf(request: Request): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'apollographql-client-name': 'person360-console',
  };
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
