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

/** A fact with the time since when it holds, which a source may give in addition: `EMERGENCY@2026-12-01T15:00:00.000Z`. */
export function factAt(fact: string, since: Date): string {
  return `${fact}@${since.toISOString()}`;
}

/** The fact without its time. */
export function factName(fact: string): string {
  return fact.split('@', 1)[0] ?? '';
}

/** Since when a fact holds; undefined if the source has not said. */
export function factSince(facts: readonly string[], name: string): Date | undefined {
  const start = `${name}@`;
  const found = facts.find((fact) => fact.startsWith(start));
  return found === undefined ? undefined : new Date(found.slice(start.length));
}
