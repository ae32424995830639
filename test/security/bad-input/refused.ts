import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Answer } from '../../harness/answer.ts';
import { type Product, post, startProduct } from '../../harness/product/startProduct.ts';
import { fosterCare } from '../../harness/requesters.ts';

export let system: Product;
export let token: string;
beforeAll(async () => {
  system = await startProduct();
  token = system.token(fosterCare);
}, 120_000);
afterAll(() => system?.stop());

/** For those who ask after a test has moved the clock. */
export function renewToken(): void {
  token = system.token(fosterCare);
}

/** Refused without data, without a word about the inside, and without a subgraph being asked. */
export async function refused(send: () => Promise<Answer>): Promise<readonly [number, readonly string[]]> {
  const { result, requests } = await system.recordedDuring(send);
  expect(result.data ?? null).toBeNull();
  expect(requests).toEqual([]);
  expect(result.text).not.toMatch(/did you mean|stacktrace|node_modules|\/gateway\/|127\.0\.0\.1|medicaidRin/i);
  expect(result.errors.every(({ message }) => message.length > 0)).toBe(true);
  return [result.status, [...new Set(result.codes)]];
}
export const send = (query: string, variables: object = {}) =>
  refused(() => post(system.url, token, { query, variables }));
