import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildApprovalSet } from '../../gateway/approvals/approvalSet.ts';
import { buildDecisionTable, type DecisionTable } from '../../gateway/authorization/decisions/decisionTable.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { Condition, Transform } from '../../schema/approvals/approvalTerms.ts';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { STAFF_ROLES } from '../../schema/catalog/roles.ts';
import { datasetsDirectory, supergraphFile } from '../../schema/files.ts';
import { readSupergraph } from '../../supergraph/read/readSupergraph.ts';
import '../harness/propertySeed.ts';
import { referenceDecision } from './harness/referenceDecision.ts';

/** Runs of what needs no systems, and of what asks some: with those of household.test.ts a thousand of each. */
const pureRuns = Number(process.env.ACCESS_PURE_RUNS ?? 1_000);

const now = new Date('2026-12-01T12:00:00Z');
const { policies } = readSupergraph(readFileSync(supergraphFile, 'utf8'));
const catalogue = readDatasetCatalogue(datasetsDirectory);
const coordinates = [...policies.coordinates()].map(({ typeName, field }) => ({
  typeName,
  fieldName: field.name.value,
}));

const agency = fc.constantFrom('DCFS', 'IDHS', 'DCEO', 'HFS', '__proto__', 'all');
const purpose = fc.constantFrom('FOSTER_CARE_CASE', 'BENEFIT_ELIGIBILITY', 'ENERGY_ASSISTANCE', 'constructor');
const roles = fc.uniqueArray(fc.constantFrom('CASEWORKER', 'SUPERVISOR', 'DATA_OFFICER', 'manage'), { maxLength: 2 });
const requester = fc.record({ agency, purpose, roles });
const instants = [
  '2020-01-01T00:00:00.000Z',
  '2026-12-01T12:00:00.000Z',
  '2026-12-01T12:00:00.001Z',
  '2099-01-01T00:00:00.000Z',
];
const datasetIds = [...catalogue.datasets.keys()];
const coordinateOf = new Map(
  datasetIds.map((id) => [
    id,
    coordinates
      .filter(({ typeName, fieldName }) => {
        const guard = policies.guardOf(typeName, fieldName);
        return guard.kind === 'guarded' && guard.all.flat(2).includes(id);
      })
      .map(({ typeName, fieldName }) => `${typeName}.${fieldName}`),
  ]),
);
const conditions = fc.option(
  fc.array(fc.uniqueArray(fc.constantFrom(...Condition.options), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 2,
  }),
  { nil: undefined },
);
const approvals: fc.Arbitrary<readonly FeedApproval[]> = fc
  .array(
    fc.constantFrom(...datasetIds).chain((dataset) =>
      fc.record({
        requestingAgency: agency,
        purpose,
        dataset: fc.constant(dataset),
        roles: fc.option(fc.array(fc.constantFrom('CASEWORKER', 'SUPERVISOR'), { minLength: 1, maxLength: 2 }), {
          nil: [...STAFF_ROLES],
        }),
        fields: fc.option(
          fc.array(
            fc.record({
              field: fc.constantFrom('Person.id', ...(coordinateOf.get(dataset) ?? [])),
              transform: fc.option(fc.constantFrom(...Transform.options), { nil: undefined }),
              conditions,
            }),
            { minLength: 1, maxLength: 5 },
          ),
          { nil: undefined },
        ),
        legalBasis: fc.constant('a statute'),
        validFrom: fc.constantFrom(...instants),
        validUntil: fc.constantFrom(...instants),
      }),
    ),
    { maxLength: 8 },
  )
  // Absent and undefined mean the same here; the feed only knows absent.
  .map((some) =>
    some.map((approval, index) => JSON.parse(JSON.stringify({ id: `a${index}`, ...approval })) as FeedApproval),
  );

type RequesterKind = { readonly agency: string; readonly purpose: string; readonly roles: readonly string[] };

function tableOf(who: RequesterKind, given: readonly FeedApproval[]): DecisionTable {
  const ofRequester = buildApprovalSet({ revision: 1, approvals: given }).of(who.agency, who.purpose);
  return buildDecisionTable(who, { policies, catalogue, approvals: ofRequester, revision: 1, now });
}

const open = (table: DecisionTable): readonly string[] =>
  coordinates
    .filter(({ typeName, fieldName }) => table.decide(typeName, fieldName).kind === 'allow')
    .map(({ typeName, fieldName }) => `${typeName}.${fieldName}`);

/** Every set of facts under which a field is open at all. */
function openUnder(
  table: DecisionTable,
  typeName: string,
  fieldName: string,
): readonly (readonly string[])[] | 'always' | 'never' {
  const decision = table.decide(typeName, fieldName);
  if (decision.kind === 'deny') return 'never';
  return decision.rules === undefined ? 'always' : decision.rules.flatMap(({ anyOf }) => anyOf);
}

describe('decisions, over the state’s own schema', () => {
  const check = (property: fc.IPropertyWithHooks<never> | fc.IProperty<unknown>) =>
    fc.assert(property as fc.IProperty<unknown>, { numRuns: pureRuns, verbose: 1 });

  test('are those of the naive reference', () => {
    check(
      fc.property(requester, approvals, fc.nat({ max: 9 }), (who, given, rest) => {
        const table = tableOf(who, given);
        // A tenth of the schema for each: the reference is as slow as it is plain.
        const asked = coordinates.filter((_, index) => index % 10 === rest);
        const allowed = asked.filter((each) =>
          referenceDecision({ requester: who, ...each, now }, { policies, catalogue }, given),
        );
        const open = asked.filter(({ typeName, fieldName }) => table.decide(typeName, fieldName).kind === 'allow');
        expect(open).toEqual(allowed);
      }) as fc.IProperty<unknown>,
    );
  }, 300_000);

  test('one approval more never hides, one less never reveals, and their order does not matter', () => {
    check(
      fc.property(requester, approvals, fc.nat(), (who, given, pick) => {
        const fewer = given.filter((_, index) => index !== pick % Math.max(1, given.length));
        const [all, less, reversed] = [tableOf(who, given), tableOf(who, fewer), tableOf(who, [...given].reverse())];
        const openWithAll = new Set(open(all));
        expect(open(less).filter((place) => !openWithAll.has(place))).toEqual([]);
        expect(open(reversed)).toEqual([...openWithAll]);
        const closed = coordinates.filter(({ typeName, fieldName }) => {
          const before = openUnder(less, typeName, fieldName);
          const after = openUnder(all, typeName, fieldName);
          if (before === 'never' || after === 'always') return false;
          // A person who met the terms before still meets them.
          const alternatives = before === 'always' ? [[]] : before;
          return !alternatives.every(
            (facts) => after !== 'never' && after.some((needed) => needed.every((fact) => facts.includes(fact))),
          );
        });
        expect(closed).toEqual([]);
      }) as fc.IProperty<unknown>,
    );
  }, 300_000);
});
