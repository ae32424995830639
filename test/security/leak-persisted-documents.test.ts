import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { aging, snapWorker, type Who } from '../harness/requesters.ts';

/** The attack: send an operation's hash instead of its text, so that another requester's operation runs for it. */
describe('an operation named by its hash', () => {
  let system: Product;
  beforeAll(async () => {
    system = await startProduct();
  }, 240_000);
  afterAll(() => system?.stop());

  const query = 'query ($id: ID!) { person(id: $id) { id snap { status } } }';
  const harmless = 'query ($id: ID!) { person(id: $id) { id } }';
  const variables = { id: idOf('daughter') };
  const named = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
  });
  const attempt = (who: Who, body: object) =>
    system.recordedDuring(() => post(system.url, system.token(who), { variables, ...body }));

  test('written out it is answered, to each what they may see', async () => {
    const shown = { person: { id: variables.id, snap: { status: 'ACTIVE' } } };
    expect((await attempt(snapWorker, { query })).result.data).toEqual(shown);
    expect((await attempt(aging, { query })).result.data).toEqual({ person: { id: variables.id, snap: null } });
  });

  test.each<readonly [string, object]>([
    ['that somebody else has just sent', { extensions: named(query) }],
    ['that nobody ever sent', { extensions: named('{ __typename }') }],
    ['with its text, to be kept', { query, extensions: named(query) }],
    ['of another text', { query: harmless, extensions: named(query) }],
    ['of another text the other way round', { query, extensions: named(harmless) }],
    ['that is no hash', { extensions: { persistedQuery: { version: 1, sha256Hash: '../../etc' } } }],
    ['under an id', { id: named(query).persistedQuery.sha256Hash }],
    ['under a document id', { documentId: `sha256:${named(query).persistedQuery.sha256Hash}` }],
  ])('%s is run for nobody', async (_, body) => {
    for (const who of [snapWorker, aging, snapWorker]) {
      const { result, requests } = await attempt(who, body);
      expect([result.data ?? null, requests]).toEqual([null, []]);
      expect(result.status).toBeLessThan(500);
      expect(result.errors.length).toBeGreaterThan(0);
      expect(result.text).not.toMatch(/ACTIVE/);
    }
  });
});
