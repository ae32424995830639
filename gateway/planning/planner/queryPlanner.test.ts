import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { writtenSupergraph } from '../../../test/harness/graphs/writtenSupergraph.ts';
import { createInlineQueryPlanner, createQueryPlanner } from './queryPlanner.ts';

/** The smallest supergraph: one subgraph with two keys. */
const SUPERGRAPH = writtenSupergraph({
  graphs: { A: 'a' },
  types: `type Query @join__type(graph: A) { hello: String thing: Thing }
type Thing @join__type(graph: A, key: "id") @join__type(graph: A, key: "n") { id: ID! n: Int }`,
});

describe('the query planner', () => {
  test('plans in its own thread exactly what it plans inline, and rejects what cannot be planned', async () => {
    const threaded = await createQueryPlanner(SUPERGRAPH);
    try {
      const inline = createInlineQueryPlanner(SUPERGRAPH);
      expect(threaded.metadata).toEqual(inline.metadata);
      expect(threaded.metadata.keys).toEqual([
        { subgraph: 'a', type: 'Thing', fields: 'id' },
        { subgraph: 'a', type: 'Thing', fields: 'n' },
      ]);
      const document = parse('query Q { hello } query R { thing { id } }');
      const plan = await threaded.plan(document, 'R');
      expect(plan).toEqual(JSON.parse(JSON.stringify(await inline.plan(document, 'R'))));
      expect(plan.node).toMatchObject({ kind: 'Fetch', serviceName: 'a', operation: 'query R__a__0{thing{id}}' });
      await expect(threaded.plan(parse('{ nothing }'), undefined)).rejects.toThrow();
      await expect(threaded.plan(parse('{ hello }'), undefined)).resolves.toMatchObject({ kind: 'QueryPlan' });
    } finally {
      await threaded.stop();
    }
    await expect(threaded.plan(parse('{ hello }'), undefined)).rejects.toThrow('stopped');
  });
});
