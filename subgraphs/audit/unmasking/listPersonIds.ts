import { request } from 'undici';
import { PersonListPage } from '../../../schema/persons/personList.ts';

export interface PersonList {
  /** URL of the person index, `http(s)://.../person-list` */
  readonly url: string;
  /** `Bearer <person list token>` */
  readonly authorization: string;
  readonly timeoutMs: number;
}

/** Fetches one page of the ids of all persons, after `after`. Rejects if the person index does not respond. */
export async function listPersonIds(
  { url, authorization, timeoutMs }: PersonList,
  after: string | undefined,
): Promise<readonly string[]> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ after }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`The person index does not list its persons: ${statusCode}.`);
  return PersonListPage.parse(JSON.parse(text)).ids;
}
