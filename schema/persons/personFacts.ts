import { z } from 'zod';

/**
 * The facts endpoint, `POST /facts` with a facts token of the gateway (factsToken.ts) as the bearer token: returns
 * which of the token's facts hold for which persons. The person index accepts a system's own numbers, for all persons
 * of the call at once and nobody else (403). It queries the child welfare system (by its numbers) and emou (by
 * state-wide id) at endpoints of the same form. Times and requester come from the token. A person missing from the
 * response has none of the facts.
 */
export const FactQuestion = z.strictObject({ keys: z.array(z.string()).max(20_000) });
export const FactAnswer = z.object({ persons: z.array(z.object({ key: z.string(), facts: z.array(z.string()) })) });

/** Facts by the requested key. */
export type FactsByKey = ReadonlyMap<string, readonly string[]>;
