import { type Answer, readAnswer } from '../answer.ts';

/** Posts any body to a GraphQL endpoint; a string is sent unchanged. */
export async function post(
  url: string,
  token: string | undefined,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return readAnswer(response);
}
