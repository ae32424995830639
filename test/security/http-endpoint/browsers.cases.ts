import { describe, expect, test } from '@jest/globals';
import { fosterCare } from '../../harness/requesters.ts';
import { system } from './endpoints.ts';

describe('a browser', () => {
  const page = 'http://localhost:5173';
  const preflight = (url: string, origin: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,purpose-of-use',
      },
    });
  const cors = ({ headers }: Response) => ({
    origin: headers.get('access-control-allow-origin'),
    credentials: headers.get('access-control-allow-credentials'),
    vary: headers.get('vary')?.split(', ')[0],
  });

  test('has its preflight answered without a token, for an allowed origin', async () => {
    const response = await preflight(system.url, page);
    expect(response.status).toBe(204);
    expect(cors(response)).toEqual({ origin: page, credentials: null, vary: 'Origin' });
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
  });

  test.each(['https://example.org', 'null', 'http://localhost.example.org', 'http://127.0.0.1.example.org:80'])(
    'is told nothing for the origin %s, before and with the request',
    async (origin) => {
      expect(cors(await preflight(system.url, origin))).toEqual({ origin: null, credentials: null, vary: 'Origin' });
      const response = await fetch(system.url, { method: 'POST', headers: { origin } });
      expect(cors(response)).toEqual({ origin: null, credentials: null, vary: 'Origin' });
    },
  );

  // Three kinds of requests: the plain POST, one that accepts the newer media type, and GET.
  const requests: Readonly<Record<string, (token: string | undefined) => Promise<Response>>> = {
    'a plain POST': (token) => send('POST', token, { accept: 'application/json' }),
    'a POST that accepts the newer media type': (token) =>
      send('POST', token, { accept: 'application/graphql-response+json, application/json;q=0.9' }),
    'a GET': (token) => send('GET', token, { accept: 'application/graphql-response+json' }),
  };
  function send(method: string, token: string | undefined, headers: Readonly<Record<string, string>>) {
    const query = '{ agencies { code } }';
    return fetch(method === 'GET' ? `${system.url}?query=${encodeURIComponent(query)}` : system.url, {
      method,
      headers: {
        ...headers,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        origin: page,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify({ query }) }),
    });
  }
  test.each(Object.keys(requests))('can read the response to %s, and the request id with it', async (kind) => {
    const response = await requests[kind]?.(system.token(fosterCare));
    expect(response?.status).toBe(200);
    expect(response === undefined ? undefined : cors(response)).toEqual({
      origin: page,
      credentials: null,
      vary: 'Origin',
    });
    expect(response?.headers.get('access-control-expose-headers')).toContain('x-request-id');
    expect(response?.headers.get('x-request-id')).not.toBeNull();
  });

  test.each(Object.keys(requests))('can read that the token is missing in %s', async (kind) => {
    const response = await requests[kind]?.(undefined);
    expect([response?.status, response?.headers.get('access-control-allow-origin')]).toEqual([401, page]);
  });

  test.each(['/', '/graphql'])('that opens %s gets a page without scripts that says what this is', async (path) => {
    const response = await fetch(new URL(path, system.url), {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toMatch(/Authorization: Bearer/);
    expect(text).not.toMatch(/<script|<link|style=|https?:/i);
  });
});
