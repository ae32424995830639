import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { signatories } from '../../schema/agencies.ts';
import { readDatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import { type AnswerError, shownPlaces } from '../harness/answer.ts';
import { askedCoordinates, isLinkingKey } from '../harness/askedCoordinates.ts';
import { openFields } from '../harness/openFields.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { casesOf } from '../harness/propertySeed.ts';
import { type RandomOperation, randomOperation } from '../harness/randomOperation.ts';
import {
  aging,
  childProtection,
  energyAssistance,
  fosterCare,
  reentry,
  schoolSupport,
  type Who,
} from '../harness/requesters.ts';

const runs = casesOf(100);
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

describe('any operation of any requester', () => {
  let system: Product;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    system = await startProduct();
    const { data } = await system.ask(aging, getIntrospectionQuery());
    schema = buildClientSchema(data as IntrospectionQuery); // the answer to exactly that query
  }, 120_000);
  afterAll(() => system?.stop());

  const variables = {
    id: idOf('daughter'),
    ids: [idOf('ward'), idOf('partner'), '00000000-0000-4000-8000-000000000000'],
    household: '5b0d7c1e-93f4-4c2a-8e61-7a4f0d2b9c35',
  };
  const numbers: Readonly<Record<string, string>> = {
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
  const argumentsOf = (coordinate: string): string => numbers[coordinate] ?? '';

  async function check(operation: RandomOperation, who: Who): Promise<void> {
    const isOpen = openFields(who);
    const { result: answer, requests } = await system.recordedDuring(() =>
      system.ask(who, operation.query, operation.variables),
    );
    expect(answer.status).toBe(200);

    // No agency is asked for what is denied.
    const asked = new Set(requests.flatMap((request) => [...askedCoordinates(request)]));
    expect([...asked].filter((coordinate) => !isOpen(coordinate) && !isLinkingKey(coordinate))).toEqual([]);

    // What is shown is open, and so is everything on the way to it.
    const shown = shownPlaces(answer.data);
    const reachable = ({ within }: { readonly within: readonly string[] }) => within.every(isOpen);
    const open = new Set(
      operation.fields
        .filter((field) => field.included && reachable(field) && isOpen(field.coordinate))
        .map(({ place }) => place),
    );
    const unexpected = [...shown].filter((place) => {
      const last = place.split('.').pop() ?? '';
      if (['@', '__typename', 't1'].includes(last) || /^(anchor|anchors|house)\b/.test(place)) return false;
      return !open.has(place);
    });
    expect(unexpected).toEqual([]);

    // One error for each denied coordinate and place, whatever the data; one that depends on the person is at a real position.
    const denied = new Set(
      operation.fields
        .filter((field) => field.included && reachable(field) && !isOpen(field.coordinate))
        .map(({ place, coordinate }) => `${coordinate} at ${place}`),
    );
    const denials = answer.errors.filter(({ extensions }) => extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE');
    const isOfPerson = (error: AnswerError) => error.extensions.reason === 'CONDITION_NOT_MET';
    expect(denials.filter(isOfPerson).filter(({ extensions }) => !isOpen(String(extensions.coordinate)))).toEqual([]);
    const told = denials
      .filter((error) => !isOfPerson(error))
      .map(({ path, extensions }) => `${extensions.coordinate} at ${(path ?? []).join('.')}`);
    expect(told.sort()).toEqual([...denied].sort());
    // The registers are public, and refuse by the caller's role what only some may read of them.
    expect(answer.errors.filter((error) => !denials.includes(error) && error.extensions.code !== 'FORBIDDEN')).toEqual(
      [],
    );
  }

  test(`is shown only what is open, and no agency is asked for anything else (${runs} runs)`, async () => {
    let checked = 0;
    const tapes = fc.array(fc.nat({ max: 5_000 }), { minLength: 20, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(tapes, fc.constantFrom(...requesters), async (tape, who) => {
        await check(randomOperation(schema, tape, argumentsOf, variables), who);
        checked++;
      }),
      { numRuns: runs, verbose: 1 },
    );
    // Every run was made: none was left out for want of time.
    expect(checked).toBe(runs);
  }, 400_000);
});
