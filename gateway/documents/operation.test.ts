import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readOperation } from './operation.ts';

const read = (query: string, name?: string) => readOperation(parse(query), 'hash', name);

describe('the reading of an operation', () => {
  test.each([
    ['{ person { id } }', 'data'],
    ['{ __typename person { id } }', 'data'],
    ['{ __schema { types { name } } __typename }', 'schema'],
    ['{ person { id } ...S } fragment S on Query { type: __type(name: "Person") { name } }', 'both'],
  ])('%s selects %s', (query, selects) => {
    expect(read(query).selects).toBe(selects);
  });

  test('finds each root field once, with all of its selections and the directives around the first', () => {
    const { rootFields } = read(`query ($a: Boolean!) {
      one: person { id }
      ... on Query @include(if: $a) { two: person @skip(if: $a) { id } ...F }
      ...F
    }
    fragment F on Query { one: person { name } three: person { id } }`);
    expect(rootFields.map(({ key, nodes, conditional }) => [key, nodes.length, conditional.length])).toEqual([
      ['one', 2, 0],
      ['two', 1, 2],
      ['three', 1, 1],
    ]);
  });

  test('takes time linear in the document, however often fragments spread each other', () => {
    const levels = Array.from({ length: 40 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
    const { rootFields } = read(`{ ...F0 } ${levels.join(' ')} fragment F40 on Query { person { id } }`);
    expect(rootFields.map(({ key }) => key)).toEqual(['person']);
  });

  test('names the variables of conditions that may hold null, and the default values', () => {
    const query = `query ($a: Boolean = true, $b: Boolean!, $c: Boolean = false) {
      person @include(if: $a) { ...F }
    }
    fragment F on Person { id @skip(if: $b) }`;
    expect(read(query)).toMatchObject({ nullableConditions: ['a'], defaults: { a: true, c: false } });
  });

  test('is of the named operation, or of the only one', () => {
    const two = 'query A { person { id } } query B { __schema { description } }';
    expect(read(two, 'B').selects).toBe('schema');
    for (const name of [undefined, '', 'C']) {
      expect(() => read(two, name)).toThrow('operationName must be the name of one operation');
    }
  });
});
