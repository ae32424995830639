import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readSubgraphSchema, SUBGRAPH_NAMES } from '../../../schema/files.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { createDisclosureCheck } from '../grants/grantAbility.ts';
import { readFieldGuards } from './fieldGuards.ts';

const sdl = `
  type Query {
    open: Int @tag(name: "public")
    both: Int @policy(policies: [["s.a", "s.b"]])
    either: Int @policy(policies: [["s.a"], ["s.b"]])
    none: Int @policy(policies: [[]])
    nobody: Int @policy(policies: [])
    typed: Guarded @policy(policies: [["s.a"]])
    byReturn: [Guarded!] @tag(name: "public")
    barred: Int @tag(name: "public") @tag(name: "hard-bar")
    scalar: [Secret!] @tag(name: "public")
    enum: Level @tag(name: "public")
    union: Any @tag(name: "public")
  }
  scalar Secret @policy(policies: [["s.b"]])
  enum Level @policy(policies: [["s.b"]]) { HIGH }
  union Any @policy(policies: [["s.b"]]) = Entity
  type Guarded @key(fields: "id other { inner }") @policy(policies: [["s.b"]]) {
    id: ID
    x: Int
    y: Int @policy(policies: [["s.a"]])
  }
  type Entity @key(fields: "id, second") { id: ID second: ID }
  extend type Entity { more: Int @policy(policies: [["s.c"]]) }
`;

/** Coordinates in the test schema that a grant for these datasets opens. */
function opened(datasets: readonly string[]): readonly string[] {
  const guards = readFieldGuards(parse(sdl));
  const claims: GrantClaims = {
    iss: 'person360-gateway',
    aud: 's',
    iat: 0,
    exp: 1,
    agency: 'DCFS',
    purpose: 'AUDIT',
    roles: [],
    datasets: [...datasets],
    revision: 0,
  };
  const disclosure = createDisclosureCheck(claims, guards);
  return [...guards.byCoordinate]
    .filter(
      ([coordinate, index]) =>
        !coordinate.includes('_') && (index === undefined || disclosure.of(index) === 'everybody'),
    )
    .map(([coordinate]) => coordinate);
}

describe('the guard of a field', () => {
  const always = ['Query.open', 'Entity.id', 'Entity.second'];

  test('without datasets only public fields and keys of unguarded types are open', () => {
    expect(opened([])).toEqual(always);
  });

  test('lists within a policy are alternatives, datasets within a list are all needed', () => {
    expect(opened(['s.a'])).toEqual(expect.arrayContaining(['Query.either']));
    expect(opened(['s.a'])).not.toContain('Query.both');
    expect(opened(['s.a', 's.b'])).toEqual(expect.arrayContaining(['Query.both', 'Query.either']));
  });

  test('the field’s own guard, its type’s and its return type’s must all hold, for keys of a guarded type too', () => {
    expect(opened(['s.a'])).not.toEqual(expect.arrayContaining(['Query.typed']));
    expect(opened(['s.b'])).toEqual(expect.arrayContaining(['Query.byReturn', 'Guarded.id', 'Guarded.x']));
    expect(opened(['s.b'])).not.toContain('Guarded.y');
    expect(opened(['s.a', 's.b'])).toEqual(expect.arrayContaining(['Query.typed', 'Guarded.y']));
  });

  test('the guard of a scalar, an enum and a union holds for the fields that return them', () => {
    const returning = ['Query.scalar', 'Query.enum', 'Query.union'];
    for (const coordinate of returning) expect(opened(['s.a'])).not.toContain(coordinate);
    expect(opened(['s.b'])).toEqual(expect.arrayContaining(returning));
  });

  test('an empty policy and a hard bar are closed to everyone, and no dataset is a wildcard', () => {
    const everything = opened(['s.a', 's.b', 's.c', 'all', 'manage', '*', 's.*', '']);
    for (const closed of ['Query.none', 'Query.nobody', 'Query.barred']) expect(everything).not.toContain(closed);
    expect(opened(['all', 'manage', '*', 's.*', ''])).toEqual(always);
  });

  test('a field without a guard or a public tag keeps the system from starting', () => {
    expect(() => readFieldGuards(parse('type Query { forgotten: Int }'))).toThrow('Query.forgotten has no guard');
    expect(() => readFieldGuards(parse('type Query { odd: Int @policy(policies: "s.a") }'))).toThrow('Query.odd');
  });

  test.each(SUBGRAPH_NAMES)('every field of %s is decided', (name) => {
    expect(readFieldGuards(parse(readSubgraphSchema(name))).byCoordinate.size).toBeGreaterThan(5);
  });
});
