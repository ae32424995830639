import { type ContractItem, fail, pass } from '../contractItem.ts';
import { describeReply, isObject, type Reply } from '../reply.ts';
import { selectEverything } from '../subgraphShape.ts';
import {
  entitiesOf,
  entitiesQuery,
  type KnownKey,
  keysByType,
  type Representation,
  representationOf,
  type SubgraphUnderTest,
} from '../subgraphUnderTest.ts';

const UNKNOWN = 'no-such-number';

function unknownOf({ type, field }: KnownKey, value: unknown = UNKNOWN): Representation {
  return { __typename: type.name, [field]: value };
}

async function resolve(
  { ask, grants, datasets }: SubgraphUnderTest,
  { type, field }: KnownKey,
  representations: readonly unknown[],
): Promise<Reply> {
  return await ask(grants.for(datasets), entitiesQuery(type.name, field), { representations });
}

/** The key of each entity; null for an entity that is null; undefined if the response has no entities. */
function keysOf(reply: Reply, field: string): readonly unknown[] | undefined {
  return entitiesOf(reply)?.map((entity) => (isObject(entity) ? entity[field] : null));
}

const order: ContractItem = {
  id: 'entities-order',
  title: '_entities has one entity for each representation, in the same order.',
  async check(subgraph) {
    for (const [, keys] of keysByType(subgraph)) {
      const [first] = keys;
      if (first === undefined) continue;
      const expected = [...keys, ...[...keys].reverse(), first].flatMap(({ value }) => [value, null]);
      const representations = expected.map((value, index) => unknownOf(first, value ?? `${UNKNOWN}-${index}`));
      const reply = await resolve(subgraph, first, representations);
      const found = keysOf(reply, first.field);
      if (JSON.stringify(found) === JSON.stringify(expected)) continue;
      return fail(
        found === undefined
          ? describeReply(reply)
          : `${representations.length} representations gave ${found.length} entities, not in the same order or not all`,
        'Return the entities in the order of the representations, one for each, with null for an unknown number.',
      );
    }
    return pass;
  },
};

const unknown: ContractItem = {
  id: 'entities-unknown',
  title: 'A number without a record gives null, without an error.',
  async check(subgraph) {
    for (const [, [first]] of keysByType(subgraph)) {
      if (first === undefined) continue;
      const reply = await resolve(subgraph, first, [unknownOf(first)]);
      if (reply.errors.length === 0 && JSON.stringify(entitiesOf(reply)) === '[null]') continue;
      return fail(
        `${first.type.name}.${first.field}: ${describeReply(reply)}`,
        'Return null for a number that you do not know: an entity with only its key says that there is a record.',
      );
    }
    return pass;
  },
};

/** Values that other systems may have written by mistake, or an attacker on purpose. */
const MALFORMED: readonly (readonly [name: string, value: unknown])[] = [
  ['null', null],
  ['an empty text', ''],
  ['a number', 42],
  ['a list', ['x']],
  ['an object', { $ne: null }],
  ['a truth value', true],
  ['a text of 10,000 characters', 'x'.repeat(10_000)],
  ['a text with a NUL', 'a\u0000b'],
  ['an unpaired surrogate', '\ud800'],
  ['SQL', "x' or '1'='1"],
  ['a pattern', '%'],
  ['a missing member', undefined],
];

const malformed: ContractItem = {
  id: 'entities-malformed',
  title: 'A malformed number gives null, and does not spoil the others of the call.',
  async check(subgraph) {
    for (const [, [first]] of keysByType(subgraph)) {
      if (first === undefined) continue;
      for (const [name, value] of MALFORMED) {
        const known = representationOf(first);
        const reply = await resolve(subgraph, first, [known, unknownOf(first, value), known]);
        const found = JSON.stringify(keysOf(reply, first.field));
        if (found === JSON.stringify([first.value, null, first.value])) continue;
        return fail(
          `${name} as ${first.type.name}.${first.field}: ${describeReply(reply)}`,
          'Check that each key is a text of a plausible length before you look it up, and return null for the others.',
        );
      }
    }
    return pass;
  },
};

