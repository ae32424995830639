import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PublicReads } from '../graph/publicReads.ts';
import type { TrustedDocuments } from '../graph/trustedDocuments.ts';
import type { RateLimit } from '../security/rateLimit.ts';
import { refuse } from '../security/respond.ts';
import { type AtomEntry, writeAtom } from './atomFeed.ts';

export const FEED_PATH = '/register/feed.atom';

/** Of console/web/src/routes/register/feed.graphql, which reads only what everybody may read. */
const FEED_OPERATION = 'RegisterFeed';

const text = z.string().nullable();
const Decision = z.object({
  id: z.string(),
  requestingAgency: text,
  owner: text,
  purpose: text,
  roles: z.array(z.string()),
  legalBasis: text,
  status: text,
  dataset: z.object({ title: text, law: z.array(z.string()).nullable() }).nullable(),
  granted: z.array(z.object({ field: text })).nullable(),
  refused: z
    .object({
      fields: z.array(z.string()).nullable(),
      denials: z.array(z.object({ code: text, citation: text, factualBasis: text })).nullable(),
    })
    .nullable(),
  approval: z.object({ validFrom: text, validUntil: text, revokedAt: text, revokedBecause: text }).nullable(),
  history: z.array(z.object({ at: z.string() })).min(1),
});
type Decision = z.infer<typeof Decision>;
const Register = z.object({
  data: z.object({ publicRegister: z.object({ edges: z.array(z.object({ node: Decision })) }) }),
});

export interface RegisterFeedOptions {
  readonly origin: string;
  readonly documents: TrustedDocuments;
  readonly publicReads: PublicReads;
  readonly visitorLimit: RateLimit;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

/** `GET /register/feed.atom`: the newest decisions of the public register, for programs, without a login. */
export function registerFeed(options: RegisterFeedOptions): RequestHandler {
  const { origin, documents, publicReads, visitorLimit, clock, log } = options;
  const [id, document] = [...documents].find(([, { name }]) => name === FEED_OPERATION) ?? [];
  return async (request, response) => {
    if (!visitorLimit(request.ip)) {
      response.setHeader('retry-after', '60');
      return refuse(response, 'TOO_MANY_REQUESTS');
    }
    try {
      if (id === undefined || document === undefined) throw new Error(`The document ${FEED_OPERATION} is missing.`);
      const reply = await publicReads({ kind: 'trusted', id, text: document.text }, {});
      if (reply === undefined) return refuse(response, 'GATEWAY_UNAVAILABLE');
      const { data } = Register.parse(JSON.parse(reply.text));
      const entries = data.publicRegister.edges.map(({ node }) => entryOf(node, origin));
      const latest = entries
        .map(({ updated }) => updated)
        .toSorted()
        .at(-1);
      response.setHeader('cache-control', 'public, max-age=300');
      response.type('application/atom+xml; charset=utf-8').send(
        writeAtom({
          self: `${origin}${FEED_PATH}`,
          alternate: `${origin}/register`,
          title: 'Public register of data sharing approvals',
          author: 'State of Illinois',
          updated: latest ?? new Date(clock()).toISOString(),
          entries,
        }),
      );
    } catch (error) {
      log('no register feed', { reason: error instanceof Error ? error.message : String(error) });
      refuse(response, 'GATEWAY_UNAVAILABLE');
    }
  };
}

function entryOf(decision: Decision, origin: string): AtomEntry {
  const { dataset, granted, refused, approval, requestingAgency, owner, purpose, status, history } = decision;
  const lines = [
    `Status: ${status}`,
    `Requesting agency: ${requestingAgency} (${decision.roles.join(', ')})`,
    `Owner: ${owner}`,
    `Dataset: ${dataset?.title}`,
    `Purpose: ${purpose}`,
    `Law: ${dataset?.law?.join('; ')}`,
    `Legal basis: ${decision.legalBasis}`,
    approval === null ? '' : `Access from ${approval.validFrom} until ${approval.validUntil}`,
    approval?.revokedAt == null ? '' : `Revoked at ${approval.revokedAt}: ${approval.revokedBecause}`,
    granted === null || granted.length === 0 ? '' : `Granted fields: ${granted.map(({ field }) => field).join(', ')}`,
    ...(refused?.denials ?? []).map(
      ({ code, citation, factualBasis }) => `Denied under ${code} (${citation}): ${factualBasis}`,
    ),
  ];
  return {
    id: `urn:uuid:${decision.id}`,
    title: `${requestingAgency} and ${owner}: ${dataset?.title}, ${purpose}, ${status}`,
    updated:
      history
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? '',
    link: `${origin}/register`,
    content: lines.filter((line) => line !== '').join('\n'),
  };
}
