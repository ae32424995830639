import { describe, expect, test } from '@jest/globals';
import { send } from './refused.ts';

describe('an operation', () => {
  test.each([
    ['an unknown field', '{ persn(id: "x") { id } }'],
    ['an unknown argument', '{ person(id: "x", idx: "y") { id } }'],
    ['an unknown type', '{ person(id: "x") { ... on Persn { id } } }'],
    ['an unknown fragment', '{ person(id: "x") { ...nobody } }'],
    ['an unknown directive', '{ person(id: "x") { id @policy(policies: []) } }'],
    ['a deferred fragment', '{ person(id: "x") { ... @defer { id } } }'],
    [
      'fragments in a circle',
      '{ person(id: "x") { ...a } } fragment a on Person { ...b } fragment b on Person { ...a }',
    ],
    ['no selection of an object', '{ person(id: "x") }'],
    ['a variable nobody declared', '{ person(id: $id) { id } }'],
    ['a subscription', 'subscription { person(id: "x") { id } }'],
  ])('with %s is refused without a hint at the schema', async (_, query) => {
    expect(await send(query)).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  });

  test.each([
    ['nothing at all', ''],
    ['half a query', '{ person(id: "x") {'],
    ['no query', 'person'],
    ['a NUL', '{ person(id: "x") \u0000 { id } }'],
  ])('of %s is refused', async (_, query) => {
    const [status, codes] = await send(query);
    expect(status).toBe(400);
    expect(['GRAPHQL_PARSE_FAILED', 'BAD_REQUEST']).toContain(codes[0]);
  });

  test.each([
    ['missing', 'query ($id: ID!) { person(id: $id) { id } }', {}],
    ['null', 'query ($id: ID!) { person(id: $id) { id } }', { id: null }],
    ['an object', 'query ($id: ID!) { person(id: $id) { id } }', { id: { $ne: 1 } }],
    ['no value of its enum', 'query ($a: AgencyCode) { approvals(requestingAgency: $a) { id } }', { a: 'DCFSX' }],
    [
      'no field of its input',
      'mutation ($i: RevokeApprovalInput!) { revokeApproval(input: $i) { approvalRevision } }',
      { i: { approvalID: 'x', reason: 'y' } },
    ],
  ])('with a variable that is %s is refused', async (_, query, variables) => {
    expect(await send(query, variables)).toEqual([400, ['BAD_USER_INPUT']]);
  });

  const nested = (depth: number) => {
    let inner = 'id';
    for (let level = 0; level < depth; level++) inner = `household { members { ${inner} } }`;
    return `{ person(id: "x") { ${inner} } }`;
  };
  const bomb = (levels: number) => {
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment f${n} on Person { ...f${n + 1} ... { ...f${n + 1} } }`,
    );
    return `{ person(id: "x") { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Person { id }`;
  };
  test.each([
    ['too deep', nested(20), ['OPERATION_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']],
    [
      'too deep through fragments',
      `{ person(id: "x") { ...f0 } } ${Array.from({ length: 9 }, (_, n) => `fragment f${n} on Person { household { members { ...f${n + 1} } } }`).join(' ')} fragment f9 on Person { id }`,
      ['OPERATION_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'one field under hundreds of names',
      `{ ${Array.from({ length: 150 }, (_, n) => `a${n}: person(id: "x") { id }`).join(' ')} }`,
      ['OPERATION_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED'],
    ],
    ['fragments that double at every level', bomb(30), ['OPERATION_TOO_COMPLEX']],
    ['thousands of words', `{ ${'__typename '.repeat(20_000)} }`, ['GRAPHQL_PARSE_FAILED']],
    [
      'deep into introspection',
      `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'a list nested ten thousand times',
      `{ persons(ids: ${'['.repeat(4_000)}${']'.repeat(4_000)}) { id } }`,
      ['OPERATION_TOO_COMPLEX'],
    ],
  ])('%s is refused, and soon', async (_, query, codes) => {
    const startedAt = Date.now();
    const [status, found] = await send(query);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(codes).toContain(found[0]);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });
});
