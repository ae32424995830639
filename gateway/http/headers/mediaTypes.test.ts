import { expect, test } from '@jest/globals';
import { jsonCharset, negotiateContentType } from './mediaTypes.ts';

const json = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

test.each<[string | undefined, string | undefined]>([
  [undefined, json],
  ['', json],
  ['*/*', json],
  ['application/json', json],
  ['APPLICATION/JSON', json],
  ['application/json; charset=utf-8', json],
  ['application/*', json],
  ['text/html, */*;q=0.1', json],
  ['application/graphql-response+json', graphql],
  ['application/graphql-response+json; charset=utf-8', graphql],
  ['application/graphql-response+json, application/json;q=0.9', graphql],
  ['application/graphql-response+json;q=0.4, application/json;q=0.5', json],
  ['application/graphql-response+json;q=0.3, */*;q=0.2', graphql],
  ['application/json;q=0, */*', graphql],
  ['application/json;q=0', undefined],
  ['*/*;q=0', undefined],
  ['text/html', undefined],
  ['multipart/mixed', undefined],
  ['not a media type', undefined],
])('a client that accepts %j gets %j', (accept, contentType) => {
  expect(negotiateContentType(accept)).toBe(contentType);
});

test.each<[string | undefined, string | undefined]>([
  ['application/json', 'utf-8'],
  ['Application/JSON;charset=UTF-8', 'utf-8'],
  ['application/json; charset="utf-16"', 'utf-16'],
  ['application/json; profile=x', 'utf-8'],
  ['application/json;', 'utf-8'],
  ['application/graphql-response+json', undefined],
  ['application/vnd.api+json', undefined],
  ['text/plain', undefined],
  ['json', undefined],
  ['', undefined],
  [undefined, undefined],
])('the content type %j means JSON in %j', (contentType, charset) => {
  expect(jsonCharset(contentType)).toBe(charset);
});
