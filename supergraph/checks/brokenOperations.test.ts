import { expect, test } from '@jest/globals';
import { executableSupergraph } from '../compose/composeSupergraph.ts';
import { createOperationPlanner } from '../plan/operationPlanner.ts';
import { contextOf } from './checkContext.ts';
import type { TrustedDocument } from './checkInput.ts';
import { checkPublication } from './checkPublication.ts';
import { graphOf } from './graph.ts';
import { operationsInUse } from './operations.ts';
import { planFindings } from './plans.ts';
import { aging, publicationOf, withChanges } from './testing/publications.ts';

const current = [publicationOf('identity'), aging];
const documentOf = (name: string, text: string): TrustedDocument => ({
  ...{ client: 'field-visits', version: '1.0.0', name, hash: `sha256:${name}`, text },
});

test('an operation that a change breaks although every field of it stays is named, with its client', () => {
  const notices = (text: string) =>
    withChanges(
      aging,
      ['agingNotices: [String!]', 'agingNotices: [Notice!]'],
      [
        'scalar Date',
        `scalar Date
"A notice." union Notice = Letter | Call
"A letter." type Letter { "What it says." text: ${text} @tag(name: "public") }
"A call." type Call { "What was said." text: String @tag(name: "public") }`,
      ],
    );
  const texts = 'query Texts { agingNotices { ... on Letter { text } ... on Call { text } } }';
  const others = 'query Others { agingNotices { ... on Letter { text } } }';
  const { findings, outcome, secondPersonBecause } = checkPublication({
    current: [publicationOf('identity'), notices('String')],
    candidate: notices('String!'),
    documents: [documentOf('Texts', texts), documentOf('Others', others)],
  });
  expect(findings.map(({ code, level, affected }) => [code, level, affected])).toEqual([
    ['OPERATION_BREAKS', 'error', { clients: ['field-visits 1.0.0'], operations: ['Texts'] }],
  ]);
  expect(findings[0]?.message).toMatch(/^The operation Texts of field-visits 1\.0\.0 is no longer valid: .*String!/);
  expect([outcome, secondPersonBecause]).toEqual(['stopped', ['The operation Texts of field-visits 1.0.0 breaks.']]);
});

test('an operation that is valid and can no longer be planned stops the publication; one that never could, does not', () => {
  const composed = graphOf(current);
  if (composed.kind === 'refused') throw new Error(JSON.stringify(composed.problems));
  const { graph } = composed;
  // Composition does not make this by itself: the field is in a subgraph to which no key leads.
  const lost = graph.merged.read.executableSdl
    .replace(/(enum join__Graph\b[^{]*\{)/, '$1 OTHER @join__graph(name: "other", url: "http://127.0.0.1:1/")')
    .replace(/(type Person\b)/, '$1 @join__type(graph: OTHER)')
    .replace(/(\n\s+ageBand: String) @join__field\(graph: AGING\)/, '$1 @join__field(graph: OTHER)');
  expect(lost).toContain('ageBand: String @join__field(graph: OTHER)');
  const after = { ...graph, planner: () => createOperationPlanner(executableSupergraph({ executableSdl: lost })) };
  const documents = [
    documentOf('Ages', 'query Ages { searchPersons(name: "a") { ageBand } }'),
    documentOf('Names', 'query Names { searchPersons(name: "a") { id } }'),
  ];
  const found = (before: typeof graph) => {
    const context = contextOf({ current, candidate: aging, documents, maxPlanningMs: Number.POSITIVE_INFINITY });
    return planFindings(context, { before, after }, operationsInUse(context.input, graph.schema()), new Map());
  };
  expect(found(graph)).toEqual([
    expect.objectContaining({
      code: 'NO_PLAN',
      level: 'error',
      message: expect.stringMatching(/^The operation Ages of field-visits 1\.0\.0 can no longer be planned: /),
      affected: { clients: ['field-visits 1.0.0'], operations: ['Ages'] },
      secondPerson: 'The operation Ages of field-visits 1.0.0 breaks.',
    }),
  ]);
  expect(found(after)).toEqual([]);
});
