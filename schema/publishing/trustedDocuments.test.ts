import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { MOST_DOCUMENTS, readManifest, readManifestText } from './trustedDocuments.ts';

const sha = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');
const child = 'query Child($id: ID!) { person(id: $id) { ...Name } }\nfragment Name on Person { id }';
const forget = 'mutation Forget($id: ID!) { forget(id: $id) }';
const operation = (body: string, name: string, type = 'query', id = sha(body)) => ({ id, name, type, body });
const apollo = (...operations: readonly object[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations,
});

describe('a manifest', () => {
  const documents = [
    { hash: `sha256:${sha(child)}`, name: 'Child', text: child },
    { hash: `sha256:${sha(forget)}`, name: 'Forget', text: forget },
  ];

  test('of the client preset is read, with and without the prefix of its hashes', () => {
    expect(readManifest({ [sha(child)]: child, [`sha256:${sha(forget)}`]: forget })).toEqual(documents);
  });

  test('of Apollo is read', () => {
    expect(readManifest(apollo(operation(child, 'Child'), operation(forget, 'Forget', 'mutation')))).toEqual(documents);
  });

  test.each<readonly [string, unknown, RegExp]>([
    ['a hash of another text', { [sha(child)]: forget }, /is not the SHA-256 of its text/],
    ['a changed space', { [sha(child)]: `${child} ` }, /is not the SHA-256 of its text/],
    ['a SHA-1', { [sha(child, 'sha1')]: child }, /hashAlgorithm: 'sha256'/],
    ['a hash in capitals', { [sha(child).toUpperCase()]: child }, /no SHA-256 hash/],
    ['an inherited name', JSON.parse(`{"__proto__": ${JSON.stringify(child)}}`), /"__proto__" is no SHA-256/],
    ['two operations', manifestOf(`${child} ${forget}`), /has 2 operations/],
    ['no operation', manifestOf('fragment Name on Person { id }'), /has 0 operations/],
    ['an operation without a name', manifestOf('{ person { id } }'), /has no name/],
    ['a text that is no GraphQL', manifestOf('query Child {'), /is not GraphQL: Syntax Error/],
    ['deep nesting', manifestOf(`query Child ${'{a'.repeat(9_000)}`), /not GraphQL|cannot be read/],
    ['a character that cannot be stored', manifestOf(`${child} #\0`), /cannot be stored/],
    ['a long document', manifestOf(`${child} #${'x'.repeat(100_000)}`), /the most is 100000/],
    ['one name twice', { ...manifestOf(child), ...manifestOf(`${child} `) }, /Two documents .* named Child/],
    ['nothing', {}, /holds no documents/],
    ['a list', [child], /client preset/],
    ['no text', { [sha(child)]: 7 }, /client preset/],
    ['another version of Apollo', { ...apollo(operation(child, 'Child')), version: 2 }, /version 1/],
    [
      'a name that the text has not',
      apollo(operation(child, 'Other')),
      /says that .* Other, but its text is query Child/,
    ],
    ['a type that the text has not', apollo(operation(forget, 'Forget')), /its text is mutation Forget/],
    [
      'a hash of Apollo of another text',
      apollo(operation(child, 'Child', 'query', sha(forget))),
      /SHA-256 of its text/,
    ],
  ])('with %s is refused', (_, manifest, message) => {
    expect(() => readManifest(manifest)).toThrow(message);
  });

  test('with too many documents or characters is refused', () => {
    const many = (count: number, filling: string): Record<string, string> =>
      Object.assign({}, ...Array.from({ length: count }, (_, at) => manifestOf(`query Q${at} { a } #${filling}`)));
    expect(readManifest(many(MOST_DOCUMENTS, ''))).toHaveLength(MOST_DOCUMENTS);
    expect(() => readManifest(many(MOST_DOCUMENTS + 1, ''))).toThrow(/the most is 2000/);
    expect(() => readManifest(many(90, 'x'.repeat(90_000)))).toThrow(/characters; the most is 8000000/);
  });

  test('that is no JSON is refused', () => {
    expect(() => readManifestText('{')).toThrow(/not JSON/);
  });
});

function manifestOf(text: string): Record<string, string> {
  return { [sha(text)]: text };
}
