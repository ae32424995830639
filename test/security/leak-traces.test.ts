import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits, engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: the operator of a system, or of the service that gathers its traces, reads in the headers of calls what a
 * caller's program put there, whom the caller asked about, or the caller's own token.
 */
describe.each(['compiled', 'apollo'] as const)('headers of the calls to agencies, %s engine', (engine) => {
  const secret = 'Xyzzy-4711';
  const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const ask = (headers: Readonly<Record<string, string>>) =>
    product.ask(
      aging,
      'query ($id: ID!) { person(id: $id) { name benefit { status } } }',
      { id: ada },
      { engine, headers },
    );

  test('hold nothing of what a caller sends but a trace’s number', async () => {
    const { data, requests, answer } = await ask({
      traceparent: trace,
      tracestate: `vendor=${secret}`,
      baggage: `person=${secret},id=${ada}`,
      b3: secret,
      cookie: `session=${secret}`,
      'x-request-id': secret,
      'x-forwarded-for': '198.51.100.7',
      'case-id': secret,
      'apollographql-client-name': secret,
      'user-agent': secret,
    });
    expect(data).toEqual({ person: { name: 'Ada', benefit: { status: secrets.status } } });
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['people', 'payments']);
    for (const { headers } of requests) {
      const { authorization = '', ...rest } = headers;
      const { traceparent, ...others } = rest;
      expect([undefined, trace]).toContain(traceparent);
      expect(JSON.stringify(others)).not.toMatch(new RegExp([secret, ada, '198\\.51', 'Ada'].join('|'), 'i'));
      // The grant is the gateway's own, and names neither the person nor the other claims of the caller's token.
      expect(authorization).not.toBe(`Bearer ${product.token(aging)}`);
      const grant = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
      expect(JSON.parse(grant)).toMatchObject({ agency: aging.agency, purpose: aging.purpose });
      expect(grant).not.toMatch(new RegExp([secret, ada, secrets.status].join('|')));
    }
    expect([...answer.headers].join()).not.toContain(secret);
  });

  test.each([
    ['a text', secret],
    ['a number with a text after it', `${trace}-${secret}`],
    ['another version', `cc${trace.slice(2)}`],
    ['two', `${trace}, ${trace}`],
    ['letters that are none of a number', trace.replace('b7ad', 'Xyzz')],
  ])('hold no trace’s number that is none: %s', async (_, traceparent) => {
    const { requests } = await ask({ traceparent });
    expect(requests).toHaveLength(2);
    for (const { headers } of requests) expect(headers.traceparent).toBeUndefined();
  });
});
