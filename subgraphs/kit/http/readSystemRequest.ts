import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { TokenVerifier } from '../grants/grantVerifier.ts';
import { readBody } from './readBody.ts';

/**
 * Reads another system's request to an endpoint other than `/graphql`: verifies the bearer token, then parses the body
 * as JSON. Returns undefined if either is invalid; the error response has then been sent.
 */
export async function readSystemRequest<Verified, Question>(
  request: Request,
  response: Response,
  options: {
    readonly tokens: TokenVerifier<Verified>;
    readonly shape: z.ZodType<Question>;
    readonly maxBodyBytes: number;
  },
): Promise<{ readonly grant: Verified; readonly question: Question } | undefined> {
  const verdict = await options.tokens.verify(request.headers.authorization);
  if (verdict.kind === 'refused') return void response.status(401).end();
  if (verdict.kind === 'unavailable') {
    return void response.status(503).set('retry-after', String(verdict.retryAfterSeconds)).end();
  }
  const body = await readBody(request, options.maxBodyBytes);
  if (body === 'gone') return undefined;
  if (body === 'too large') return void response.status(413).set('connection', 'close').end();
  const question = options.shape.safeParse(parseJson(body.text));
  if (!question.success) return void response.status(400).end();
  return { grant: verdict.grant, question: question.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller gets 400.
    return undefined;
  }
}
