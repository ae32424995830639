import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFields } from '../harness/openFields.ts';
import { idOf, type Product, startGateway, startProduct, type TestGateway } from '../harness/product/startProduct.ts';
import { isAskedToDecide, isLinkingKey, requestedCoordinates } from '../harness/requestedCoordinates.ts';
import { aging, childProtection, fosterCare, snapWorker, type Who } from '../harness/requesters.ts';

const requesters = { aging, childProtection, fosterCare, snapWorker };

/** Ways to write a question so that a guard might be overlooked. */
const operations: Readonly<Record<string, string>> = {
  'plain fields':
    'query ($id: ID!) { person(id: $id) { snap { status monthlyAllotment } medicaid { status diagnoses } } }',
  'relationships that lead to persons again': `query ($id: ID!) { person(id: $id) { relationships { kind person {
    birthDate snap { headOfHousehold { tanf { grantAmount payee { name { family } medicaid { status } } } } } } } } }`,
  'siblings of a case': `query ($id: ID!) { person(id: $id) { childWelfare { status finding siblings { id birthDate
    snap { status } childWelfare { investigationStatus } } } } }`,
  variables: `query ($id: ID!, $yes: Boolean = true, $no: Boolean = false) { person(id: $id) {
    snap @include(if: $yes) { status monthlyAllotment @skip(if: $no) } medicaid @include(if: $no) { status }
    tanf @skip(if: $yes) { status } education @skip(if: $no) @include(if: $yes) { status } } }`,
  'literals in directives': `query ($id: ID!) { person(id: $id) { snap @include(if: true) { status } medicaid @skip(if: true) { status }
    ... @include(if: false) { tanf { status } } ...A @skip(if: false) } } fragment A on Person { education { status } }`,
  'several persons': `query ($id: ID!) { persons(ids: [$id, "${idOf('ward')}"]) { snap { status } childWelfare { status } }
    household(id: "5b0d7c1e-93f4-4c2a-8e61-7a4f0d2b9c35") { id address { zip } members { birthDate snap { status } } } }`,
  'searching by a guarded field': `query ($id: ID!) { person(id: $id) { id } searchPersons(name: "Coleman", first: 3) { id snap { status } } }`,
  'looking up by a number': `query ($id: ID!) { person(id: $id) { id } snapCase(number: "08-0000437") { status members { birthDate } }
    medicaidRecipient(rin: "100000254") { status person { id snap { status } } } custodyRecord(idocNumber: "A00385") { status }
    student(sisId: "500000529") { status person { name { given } } } }`,
  'hard bars': `query ($id: ID!) { person(id: $id) { snap { status immigrationStatus domesticViolenceExclusion }
    medicaid { status hivDiagnoses substanceUseDiagnoses mentalHealthDiagnoses magiIncome }
    corrections { status gangAffiliation grievances disciplinaryRecord mentalHealthTreatment } childWelfare { status reporter } } }`,
};

describe.each(['compiled', 'apollo'] as const)('%s engine', (engine) => {
  let system: Product;
  let beside: TestGateway;
  beforeAll(async () => {
    system = await shared();
    beside = await startGateway(system, { engine });
    await beside.ready;
  }, 120_000);
  afterAll(() => beside?.stop());

  const ask = (who: Who, query: string) => beside.ask(who, query, { id: idOf('daughter') });

  // The stock engine plans on the thread that answers, a second for each: it is asked a few of them.
  const names = Object.keys(operations).filter((_, index) => engine === 'compiled' || index % 5 === 0);
  test.each(names)('no denied field is asked of any agency: %s', async (name) => {
    for (const [label, who] of Object.entries(requesters)) {
      const isOpen = openFields(who);
      const { result, requests } = await system.recordedDuring(() => ask(who, operations[name] ?? ''));
      expect([label, result.status]).toEqual([label, 200]);
      const asked = requests.flatMap((request) => [...requestedCoordinates(request)]);
      expect([label, asked.filter((coordinate) => !isOpen(coordinate) && !isLinkingKey(coordinate))]).toEqual([
        label,
        [],
      ]);
      // Part of every operation is denied to some requester. If all of it were, the test would prove nothing.
      if (who === fosterCare) expect(asked.length).toBeGreaterThan(1);
    }
  });

  test('an agency is sent its own numbers only: never the state-wide id, never another’s', async () => {
    const { requests } = await system.recordedDuring(() =>
      beside.ask(fosterCare, system.example.query, system.example.variables),
    );
    const sent = new Map<string, Set<string>>();
    for (const { subgraph, variables } of requests) {
      for (const representation of (variables.representations ?? []) as readonly object[]) {
        const names = sent.get(subgraph) ?? new Set();
        sent.set(subgraph, names);
        for (const name of Object.keys(representation)) names.add(name);
      }
    }
    expect(Object.fromEntries([...sent].map(([subgraph, names]) => [subgraph, [...names].sort()]))).toEqual({
      snap: ['__typename', 'snapClientId'],
      tanf: ['__typename', 'tanfClientId'],
      medicaid: ['__typename', 'medicaidRin'],
      corrections: ['__typename', 'idocNumber'],
      education: ['__typename', 'sisId'],
      weatherization: ['__typename', 'energyClientId'],
      childwelfare: ['__typename', 'cypId'],
    });
    for (const request of requests) {
      const { subgraph, query, variables } = request;
      // The person index knows every person by this id, and consents are on file under it.
      if (subgraph === 'identity' || (subgraph === 'emou' && isAskedToDecide(request))) continue;
      const text = JSON.stringify([query, variables]);
      for (const { id } of system.example.persons) expect(text).not.toContain(id);
    }
  });
});

let starting: Promise<Product> | undefined;
function shared(): Promise<Product> {
  starting ??= startProduct();
  return starting;
}
afterAll(async () => (await starting)?.stop());
