import { z } from 'zod';

/**
 * The fact door, `POST /facts` with a grant of the gateway for any system as bearer token: which of the facts that the
 * grant's `conditions` name hold of whom. The person index answers a system by that system's own numbers; it asks the
 * child welfare system (by its numbers) and emou (by state-wide id) at doors of the same form. Times and requester are the
 * grant's. Whoever is missing in the answer meets nothing.
 */
export const FactQuestion = z.strictObject({ keys: z.array(z.string()).max(20_000) });
export const FactAnswer = z.object({ persons: z.array(z.object({ key: z.string(), facts: z.array(z.string()) })) });

/** Facts by the key that was asked about. */
export type FactsByKey = ReadonlyMap<string, readonly string[]>;
