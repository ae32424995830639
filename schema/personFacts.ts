import { z } from 'zod';

/**
 * The facts endpoint, `POST /facts` with a facts token of the gateway (factsToken.ts) as bearer token: which of the facts that
 * the token names hold of whom. The person index answers a system by that system's own numbers, about all persons of the
 * call at once and nobody else (403); it asks the child welfare system (by its numbers) and emou (by state-wide id) at
 * doors of the same form. Times and requester are the token's. Whoever is missing in the answer meets nothing.
 */
export const FactQuestion = z.strictObject({ keys: z.array(z.string()).max(20_000) });
export const FactAnswer = z.object({ persons: z.array(z.object({ key: z.string(), facts: z.array(z.string()) })) });

/** Facts by the key that was asked about. */
export type FactsByKey = ReadonlyMap<string, readonly string[]>;
