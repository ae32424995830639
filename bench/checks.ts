import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  print,
} from 'graphql';
import { apiSchemaFile } from '../schema/files.ts';
import type { ApprovalInForce, TrustedDocument } from '../supergraph/checks/checkInput.ts';
import { type CheckCache, checkPublication } from '../supergraph/checks/checkPublication.ts';
import { aging, current, publicationOf, withChanges } from '../supergraph/checks/testing/publications.ts';

// What a check costs: one subgraph against ten, with 500 trusted documents and 1,000 approvals.
const DOCUMENTS = 500;
const APPROVALS = 1_000;
const LIMIT_MS = 5_000;

/** Numbers that are the same in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Documents as front ends write them: persons, relatives, and some fields of some systems, two or three levels deep. */
function createDocuments(schema: GraphQLSchema, count: number): readonly TrustedDocument[] {
  const random = createRandom(19);
  const pick = <Item>(items: readonly Item[], most: number): readonly Item[] =>
    items.filter(() => random(Math.max(1, Math.ceil(items.length / most))) === 0).slice(0, most);
  const needsArguments = (field: GraphQLField<unknown, unknown>) =>
    field.args.some(({ type, defaultValue }) => String(type).endsWith('!') && defaultValue === undefined);

  function selectionOf(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter((field) => !needsArguments(field));
    const leaves = pick(
      fields.filter(({ type: of }) => isLeafType(getNamedType(of))),
      6,
    ).map(({ name }) => name);
    const objects =
      depth === 0
        ? []
        : pick(
            fields.filter(({ type: of }) => isObjectType(getNamedType(of))),
            4,
          );
    const inner = objects.map((field) => {
      const of = getNamedType(field.type);
      return isObjectType(of) ? `${field.name} ${selectionOf(of, depth - 1)}` : '';
    });
    return `{ __typename ${[...leaves, ...inner].join(' ')} }`;
  }

  const person = schema.getType('Person');
  if (!isObjectType(person)) throw new Error('The schema has no Person');
  const roots = [
    (inner: string) => `($id: ID!) { person(id: $id) ${inner} }`,
    (inner: string) => `($ids: [ID!]!) { persons(ids: $ids) ${inner} }`,
    (inner: string) => `($id: ID!) { household(id: $id) { id members ${inner} } }`,
    (inner: string) => `($name: String) { searchPersons(name: $name) ${inner} }`,
  ];
  const texts = new Map<string, string>();
  for (let attempt = 0; texts.size < count && attempt < 20 * count; attempt++) {
    const root = roots[random(roots.length)];
    if (root !== undefined) texts.set(root(selectionOf(person, 1 + random(3))), `Document${texts.size + 1}`);
  }
  return [...texts].map(([body, name]) => {
    const text = print(parse(`query ${name}${body}`));
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    return { client: `client${texts.size % 7}`, version: '1.0.0', name, hash, text };
  });
}

function createApprovals(count: number): readonly ApprovalInForce[] {
  const datasets = current.flatMap(({ datasets: { datasets } }) => datasets.map(({ id }) => id));
  const random = createRandom(7);
  const one = (from: readonly string[]): string => from[random(from.length)] ?? '';
  return Array.from({ length: count }, (_, index) => ({
    id: `approval-${index}`,
    requestingAgency: one(['DCFS', 'IDHS', 'ISBE', 'HFS', 'IDOC', 'IDPH', 'IDOA']),
    purpose: one(['CHILD_PROTECTION', 'BENEFIT_ELIGIBILITY', 'CARE_COORDINATION', 'EDUCATION_SUPPORT']),
    dataset: one(datasets),
    roles: random(2) === 0 ? ['CASEWORKER'] : ['CASEWORKER', 'SUPERVISOR'],
    fields: 'all',
    validUntil: '2027-12-31T00:00:00.000Z',
  }));
}

const documents = createDocuments(buildSchema(readFileSync(apiSchemaFile, 'utf8')), DOCUMENTS);
const approvals = createApprovals(APPROVALS);
const medicaid = withChanges(publicationOf('medicaid'), [
  '  managedCarePlan: MedicaidPlan',
  '  managedCarePlan: MedicaidPlan\n  planSince: Date',
]);

const cache: CheckCache = {};
console.log(
  `${documents.length} distinct documents, ${approvals.length} approvals, ${current.length} subgraphs in service`,
);
for (const [name, candidate] of [
  ['first check, a new subgraph', aging],
  ['second check, a changed one', medicaid],
  ['third check, the same again', medicaid],
] as const) {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const { findings, outcome } = checkPublication({ current, candidate, documents, approvals }, cache);
  const ms = Math.round(performance.now() - begun);
  const { user, system } = process.cpuUsage(cpu);
  const verdict = ms <= LIMIT_MS ? 'within' : 'OVER';
  console.log(
    `${name}: ${ms} ms, ${Math.round((user + system) / 1000)} ms of CPU (${verdict} the limit of ${LIMIT_MS} ms), ${outcome}, ${findings.length} findings`,
  );
}
