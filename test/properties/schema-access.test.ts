import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import type { Publication } from '../../schema/publishing/publication.ts';
import { catalogueOfServed } from '../../schema/publishing/servedSupergraph.ts';
import type { ApprovalInForce } from '../../supergraph/checks/checkInput.ts';
import { type CheckCache, checkPublication } from '../../supergraph/checks/checkPublication.ts';
import { publicationOf } from '../../supergraph/checks/testing/publications.ts';
import { readSupergraph } from '../../supergraph/read/readSupergraph.ts';
import '../harness/propertySeed.ts';
import { referenceDecision } from './harness/referenceDecision.ts';

// A part of the graph, because every run composes it: the person index, and the system that changes.
const medicaid = publicationOf('medicaid');
const current = [publicationOf('identity'), medicaid];
const now = new Date('2026-11-28T12:00:00Z');
const inService = checkPublication({ current, candidate: medicaid }).composed;
if (inService === undefined) throw new Error('The schemas do not compose');
const sideOf = ({ served }: typeof inService) => ({
  policies: readSupergraph(served(1).sdl).policies,
  catalogue: catalogueOfServed(served(1)),
});
const before = sideOf(inService);

const datasets = ['enrollment', 'providers', 'clinical', 'financial', 'history'].map((name) => `medicaid.${name}`);
const fields = [...before.policies.coordinates()]
  .filter(({ typeName }) => typeName.startsWith('Medicaid'))
  .map(({ typeName, field }) => `${typeName}.${field.name.value}`);

/** One change of a line of the schema: a field goes, is added, or gets another guard. */
const anyChange = fc.record({
  line: fc.nat(),
  kind: fc.constantFrom('remove', 'add', 'guard', 'both', 'either', 'unguard'),
  dataset: fc.constantFrom(...datasets),
});
const plainField = /^ {2}\w+: (?:\w+|\[\w+!\])(?: @policy\(policies: \[\[[^\]]*\]\]\))?$/;

function changed(
  { sdl }: Publication,
  changes: readonly (typeof anyChange extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const lines = sdl.split('\n');
  const places = lines.flatMap((line, index) => (plainField.test(line) ? [index] : []));
  for (const { line, kind, dataset } of changes) {
    const at = places[line % places.length] ?? 0;
    const field = (lines[at] ?? '').split(' @policy')[0] ?? '';
    const guard = (policies: string) => `${field} @policy(policies: [${policies}])`;
    const texts = {
      // A blank field name would break the description above it, so a removed field leaves another one behind.
      remove: field.replace(/\w+:/, (name) => `${name.slice(0, -1)}X${at}:`),
      add: `${lines[at]}\n  added${at}: String @policy(policies: [["${dataset}"]])`,
      guard: guard(`["${dataset}"]`),
      both: guard(`["${dataset}", "medicaid.enrollment"]`),
      either: guard(`["${dataset}"], ["medicaid.history"]`),
      unguard: field,
    };
    if (!(lines[at] ?? '').includes('\n')) lines[at] = texts[kind];
  }
  return lines.join('\n');
}

const anyTerm = fc.record(
  {
    field: fc.constantFrom(...fields),
    transform: fc.constantFrom('YEAR_ONLY' as const, 'REDACT' as const),
    conditions: fc.array(
      fc.array(fc.constantFrom('WARD' as const, 'CONSENT' as const, 'EMERGENCY' as const), {
        minLength: 1,
        maxLength: 2,
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['field'] },
);
const anyApproval = fc.record({
  requestingAgency: fc.constantFrom('DCFS', 'ISBE'),
  purpose: fc.constantFrom('CHILD_PROTECTION', 'EDUCATION_SUPPORT'),
  dataset: fc.constantFrom(...datasets),
  roles: fc.constantFrom<FeedApproval['roles'][]>(['CASEWORKER'], ['SUPERVISOR'], ['CASEWORKER', 'SUPERVISOR']),
  fields: fc.oneof(fc.constant(undefined), fc.array(anyTerm, { minLength: 1, maxLength: 6 })),
});

const newField = { line: 0, kind: 'add' as const, dataset: 'medicaid.enrollment' };
const wholeDataset = {
  requestingAgency: 'DCFS' as const,
  purpose: 'CHILD_PROTECTION' as const,
  dataset: 'medicaid.enrollment',
  roles: ['CASEWORKER'] as FeedApproval['roles'],
  fields: undefined,
};

test('what a check says opens and closes is what the rules of authorization decide before and after', () => {
  const cache: CheckCache = {};
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(anyChange, { minLength: 1, maxLength: 3 }),
      fc.array(anyApproval, { minLength: 1, maxLength: 8 }),
      (changes, given) => {
        const feed = given.map(
          ({ fields: terms, ...approval }, index): FeedApproval => ({
            ...approval,
            id: `A-${index}`,
            legalBasis: 'law',
            validFrom: '2026-01-01T00:00:00.000Z',
            validUntil: '2027-12-31T00:00:00.000Z',
            ...(terms && { fields: terms }),
          }),
        );
        const approvals = feed.map((approval): ApprovalInForce => ({ ...approval, fields: approval.fields ?? 'all' }));
        const candidate = { ...medicaid, sdl: changed(medicaid, changes) };
        const { findings, composed } = checkPublication({ current, candidate, approvals }, cache);
        if (composed === undefined) throw new Error(JSON.stringify(findings));
        const after = sideOf(composed);
        const expected = new Set<string>();
        const coordinates = new Map(
          [before, after].flatMap(({ policies }) =>
            [...policies.coordinates()].map(({ typeName, field }) => [
              `${typeName}.${field.name.value}`,
              { typeName, fieldName: field.name.value },
            ]),
          ),
        );
        const groups = new Map(given.map((each) => [`${each.requestingAgency} ${each.purpose}`, each]));
        for (const [coordinate, place] of coordinates) {
          for (const [group, { requestingAgency: agency, purpose }] of groups) {
            for (const roles of [['CASEWORKER'], ['SUPERVISOR'], ['CASEWORKER', 'SUPERVISOR']]) {
              const decide = (side: typeof before) =>
                referenceDecision({ requester: { agency, purpose, roles }, ...place, now } as never, side, feed);
              const [was, is] = [decide(before), decide(after)];
              if (was !== is) expected.add(`${is ? 'opens' : 'closes'} ${coordinate} ${group}`);
            }
          }
        }
        const said = findings.flatMap(({ code, coordinate, affected }) =>
          ['ACCESS_WIDENS', 'ACCESS_MAY_WIDEN', 'ACCESS_NARROWS'].includes(code)
            ? (affected?.approvals ?? []).map((each) => `${each.change} ${coordinate} ${each.agency} ${each.purpose}`)
            : [],
        );
        found += expected.size;
        expect([...new Set(said)].sort()).toEqual([...expected].sort());
      },
    ),
    // The first one opens a new field, so that no seed leaves all of them without a difference.
    { numRuns: 6, endOnFailure: true, examples: [[[newField], [wholeDataset]]] },
  );
  expect(found).toBeGreaterThan(0);
});
