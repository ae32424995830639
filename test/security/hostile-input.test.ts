import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { idOf, type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { testSeed } from '../harness/propertySeed.ts';
import { fosterCare, idhsOfficer, indexSteward, type Who } from '../harness/requesters.ts';

const requesters: readonly Who[] = [
  fosterCare,
  { agency: 'DCFS', purpose: 'CHILD_PROTECTION', roles: ['INVESTIGATOR'] },
  idhsOfficer,
  indexSteward,
  { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] },
  { agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'], subject: `person:${idOf('ward')}` },
];

const texts: readonly unknown[] = [
  '',
  ' ',
  'a\0b',
  '\ud83d',
  '\u202eabc\u200b',
  "'; drop table person; --",
  '%_\\',
  '__proto__',
  'Zoë 😀 𝒳',
  '{"$ne":1}',
  '../../etc/passwd',
  'x'.repeat(20_000),
  '00000000-0000-4000-8000-000000000000',
  idOf('ward').toUpperCase(),
  'e30=',
  'WyIyMDI2IiwxLCIxIl0',
  12,
  { a: 1 },
  null,
];
const numbers: readonly unknown[] = [0, -1, 1, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e300, 1.5, '5', null];
const dates: readonly unknown[] = [
  '0000-01-01',
  '0001-01-01',
  '1582-10-10',
  '2026-02-30',
  '9999-12-31',
  '10000-01-01',
  '-000001-01-01',
  'tomorrow',
  '2026-01-02T00:00:00Z',
  20260102,
  null,
];
const instants: readonly unknown[] = [
  '0001-01-01T00:00:00Z',
  '0099-06-01T12:00:00Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-23:59',
  '2026-01-02T00:00:00.123456789-06:00',
  '2026-02-30T00:00:00Z',
  'infinity',
  '2026-01-02',
  1e20,
  null,
];
const hostileByType: Readonly<Record<string, readonly unknown[]>> = {
  Int: numbers,
  Float: numbers,
  Cents: numbers,
  Boolean: ['true', null, 1],
  Date: dates,
  DateTime: instants,
};

/** A failure that no input may cause, whatever the input is. */
const FAULTS: ReadonlySet<string> = new Set(['DATABASE_ERROR', 'INTERNAL_SERVER_ERROR', 'AUDIT_UNAVAILABLE']);

let system: Product;
let schema: GraphQLSchema;
beforeAll(async () => {
  system = await startProduct();
  const { data } = await system.ask(fosterCare, getIntrospectionQuery());
  schema = buildClientSchema(data as IntrospectionQuery);
}, 240_000);
afterAll(() => system?.stop());

/** A value that the type allows; includes optional parts of input objects only with `all`. */
function plain(type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return plain(type.ofType, depth);
  if (isListType(type)) return [plain(type.ofType, depth)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || depth === 0);
    return Object.fromEntries(fields.map((field) => [field.name, plain(field.type, depth + 1)]));
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
    case 'Cents':
      return 1;
    case 'Boolean':
      return false;
    case 'Date':
      return '2026-01-02';
    case 'DateTime':
      return '2026-01-02T00:00:00Z';
    case 'ID':
      return idOf('ward');
    default:
      return 'A text that says why.';
  }
}

/** Values of the whole argument, each with one hostile value at one place in it. */
function* hostile(type: GraphQLInputType): Generator<unknown> {
  if (isNonNullType(type)) yield* hostile(type.ofType);
  else if (isListType(type)) {
    yield [];
    yield Array.from({ length: 300 }, () => plain(type.ofType));
    for (const value of hostile(type.ofType)) yield [value];
  } else if (isInputObjectType(type)) {
    const base = plain(type) as Readonly<Record<string, unknown>>; // of an input object, an object
    for (const field of Object.values(type.getFields())) {
      for (const value of hostile(field.type)) yield { ...base, [field.name]: value };
    }
  } else if (isEnumType(type)) yield* ['NOBODY', 5, null];
  else yield* hostileByType[type.name] ?? texts;
}

function documentOf(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  args: readonly GraphQLArgument[],
) {
  const variables = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind}${variables === '' ? '' : ` (${variables})`} { ${field.name}${given === '' ? '' : `(${given})`}${selection} }`;
}

interface Case {
  readonly who: Who;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * A mutation costs much more than a query, so each place of its arguments gets one hostile value in six, in turn. The seed
 * says which; CI takes a fresh one.
 */
const EVERY = { query: 1, mutation: 6 };

/** Every root field and every place of its arguments, with hostile values, each as one of the requesters in turn. */
function* casesOf(kind: 'query' | 'mutation'): Generator<Case> {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  let turn = 0;
  for (const field of Object.values(root?.getFields() ?? {})) {
    const query = documentOf(kind, field, field.args);
    const base = Object.fromEntries(field.args.map(({ name, type }) => [name, plain(type)]));
    for (const who of requesters) yield { who, query, variables: base };
    for (const argument of field.args) {
      for (const value of hostile(argument.type)) {
        turn += 1;
        if (turn % EVERY[kind] !== testSeed % EVERY[kind]) continue;
        const who = requesters[Math.floor(turn / EVERY[kind]) % requesters.length] ?? fosterCare;
        yield { who, query, variables: { ...base, [argument.name]: value } };
      }
    }
  }
}

async function faultOf({ who, query, variables }: Case): Promise<string | undefined> {
  const { status, codes, text } = await post(system.url, system.token(who), { query, variables });
  if (status < 500 && !codes.some((code) => FAULTS.has(code))) return undefined;
  const body = JSON.stringify({ query, variables });
  const shown = body.length > 2_000 ? `${body.slice(0, 2_000)}...` : body;
  return `as ${who.agency} ${who.roles.join()} ${who.purpose}: ${shown} -> ${status} ${text.slice(0, 300)}`;
}

test.each(['query', 'mutation'] as const)(
  'no hostile value in any argument of a root field of %s is answered with a fault of ours',
  async (kind) => {
    const faults: string[] = [];
    const cases = casesOf(kind);
    let count = 0;
    const work = async (): Promise<void> => {
      for (const each of cases) {
        count += 1;
        const fault = await faultOf(each);
        if (fault !== undefined && faults.length < 40) faults.push(fault);
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    expect(count).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  },
  240_000,
);

test('a suspension for what is no code of an agency is refused: it would withhold nothing', async () => {
  const query = `mutation ($input: SuspendAccountingInput!) {
    suspendAccounting(input: $input) { suspension { recipientAgency } } }`;
  const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
  const until = new Date(system.clock.now().getTime() + 86_400_000).toISOString();
  const suspend = (recipientAgency: string) =>
    system.ask(auditor, query, {
      input: { personId: idOf('ward'), recipientAgency, until, reference: 'File 12' },
    });
  expect((await suspend('dcfs')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await suspend('DCFS')).data).toEqual({ suspendAccounting: { suspension: { recipientAgency: 'DCFS' } } });
});
