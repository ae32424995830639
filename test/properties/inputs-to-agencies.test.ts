import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PersonFacts } from '../../gateway/model/personFacts.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { type CustodyRecord, custody, oscar, wanda } from '../harness/graphs/custody.ts';
import { type GuardedAnswer, type GuardedGraph, opens, startGuardedGraph } from '../harness/product/guardedGraph.ts';
import '../harness/propertySeed.ts';

const runs = Number(process.env.ACCESS_INPUT_RUNS ?? 30);

type Term = NonNullable<FeedApproval['fields']>[number];
type Facts = Readonly<Record<string, readonly string[]>>;

/** Values that one system is sent about a person by another, with the dataset that guards them. */
const INPUTS = [
  { coordinate: 'Person.birthDate', dataset: 'people.births', read: (person: CustodyRecord) => person.birthDate },
  { coordinate: 'Person.taxNumber', dataset: 'people.taxes', read: (person: CustodyRecord) => person.taxNumber },
];

const conditions = fc.constantFrom(
  undefined,
  undefined,
  [['WARD']],
  [['CONSENT']],
  [['WARD', 'CONSENT']],
  [['WARD'], ['CASELOAD']],
);
const termOf = (fields: readonly string[]): fc.Arbitrary<Term> =>
  fc
    .record({
      field: fc.constantFrom(...fields),
      conditions,
      transform: fc.constantFrom(undefined, undefined, undefined, 'YEAR_ONLY', 'LAST4', 'REDACT'),
    })
    // Absent and undefined mean the same here; the feed only knows absent.
    .map((term) => JSON.parse(JSON.stringify(term)) as Term);

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'people.births': ['Person.birthDate', 'Person.birthDate', 'Person.custody'],
  'people.taxes': ['Person.taxNumber'],
  'people.weights': ['Person.weight'],
  'court.custody': ['Person.custody', 'Hearing.judge', 'Hearing.day'],
  'revenue.income': ['Person.income'],
  'housing.rent': ['Person.rent'],
};
const approvalOf = (dataset: string): fc.Arbitrary<readonly FeedApproval[]> =>
  fc
    .oneof(
      fc.constant<readonly Term[] | 'whole' | 'none'>('whole'),
      fc.constant<readonly Term[] | 'whole' | 'none'>('none'),
      fc.array(termOf(FIELDS[dataset] ?? []), { minLength: 1, maxLength: 4 }),
    )
    .map((terms) => (terms === 'none' ? [] : [terms === 'whole' ? opens(dataset) : opens(dataset, [...terms])]));
const approvals: fc.Arbitrary<readonly FeedApproval[]> = fc
  .tuple(...Object.keys(FIELDS).map(approvalOf))
  .map((some) => some.flat());

const facts: fc.Arbitrary<Facts> = fc.record({
  [wanda.id]: fc.subarray(['WARD', 'CONSENT', 'CASELOAD']),
  [oscar.id]: fc.subarray(['WARD', 'CONSENT', 'CASELOAD']),
});
const query = fc
  .tuple(
    fc.constantFrom('persons', 'person(id: "p-wanda")'),
    fc.subarray(['name', 'birthDate', 'taxNumber', 'weight', 'custody', 'hearing { judge day }', 'income', 'rent'], {
      minLength: 1,
    }),
    fc.subarray(['custody', 'income', 'rent', 'weight', 'a: birthDate'], { minLength: 1 }),
    fc.boolean(),
  )
  .map(([root, fields, nested, goesOn]) => {
    return `{ ${root} { ${fields.join(' ')} ${goesOn ? `parent { ${nested.join(' ')} }` : ''} } }`;
  });

/** What the terms say, read as they stand: a value is plainly open for a person whom a term without a transform covers. */
function isPlainlyOpen(
  given: readonly FeedApproval[],
  coordinate: string,
  dataset: string,
  held: readonly string[],
): boolean {
  return given.some(
    (approval) =>
      approval.dataset === dataset &&
      (approval.fields ?? [{ field: coordinate } as Term]).some(
        (term) =>
          term.field === coordinate &&
          term.transform === undefined &&
          (term.conditions ?? [[]]).some((all) => all.every((condition) => held.includes(condition))),
      ),
  );
}

const personFacts = (held: Facts): PersonFacts => ({
  holds: (personId, fact) => (held[personId] ?? []).includes(fact.replace(/:.*/, '')),
  load: async () => undefined,
});

describe.each(['compiled', 'apollo'] as const)('whatever the approvals and the persons, %s engine', (engine) => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph(custody, 'Person');
  }, 60_000);
  afterAll(() => graph?.stop());

  const checkSent = (given: readonly FeedApproval[], held: Facts, { calls }: GuardedAnswer): void => {
    for (const { subgraph, variables } of calls) {
      const sent = JSON.stringify(variables);
      for (const person of [wanda, oscar]) {
        for (const { coordinate, dataset, read } of INPUTS) {
          if (!sent.includes(read(person))) continue;
          const isOpen = isPlainlyOpen(given, coordinate, dataset, held[person.id] ?? []);
          expect([subgraph, coordinate, person.name, isOpen]).toEqual([subgraph, coordinate, person.name, true]);
        }
      }
    }
  };

  test(`no system is sent a value that is not plainly open for that person, and no plan serves other terms (${runs} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(approvals, approvals, facts, query, async (ours, theirs, held, text) => {
        const ask = (given: readonly FeedApproval[]) => graph.ask(engine, given, text, {}, personFacts(held));
        const before = await ask(ours);
        checkSent(ours, held, before);
        // The same text for a requester with other terms, in between.
        checkSent(theirs, held, await ask(theirs));
        const after = await ask(ours);
        checkSent(ours, held, after);
        expect([after.data, after.denied, after.failures]).toEqual([before.data, before.denied, []]);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

describe('whatever the approvals and the persons', () => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph(custody, 'Person');
  }, 60_000);
  afterAll(() => graph?.stop());

  test(`both engines give one answer (${runs} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(approvals, facts, query, async (given, held, text) => {
        const compiled = await graph.ask('compiled', given, text, {}, personFacts(held));
        const stock = await graph.ask('apollo', given, text, {}, personFacts(held));
        expect([text, stock.data, placesOf(stock)]).toEqual([text, compiled.data, placesOf(compiled)]);
      }),
      { numRuns: runs },
    );
  }, 600_000);

  const placesOf = ({ denied }: GuardedAnswer) =>
    denied.map(({ path, coordinate, reason }) => `${path.join('.')} ${coordinate} ${reason}`).sort();
});
