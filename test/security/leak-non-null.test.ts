import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';

interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly pension: { readonly status: string; readonly office: string | null; readonly number: string | null } | null;
}
const ada: Person = { id: 'p1', name: 'Ada', pension: { status: 'PAID', office: 'Peoria', number: 'N-1' } };
const bob: Person = { id: 'p2', name: 'Bob', pension: { status: 'ENDED', office: 'Quincy', number: 'N-2' } };
let people: readonly Person[] = [];

let product: GraphProduct;
beforeAll(async () => {
  const register = {
    name: 'register',
    // `compose --check` rejects guarded non-null fields; this schema was not checked.
    sdl: `
      type Query { people: [Person!] @tag(name: "public") }
      type Person @key(fields: "id") {
        id: ID! @tag(name: "public")
        name: String! @tag(name: "public")
        pension: Pension @policy(policies: [["register.pensions"]])
      }
      type Pension {
        status: String @policy(policies: [["register.pensions"]])
        office: String! @policy(policies: [["register.pensions"]])
        number: String! @policy(policies: [["register.numbers"]])
      }`,
    resolvers: { Query: { people: () => people } },
  };
  product = await startProduct({ systems: [register], engines: ['compiled', 'apollo'] });
  product.approve(aging, 'register.pensions');
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: a null in a non-null place takes what stands around it, so that what is missing there tells of a value that
 * is not shown: whether it exists, or whose it is.
 */
describe.each(['compiled', 'apollo'] as const)('a null where none may stand, %s engine', (engine) => {
  const ask = (query: string) => product.ask(aging, query, {}, { engine });
  beforeEach(() => {
    people = [ada, bob];
  });

  test('that a denial puts there removes nothing around it, and the field is not requested from any system', async () => {
    const query = '{ people { name pension { status number } } }';
    const { data, denied, answer, asked } = await ask(query);
    expect(data).toEqual({
      people: [
        { name: 'Ada', pension: { status: 'PAID', number: null } },
        { name: 'Bob', pension: { status: 'ENDED', number: null } },
      ],
    });
    expect(denied).toEqual([
      { path: ['people', '@', 'pension', 'number'], coordinate: 'Pension.number', reason: 'NO_APPROVAL' },
    ]);
    expect(answer.errors).toHaveLength(1);
    expect(asked).toContain('people');
    expect(asked).not.toContain('number');

    // Another population behind what is not shown: the agency lacks the numbers, and would take the pensions with them.
    people = [
      { ...ada, pension: { status: 'PAID', office: 'Peoria', number: null } },
      { ...bob, pension: { status: 'ENDED', office: 'Quincy', number: null } },
    ];
    expect((await ask(query)).answer.text).toBe(answer.text);
  });

  test('that an agency puts into an open field takes that object alone, without the agency’s words', async () => {
    people = [ada, { ...bob, pension: { status: 'ENDED', office: null, number: 'N-2' } }];
    const { data, denied, answer } = await ask('{ people { name pension { status office } } }');
    expect(data).toEqual({
      people: [
        { name: 'Ada', pension: { status: 'PAID', office: 'Peoria' } },
        { name: 'Bob', pension: null },
      ],
    });
    expect(denied).toEqual([]);
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/Quincy|ENDED|N-2|Cannot return null|Pension\.office/);
  });

  test('that removes the whole list does not change the errors about denials', async () => {
    const query = '{ people { name pension { number } } }';
    const { denied } = await ask(query);
    people = [ada, { ...bob, name: null }];
    const broken = await ask(query);
    expect(broken.data).toEqual({ people: null });
    expect(broken.denied).toEqual(denied);
    expect(broken.asked).not.toContain('number');
    expect(broken.answer.text).not.toMatch(/Ada|PAID|N-1|Cannot return null/);
  });
});
