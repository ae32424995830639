import { request } from 'undici';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';
import { type Answer, jsonAnswer, type PlainRequest } from './httpListener.ts';
import { createPartsOf, type Question } from './partsOfQuery.ts';

export interface ReplayCounts {
  /** Requests that the gateway sent. */
  readonly requests: number;
  /** Number of those that had to be fetched from the real system. */
  readonly asked: number;
}

export interface ReplayAnswers {
  readonly answer: Answer;
  readonly counts: () => ReplayCounts;
}

/** Batches up to a household's size come again; bigger ones, put together from many callers, hardly ever do. */
const MAX_WHOLE_REPRESENTATIONS = 10;
const MAX_WHOLE_ANSWERS = 100_000;

/** The headers that go on to the system. */
type Rights = Pick<PlainRequest, 'authorization' | 'factsToken'>;

/**
 * Responds for one system from memory. A new request is sent to the system with its own grant. Entity batches and
 * merged queries are taken apart, so that one that was never seen is answered from parts that were. A request with a
 * facts token is sent unchanged, since the token is valid for its persons together.
 */
export function createReplayAnswers(systemUrl: string): ReplayAnswers {
  const whole = new Map<string, Buffer>();
  const entities = new Map<string, Map<string, string>>();
  const roots = new Map<string, Map<string, string>>();
  const partsOf = createPartsOf();
  const rightsOf = createRightsOf();
  let requests = 0;
  let asked = 0;

  async function askSystem(body: string, { authorization, factsToken }: Rights): Promise<string> {
    const response = await request(systemUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
        ...(factsToken === undefined ? {} : { [FACTS_HEADER]: factsToken }),
      },
      body,
    });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw new Error(`${systemUrl} answered ${response.statusCode}: ${text}`);
    return text;
  }

  function keep(key: string, body: string): Buffer {
    const reply = jsonAnswer(body);
    if (whole.size >= MAX_WHOLE_ANSWERS) whole.clear();
    whole.set(key, reply);
    return reply;
  }

  async function fetchWhole(key: string, body: string, headers: Rights): Promise<Buffer> {
    asked++;
    return keep(key, await askSystem(body, headers));
  }

  /** Fetches the entities that are not cached yet; undefined if the response does not consist of entities alone. */
  async function fetchMissing(
    question: Question,
    missing: ReadonlyMap<string, unknown>,
    cached: Map<string, string>,
    headers: Rights,
  ): Promise<boolean> {
    asked++;
    const variables = { ...question.variables, representations: [...missing.values()] };
    const text = await askSystem(JSON.stringify({ ...question, variables }), headers);
    const answer: unknown = JSON.parse(text);
    const found = entitiesOf(answer);
    if (found?.length !== missing.size) return false;
    for (const [index, key] of [...missing.keys()].entries()) cached.set(key, JSON.stringify(found[index] ?? null));
    return true;
  }

  interface RootQuestion {
    readonly wholeKey: string;
    readonly rights: string;
    readonly body: string;
    readonly headers: Rights;
  }

  /** A query put together from several is answered from what each of them was answered by itself. */
  async function answerRoot(question: Question, { wholeKey, rights, body, headers }: RootQuestion) {
    const parts = partsOf(question);
    if (headers.factsToken !== undefined && parts.length > 1) return fetchWhole(wholeKey, body, headers);
    const fields: string[] = [];
    for (const { prefix, query, variables } of parts) {
      const key = `${rights}${query}${JSON.stringify(variables)}`;
      let cached = roots.get(key);
      if (cached === undefined) {
        asked++;
        const text = await askSystem(JSON.stringify({ query, variables }), headers);
        const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: unknown };
        // An error in one part is reported by fetching the whole.
        if (errors !== undefined || !data) return fetchWhole(wholeKey, body, headers);
        cached = new Map(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
        if (roots.size >= MAX_WHOLE_ANSWERS) roots.clear();
        roots.set(key, cached);
      }
      for (const [name, value] of cached) fields.push(`${JSON.stringify(prefix + name)}:${value}`);
    }
    const text = `{"data":{${fields.join(',')}}}`;
    return parts.length === 1 ? keep(wholeKey, text) : jsonAnswer(text);
  }

  return {
    counts: () => ({ requests, asked }),
    answer({ method, authorization, factsToken, body }) {
      if (method !== 'POST') return Buffer.from('HTTP/1.1 405 Method Not Allowed\r\ncontent-length: 0\r\n\r\n');
      requests++;
      const rights = rightsOf(authorization);
      const headers = { authorization, factsToken };
      const wholeKey = rights + body;
      const reply = whole.get(wholeKey);
      if (reply !== undefined) return reply;

      // Only gateways under test write here.
      const question = JSON.parse(body) as Question;
      const { representations, ...rest } = question.variables ?? {};
      if (representations === undefined) return answerRoot(question, { wholeKey, rights, body, headers });
      const group = `${rights}${question.query}${JSON.stringify(rest)}`;
      const cached = entities.get(group) ?? new Map<string, string>();
      entities.set(group, cached);
      const keys = representations.map((representation) => JSON.stringify(representation));
      const write = (): Buffer => {
        const text = `{"data":{"_entities":[${keys.map((key) => cached.get(key)).join(',')}]}}`;
        return keys.length <= MAX_WHOLE_REPRESENTATIONS ? keep(wholeKey, text) : jsonAnswer(text);
      };
      const missing = new Map<string, unknown>();
      for (const [index, key] of keys.entries()) if (!cached.has(key)) missing.set(key, representations[index]);
      if (missing.size === 0) return write();
      const all = new Map(keys.map((key, index) => [key, representations[index]]));
      const toAsk = factsToken === undefined ? missing : all;
      return fetchMissing(question, toAsk, cached, headers).then((learned) =>
        learned ? write() : fetchWhole(wholeKey, body, headers),
      );
    },
  };
}

function entitiesOf(answer: unknown): readonly unknown[] | undefined {
  // Read with checks below; a system's answer may be anything.
  const { data, errors } = answer as { data?: Record<string, unknown> | null; errors?: unknown };
  if (errors !== undefined || !data || Object.keys(data).length !== 1) return undefined;
  return Array.isArray(data._entities) ? data._entities : undefined;
}

/** Returns the rights of a grant, whenever it was signed: responses for different rights are never mixed. */
function createRightsOf(): (authorization: string | undefined) => string {
  const cached = new Map<string, string>();
  return (authorization) => {
    if (authorization === undefined) return '';
    let rights = cached.get(authorization);
    if (rights === undefined) {
      const claims: object = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString());
      rights = JSON.stringify({ ...claims, iat: 0, exp: 0 });
      cached.set(authorization, rights);
    }
    return rights;
  };
}
