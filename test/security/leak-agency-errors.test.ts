import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import type { Behavior } from '../harness/product/subgraphProxy.ts';
import { aging } from '../harness/requesters.ts';
import { benefits } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits, engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterEach(() => product?.proxy('payments').behave({ kind: 'pass' }));
afterAll(() => product?.stop());

const secret = 'SECRET-of-the-agency 123-45-6789 select * from client';
const json = (value: unknown, status = 200): Behavior => ({ kind: 'answer', status, body: JSON.stringify(value) });
const failing = (error: unknown) => json({ data: { _entities: [null, null] }, errors: [error] });
const entities = (entity: object) => json({ data: { _entities: [entity, entity] } });

/** A system's response, and the codes of which the caller may get one; none if the response can be used. */
const answers: Readonly<Record<string, readonly [Behavior, ...string[]]>> = {
  'in the message and the extensions of an error': [
    json({ data: null, errors: [{ message: secret, extensions: { code: 'DATABASE_ERROR', stacktrace: [secret] } }] }),
    'DATABASE_ERROR',
  ],
  'as the code of an error': [
    json({ data: null, errors: [{ message: secret, extensions: { code: secret } }] }),
    'SUBGRAPH_ERROR',
  ],
  'in the path of an error': [failing({ message: secret, path: ['_entities', 0, secret] }), 'SUBGRAPH_ERROR'],
  'as an object in the path': [
    failing({ message: secret, path: ['_entities', 0, { [secret]: 1 }] }),
    'SUBGRAPH_ERROR',
    'SUBGRAPH_INVALID_RESPONSE',
  ],
  'as the path itself': [
    failing({ message: secret, path: secret, locations: secret }),
    'SUBGRAPH_ERROR',
    'SUBGRAPH_INVALID_RESPONSE',
  ],
  'as an error that is a text': [failing(secret), 'SUBGRAPH_ERROR', 'SUBGRAPH_INVALID_RESPONSE'],
  'instead of a list of errors': [
    json({ data: { _entities: [null, null] }, errors: secret, extensions: { secret } }),
    'SUBGRAPH_INVALID_RESPONSE',
  ],
  'as a page for people': [
    { kind: 'answer', status: 502, body: `<html>${secret}</html>`, contentType: 'text/html' },
    'SUBGRAPH_INVALID_RESPONSE',
    'SUBGRAPH_UNAVAILABLE',
  ],
  'while it refuses the grant': [json({ errors: [{ message: secret }] }, 401), 'SUBGRAPH_REFUSED', 'SUBGRAPH_ERROR'],
  'instead of an object': [json([secret]), 'SUBGRAPH_INVALID_RESPONSE'],
  'instead of data': [json({ data: secret }), 'SUBGRAPH_INVALID_RESPONSE'],
  'instead of entities': [json({ data: { _entities: { benefit: secret } } }), 'SUBGRAPH_INVALID_RESPONSE'],
  'in fields that nobody asked for': [
    entities({ benefit: { status: 'PAID', amount: 1, officer: secret }, birthDate: secret, name: secret }),
  ],
  'beside its data': [
    json({ data: { _entities: [null, null], other: secret }, extensions: { secret, tracing: [secret] } }),
  ],
};

/** The attack: an agency's system is made to fail, and what it says of itself (statements, stacks, persons) is read. */
describe.each(['compiled', 'apollo'] as const)('what an agency says besides its data, %s engine', (engine) => {
  const ask = () => product.ask(aging, '{ everybody { name birthDate benefit { status } } }', {}, { engine });

  test.each(Object.keys(answers))('does not come to the caller: %s', async (name) => {
    const [behavior, ...codes] = answers[name] ?? [];
    product.proxy('payments').behave(behavior ?? { kind: 'pass' });
    const { answer, data, denied, requests } = await ask();
    expect(answer.text).not.toMatch(/SECRET|123-45|select|127\.0\.0\.1|stack|tracing/);
    // The other system's part is shown, denied fields stay denied, and the failing system was not queried for them.
    const benefit = codes.length === 0 && name.includes('fields') ? { status: 'PAID' } : null;
    expect(data).toEqual({
      everybody: ['Ada', 'Bob'].map((person) => ({ name: person, birthDate: null, benefit })),
    });
    expect(denied.map(({ coordinate }) => coordinate)).toEqual(['Person.birthDate']);
    expect(requests.map(({ subgraph }) => subgraph)).toContain('payments');
    const failures = answer.errors.filter(({ extensions }) => extensions.code !== 'UNAUTHORIZED_FIELD_OR_TYPE');
    expect(failures.length > 0).toBe(codes.length > 0);
    for (const { extensions } of failures) {
      expect(codes).toContain(extensions.code);
      expect(extensions).toEqual({ code: extensions.code, service: 'payments' });
    }
  });

  test('leaves nothing behind: once it answers again, so does the gateway', async () => {
    const { answer } = await ask();
    expect(answer.errors.map(({ extensions }) => extensions.coordinate)).toEqual(['Person.birthDate']);
  });
});
