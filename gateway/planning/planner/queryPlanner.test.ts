import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { createInlineQueryPlanner, createQueryPlanner } from './queryPlanner.ts';

const join = 'https://specs.apollo.dev/join/v0.3';
/** The smallest supergraph: one subgraph, written by hand so that this test needs no composition. */
const SUPERGRAPH = `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "${join}", for: EXECUTION) { query: Query }
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:1/") }
type Query @join__type(graph: A) { hello: String thing: Thing }
type Thing @join__type(graph: A, key: "id") @join__type(graph: A, key: "n") { id: ID! n: Int }`;

describe('the query planner', () => {
  test('plans in its own thread exactly what it plans inline', async () => {
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
    } finally {
      await threaded.stop();
    }
  });

  test('rejects what cannot be planned and goes on planning', async () => {
    const planner = await createQueryPlanner(SUPERGRAPH);
    try {
      await expect(planner.plan(parse('{ nothing }'), undefined)).rejects.toThrow();
      await expect(planner.plan(parse('{ hello }'), undefined)).resolves.toMatchObject({ kind: 'QueryPlan' });
    } finally {
      await planner.stop();
    }
    await expect(planner.plan(parse('{ hello }'), undefined)).rejects.toThrow('stopped');
  });

  test('does not start on a supergraph it cannot read, or whose guards it would not enforce', async () => {
    await expect(createQueryPlanner('type Query { a: Int }')).rejects.toThrow('cannot be planned');
    const guarded = SUPERGRAPH.replace(
      '{ query: Query }',
      '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }',
    );
    await expect(createQueryPlanner(guarded)).rejects.toThrow('SECURITY but is unsupported');
  });
});
