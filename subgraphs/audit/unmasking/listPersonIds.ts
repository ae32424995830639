import { request } from 'undici';
import { PersonListPage } from '../../../schema/personList.ts';

export interface PersonList {
  /** `http(s)://.../person-list` of the person index. */
  readonly url: string;
  /** `Bearer <person list token>` */
  readonly authorization: string;
  readonly timeoutMs: number;
}

/** One page of the ids of all persons, behind `after`. Rejects when the person index does not answer. */
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
