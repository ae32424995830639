import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { composeSupergraph } from '../../supergraph/compose/composeSupergraph.ts';
import { linked } from '../harness/graphs/subgraphServer.ts';
import { runCommand } from '../harness/runCommand.ts';

const STALL = `type Query { goods: [Goods] }
  type Goods @key(fields: "id") { id: ID! price(currency: String = "USD"): Int maker: Maker }
  type Maker @key(fields: "id") { id: ID! goods(first: Int): [Goods] }`;
const CUSTOMS = 'type Goods @key(fields: "id") { id: ID! price(currency: String = "USD"): Int @external';

function subgraphsOf(sdls: readonly string[]) {
  return sdls.map((sdl, index) => ({ name: `s${index}`, url: 'http://127.0.0.1:1/', sdl: linked(sdl) }));
}

function problemsOf(sdls: readonly string[]): readonly string[] {
  const nothing = { datasets: new Map(), hardBars: new Map(), systems: [] };
  const composition = composeSupergraph(subgraphsOf(sdls), nothing);
  // Nothing here is guarded: of that alone there are other words.
  return composition.kind === 'refused'
    ? composition.problems.filter(
        (problem) =>
          !/is neither guarded|leads to guarded data|belongs to a system that holds guarded data/.test(problem),
      )
    : [];
}

const inDollars = `euros: Int @requires(fields: "price(currency: \\"EUR\\")")`;

describe('composition refuses one field required with different arguments', () => {
  test.each([
    [
      'by two fields of one subgraph',
      [STALL, `${CUSTOMS} tax: Int @requires(fields: "price(currency: \\"CHF\\")") ${inDollars} }`],
      [/Goods.tax requires Goods.price\(currency: "CHF"\)/, /Goods.euros requires Goods.price\(currency: "EUR"\)/],
    ],
    [
      'by fields of two subgraphs, one of them with the default',
      [STALL, `${CUSTOMS} tax: Int @requires(fields: "price") }`, `${CUSTOMS} ${inDollars} }`],
      [/Goods.tax requires Goods.price[,:]/, /Goods.euros requires Goods.price\(currency: "EUR"\)/],
    ],
    [
      'on the way through another type, where a field of its own can be asked for',
      [
        STALL,
        `${CUSTOMS} ${inDollars} }
         type Maker @key(fields: "id") { id: ID! goods(first: Int): [Goods] @external
           worth: Int @requires(fields: "goods(first: 3) { price(currency: \\"CHF\\") }") }`,
      ],
      [/Maker.worth requires Goods.price\(currency: "CHF"\)/, /Goods.euros requires Goods.price\(currency: "EUR"\)/],
    ],
  ])('%s', (_, sdls, words) => {
    const problems = problemsOf(sdls);
    expect(problems).toHaveLength(1);
    for (const word of words) expect(problems[0]).toMatch(word);
    expect(problems[0]).toContain('a field of its own');
  });

  test.each([
    [
      'the same arguments, in any order of words',
      [
        STALL,
        `${CUSTOMS} a: Int @requires(fields: "price(currency: \\"EUR\\")") b: Int @requires(fields: "price(currency:\\"EUR\\")") }`,
      ],
    ],
    [
      'an argument with its default value, written or not',
      [STALL, `${CUSTOMS} a: Int @requires(fields: "price") b: Int @requires(fields: "price(currency: \\"USD\\")") }`],
    ],
    [
      'two types that nothing is both of',
      [
        `type Query { things: [Thing] } union Thing = Tree | Stone
         type Tree @key(fields: "id") { id: ID! size(unit: String): Int } type Stone @key(fields: "id") { id: ID! size(unit: String): Int }`,
        `type Tree @key(fields: "id") { id: ID! size(unit: String): Int @external a: Int @requires(fields: "size(unit: \\"m\\")") }
         type Stone @key(fields: "id") { id: ID! size(unit: String): Int @external a: Int @requires(fields: "size(unit: \\"cm\\")") }`,
      ],
    ],
  ])('but not %s', (_, sdls) => {
    expect(problemsOf(sdls)).toEqual([]);
  });
});

test('such a supergraph composed elsewhere is not served', async () => {
  const composed = composeServices(
    subgraphsOf([STALL, `${CUSTOMS} tax: Int @requires(fields: "price(currency: \\"CHF\\")") ${inDollars} }`]).map(
      ({ sdl, ...subgraph }) => ({ ...subgraph, typeDefs: parse(sdl) }),
    ),
  );
  const directory = await mkdtemp(join(tmpdir(), 'person360-conflict-'));
  try {
    const file = join(directory, 'supergraph.graphql');
    await writeFile(file, composed.supergraphSdl ?? '');
    const { code, stderr } = await runCommand(['gateway', '--open', '--port', '0', '--supergraph', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('Goods.tax requires Goods.price(currency: "CHF")');
    expect(stderr).not.toContain('    at ');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 60_000);
