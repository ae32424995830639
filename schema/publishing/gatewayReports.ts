import { z } from 'zod';

/**
 * What gateways report to the registry, each request with a grant that the gateway signed for `registry` and that names
 * nobody. Reports hold no values and no persons.
 */
const Name = z.string().regex(/^[\w./:@-]{1,120}$/, 'use letters, digits, and ./:@-');

/** `POST /gateways`: which supergraph a gateway serves. Sent after every change, and every minute. */
export const GatewayStatus = z.strictObject({
  /** Name of the gateway process; the same after a restart. */
  gateway: Name,
  /** Number of the supergraph that it serves; 0 for one from a file. */
  number: z.number().int().min(0),
  since: z.iso.datetime(),
  /** The supergraph that it refused to serve last, unless it serves a later one. */
  refused: z.strictObject({ number: z.number().int().min(1), reason: z.string().min(1).max(500) }).optional(),
});
export type GatewayStatus = z.infer<typeof GatewayStatus>;

const Count = z.strictObject({
  day: z.iso.date(),
  /** Name that the client gives itself. */
  client: z.string().min(1).max(100),
  operation: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Type.field */
  coordinate: z.string().regex(/^[A-Za-z_]\w{0,100}\.[A-Za-z_]\w{0,100}$/),
  count: z.number().int().min(1).max(1_000_000_000),
});

/** Most counts in one batch. */
export const MOST_COUNTS = 2_000;

/** `POST /usage`: how often fields were requested. A batch that is sent again with the same id counts once. */
export const UsageBatch = z.strictObject({ id: z.uuid(), counts: z.array(Count).min(1).max(MOST_COUNTS) });
export type UsageBatch = z.infer<typeof UsageBatch>;
