import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PublicReads } from '../graph/publicReads.ts';
import type { RateLimit } from '../security/rateLimit.ts';
import { refuse } from '../security/respond.ts';
import { type AtomEntry, writeAtom } from './atomFeed.ts';

export const FEED_PATH = '/register/feed.atom';

/** Reads only what everybody may read. */
const QUERY = `query RegisterFeed {
  publicRegister(first: 50) {
    edges {
      node {
        id requestingAgency owner purpose roles legalBasis status
        dataset { title law }
        granted { field }
        refused { fields denials { code citation factualBasis } }
        approval { validFrom validUntil revokedAt revokedBecause }
        history { at }
      }
    }
  }
}`;

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
  readonly publicReads: PublicReads;
  readonly visitorLimit: RateLimit;
  readonly clock: () => number;
  readonly log: (message: string, details: object) => void;
}

/** `GET /register/feed.atom`: the newest decisions of the public register, for programs, without a login. */
export function registerFeed({ origin, publicReads, visitorLimit, clock, log }: RegisterFeedOptions): RequestHandler {
  return async (request, response) => {
    if (!visitorLimit(request.ip)) {
      response.setHeader('retry-after', '60');
      return refuse(response, 'TOO_MANY_REQUESTS');
    }
    try {
      const reply = await publicReads(QUERY, {});
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