const MANY = 2_000;
const ROUNDS = 3;

/** Limits in milliseconds: with a query for each number, the time grows with their number. */
const mostFor100 = (forOne: number): number => 10 * forOne + 100;
const mostForMany = (forOne: number): number => 100 * forOne + 1_500;

function figures(replies: readonly Reply[]): string {
  const times = replies.map(({ milliseconds }) => Math.round(milliseconds));
  return `1, 100${replies.length > 2 ? `, ${MANY}` : ''} representations take ${times.join(', ')} ms`;
}

const batch: ContractItem = {
  id: 'entities-batch',
  title: `${MANY.toLocaleString('en-US')} representations are read together, not one by one.`,
  async check(subgraph) {
    const { ask, datasets, grants, shape } = subgraph;
    for (const [type, [first]] of keysByType(subgraph)) {
      if (first === undefined) continue;
      const query = entitiesQuery(type.name, selectEverything(shape, type));
      const time = async (count: number, round: number): Promise<Reply> => {
        const others = Array.from({ length: count - 1 }, (_, index) =>
          unknownOf(first, `${UNKNOWN}-${round}-${index}`),
        );
        return await ask(grants.for(datasets), query, { representations: [representationOf(first), ...others] });
      };
      const best = async (count: number): Promise<Reply> => {
        const replies: Reply[] = [];
        for (let round = 0; round < ROUNDS; round++) replies.push(await time(count, round));
        return replies.reduce((fastest, reply) => (reply.milliseconds < fastest.milliseconds ? reply : fastest));
      };
      const whatToDo =
        'Collect the keys of a call and read them with one statement (DataLoader, or "where number in (...)").';
      const [one, hundred] = [await best(1), await best(100)];
      const forOne = Math.max(1, one.milliseconds);
      if (hundred.milliseconds > mostFor100(forOne)) return fail(figures([one, hundred]), whatToDo);
      const many = await best(MANY);
      if (many.status !== 200 || entitiesOf(many)?.length !== MANY) {
        return fail(`${MANY} representations: ${describeReply(many)}`, `Accept ${MANY} representations. ${whatToDo}`);
      }
      if (many.milliseconds > mostForMany(forOne)) return fail(figures([one, hundred, many]), whatToDo);
    }
    return pass;
  },
};

const ALIASES = 16;

const aliasedCalls: ContractItem = {
  id: 'aliased-calls',
  title: 'One operation may hold many root fields under aliases, each with its own variables.',
  async check(subgraph) {
    const { ask, grants, datasets } = subgraph;
    for (const [type, [first]] of keysByType(subgraph)) {
      if (first === undefined) continue;
      const names = Array.from({ length: ALIASES }, (_, index) => `b${index}`);
      const declared = names.map((name) => `$${name}: [_Any!]!`).join(', ');
      const fields = names.map(
        (name) => `${name}: _entities(representations: $${name}) { ... on ${type.name} { ${first.field} } }`,
      );
      // Every second call is about a malformed number: it must not spoil its neighbors.
      const variables = Object.fromEntries(
        names.map((name, index) => [name, [index % 2 === 0 ? representationOf(first) : unknownOf(first, 7)]]),
      );
      const reply = await ask(grants.for(datasets), `query (${declared}) { ${fields.join(' ')} }`, variables);
      const wrong = names.findIndex((name, index) => {
        const [entity]: readonly unknown[] = Array.isArray(reply.data?.[name]) ? reply.data[name] : [];
        const key = isObject(entity) ? entity[first.field] : entity;
        return index % 2 === 0 ? key !== first.value : key !== null;
      });
      if (reply.status === 200 && wrong === -1) continue;
      return fail(
        `${ALIASES} aliased calls of _entities: ${describeReply(reply)}`,
        'Resolve each root field of an operation by itself: the gateway combines calls of several requests.',
      );
    }
    return pass;
  },
};

/** How the gateway reads records. */
export const entityItems: readonly ContractItem[] = [order, unknown, malformed, batch, aliasedCalls];
