import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';
import { files } from './harness/files.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: [...benefits, ...files], engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/** The attack: a denied field stands in a fragment without a type, of its own type, with a name, or in one within another. */
describe.each(['compiled', 'apollo'] as const)('a denied field in a fragment, %s engine', (engine) => {
  const ask = (query: string) => product.ask(aging, query, { id: ada }, { engine });
  const places = (denied: Awaited<ReturnType<typeof ask>>['denied']) =>
    denied.map(({ path, coordinate }) => `${coordinate} at ${path.join('.')}`).sort();

  test.each([
    [
      'without a type',
      'query ($id: ID!) { ... { person(id: $id) { ... { name ... { birthDate } benefit { ... { status ... { amount } } } } } } }',
    ],
    [
      'of its own type',
      `query ($id: ID!) { ... on Query { person(id: $id) { ... on Person { name birthDate ... on Person {
         benefit { ... on Benefit { status amount } } } } } } }`,
    ],
    [
      'with a name',
      'query ($id: ID!) { person(id: $id) { ...A } } fragment A on Person { name birthDate benefit { status amount } }',
    ],
    [
      'in fragments within fragments',
      `query ($id: ID!) { ...R } fragment C on Benefit { ... { ...D } } fragment D on Benefit { status ... { amount } }
       fragment R on Query { person(id: $id) { ...A } } fragment A on Person { name ...B }
       fragment B on Person { ... on Person { birthDate } benefit { ...C } }`,
    ],
    [
      'next to the open ones in another',
      `query ($id: ID!) { person(id: $id) { ...Open ...Denied } } fragment Open on Person { name benefit { status } }
       fragment Denied on Person { birthDate benefit { amount } }`,
    ],
    [
      'twice, once left out and once not',
      `query ($id: ID!, $no: Boolean = false) { person(id: $id) { ...A @include(if: $no) ...A @skip(if: $no) } }
       fragment A on Person { name birthDate benefit { status amount } }`,
    ],
  ])('%s stays null, and is asked of nobody', async (_, query) => {
    const { data, denied, answer, asked } = await ask(query);
    expect(data).toEqual({
      person: { name: 'Ada', birthDate: null, benefit: { status: secrets.status, amount: null } },
    });
    expect(places(denied)).toEqual(['Benefit.amount at person.benefit.amount', 'Person.birthDate at person.birthDate']);
    expect(answer.text).not.toMatch(new RegExp(`${secrets.birthDate}|${secrets.amount}`));
    expect(asked).toContain('status');
    expect(asked).not.toMatch(/birthDate|amount/);
  });

  test('is denied at every place where the fragment is used', async () => {
    const { data, denied, asked } = await ask(
      'query ($id: ID!) { person(id: $id) { ...A friends { ...A } } } fragment A on Person { name birthDate }',
    );
    expect(data).toEqual({ person: { name: 'Ada', birthDate: null, friends: [{ name: 'Bob', birthDate: null }] } });
    expect(places(denied)).toEqual([
      'Person.birthDate at person.birthDate',
      'Person.birthDate at person.friends.@.birthDate',
    ]);
    expect(asked).not.toContain('birthDate');
  });

  test.each([
    ['no type', '{ files { ... { title } } }'],
    ['the interface', '{ files { ... on File { title } } }'],
    ['the kind itself', '{ files { ... on Letter { title } ... on Record { title } ... on Sealed { title } } }'],
    [
      'names',
      '{ files { ...A } } fragment A on File { ...B } fragment B on File { title ...C } fragment C on Sealed { title }',
    ],
    ['nesting', '{ files { ... on File { ... on Sealed { ... on File { title } } ... on File { title } } } }'],
  ])('on an interface, fragments of %s let nothing through', async (_, query) => {
    const { data, asked } = await ask(query);
    expect(data).toEqual({ files: [{ title: 'a letter' }, { title: null }] });
    expect(asked).toContain('title');
    expect(asked).not.toMatch(/on (Record|Sealed|File) *\{[^}]*title|files *\{ *title/);
  });
});
