import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { signatories } from '../../schema/catalog/agencies.ts';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import type { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import type { Answer } from '../harness/answer.ts';
import { expectNoValueInLog } from '../harness/noValueInLog.ts';
import { idOf, type Product, startGateway, startProduct, type TestGateway } from '../harness/product/startProduct.ts';
import '../harness/propertySeed.ts';
import { createLogReader } from '../harness/recordsOf.ts';
import {
  aging,
  childProtection,
  energyAssistance,
  fosterCare,
  reentry,
  schoolSupport,
  type Who,
} from '../harness/requesters.ts';
import { expectAnswerOfReference, expectNothingDeniedAsked } from './harness/answerOfReference.ts';
import { expectedRecords, readsTheLog, tellingOperation } from './harness/expectedRecords.ts';
import { type RandomOperation, randomOperation } from './harness/randomOperation.ts';

const STEPS = 50;
/** The stock engine plans an operation of this graph for a second and more, so that it answers every tenth step. */
const STOCK_ENGINE_EVERY = 10;

const owners: readonly Who[] = readDatasetCatalogue(datasetsDirectory).systems.flatMap(
  ({ owner, ownerPurposes, ownerRoles }) =>
    // Owners are signatories.
    ownerPurposes.map((purpose) => ({ agency: owner as Who['agency'], purpose, roles: ownerRoles.slice(0, 1) })),
);
const requesters: readonly Who[] = [
  fosterCare,
  childProtection,
  schoolSupport,
  reentry,
  energyAssistance,
  aging,
  { agency: signatories[9].code, purpose: 'EMERGENCY', roles: [] },
  ...owners,
];
const variables = {
  id: idOf('daughter'),
  ids: [idOf('ward'), idOf('partner'), '00000000-0000-4000-8000-000000000000'],
  household: '5b0d7c1e-93f4-4c2a-8e61-7a4f0d2b9c35',
};
const argumentsByField: Readonly<Record<string, string>> = {
  'Query.snapCase': '(number: "08-0000437")',
  'Query.tanfCase': '(number: "04-0000291")',
  'Query.medicaidRecipient': '(rin: "100000254")',
  'Query.custodyRecord': '(idocNumber: "A00385")',
  'Query.student': '(sisId: "500000529")',
  'Query.energyApplication': '(number: "IL-0000758")',
  'Query.childWelfareCase': '(number: "0000614-A")',
  'Query.consents': '(personId: $id)',
  'Query.person': '(id: $id)',
  'Query.persons': '(ids: $ids)',
  'Query.household': '(id: $household)',
  'Query.searchPersons': '(name: "Coleman", first: 3)',
  'Query.accessRequest': '(id: $id)',
};
const argumentsOf = (coordinate: string): string => argumentsByField[coordinate] ?? '';

describe('a random walk over operations of any requester', () => {
  let system: Product;
  let stock: TestGateway;
  let schema: GraphQLSchema;
  let newRecords: () => Promise<readonly DisclosureRecord[]>;
  let recorded = 0;
  let foundEmpty = 0;
  beforeAll(async () => {
    // Operations also select what the comparison needs.
    system = await startProduct({ limits: { maxAliases: 10_000, maxTokens: 100_000, maxBodyBytes: 1_000_000 } });
    stock = await startGateway(system, { engine: 'apollo' });
    await stock.ready;
    const { data } = await system.ask(aging, getIntrospectionQuery());
    schema = buildClientSchema(data as IntrospectionQuery); // the answer to exactly that query
    newRecords = createLogReader(system.ledger.auditUrl, system.ledger.origin);
  }, 120_000);
  afterAll(async () => {
    await stock?.stop();
    await system?.stop();
  });

  /** What the answer shows of whom is in the log of disclosures, and nothing else is. */
  async function expectRecorded(who: Who, operation: string, given: Readonly<Record<string, unknown>>): Promise<void> {
    const query = tellingOperation(schema, operation);
    const { result: answer, requests } = await system.recordedDuring(() => system.ask(who, query, given));
    expectNothingDeniedAsked(who, requests);
    if (answer.data === undefined) return;
    const pseudonymOf = (id: string) => personPseudonym(system.ledger.pseudonymKeys[0], id).toString('base64url');
    const wanted = new Map(
      [...expectedRecords(schema, query, answer)].map(([person, { shown, empty }]) => [
        person === '' ? '' : pseudonymOf(person),
        [[...shown].sort(), [...empty].sort()],
      ]),
    );
    const about = (await recordsAbout(answer)).filter(({ kind }) =>
      ['disclosure', 'log-reading', 'break-glass'].includes(kind),
    );
    const found = new Map(
      about.map(({ person, disclosed, empty }) => [person ?? '', [fieldsOf(disclosed), fieldsOf(empty)]]),
    );
    expect(found.size).toBe(about.length);
    expect(found).toEqual(wanted);
    recorded += found.size;
    foundEmpty += about.filter(({ empty = [] }) => empty.length > 0).length;
  }

  /** One request at a time is made here: its records are the newest. */
  async function recordsAbout({ headers }: Answer): Promise<readonly DisclosureRecord[]> {
    return (await newRecords()).filter(({ request }) => request === headers.get('x-request-id'));
  }

  test('finds that nothing is recorded as empty by a fixed operation, too, and not by chance alone', async () => {
    await expectRecorded(
      fosterCare,
      'query ($ids: [ID!]!) { persons(ids: $ids) { corrections { status } } }',
      variables,
    );
    expect(foundEmpty).toBeGreaterThan(0);
  });

  test(`finds at each of ${STEPS} steps the reference's answer, nothing denied asked, engines that agree, and what was shown recorded`, async () => {
    let steps = 0;
    const tapes = fc.array(fc.nat({ max: 5_000 }), { minLength: 20, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(tapes, fc.constantFrom(...requesters), async (tape, who) => {
        const operation = randomOperation(schema, tape, argumentsOf, variables);
        const ask = (gateway: Pick<TestGateway, 'ask'>) => gateway.ask(who, operation.query, operation.variables);
        const { result: answer, requests } = await system.recordedDuring(() => ask(system));
        expectAnswerOfReference(who, operation, answer);
        expectNothingDeniedAsked(who, requests);
        await expectRecorded(who, operation.query, operation.variables);
        if (steps++ % STOCK_ENGINE_EVERY === 0) {
          const { data, places } = await ask(stock);
          const withoutLog = (found: unknown) => withoutReadings(found, operation);
          expect([operation.query, withoutLog(data), places]).toEqual([
            operation.query,
            withoutLog(answer.data),
            answer.places,
          ]);
        }
      }),
      { numRuns: STEPS, verbose: 1 },
    );
    // Every step was made: none was left out for want of time.
    expect(steps).toBe(STEPS);
    expect(recorded).toBeGreaterThan(STEPS / 2);
  }, 400_000);

  test('leaves no value of the population, of any system, in the log', () => expectNoValueInLog(system));
});

/** The data without what it shows of the log, which holds more at the second of two equal requests. */
function withoutReadings(data: unknown, { fields }: RandomOperation): unknown {
  const readings = fields.filter(({ coordinate }) => readsTheLog.has(coordinate)).map(({ place }) => place);
  const entries = Object.entries(data ?? {});
  return Object.fromEntries(entries.filter(([key]) => !readings.includes(key)));
}

function fieldsOf(groups: readonly { readonly fields: readonly string[] }[] = []): readonly string[] {
  return groups.flatMap(({ fields }) => fields).sort();
}
