import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';
import { listenPlainly } from './httpListener.ts';
import { createReplayAnswers } from './replayAnswers.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Starts a replay in front of a real HTTP system that returns each entity with its key and counts its requests. */
async function startReplay() {
  const questions: string[] = [];
  const factsTokens: unknown[] = [];
  const system = createServer(async (incoming, response) => {
    const body = await text(incoming);
    questions.push(body);
    factsTokens.push(incoming.headers[FACTS_HEADER]);
    const { variables } = JSON.parse(body);
    const data = variables.representations
      ? { _entities: variables.representations.map(({ id }: { id: string }) => (id === '0' ? null : { of: id })) }
      : { person: { id: variables.id, rights: incoming.headers.authorization ?? null } };
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
  stops.push(async () => {
    system.closeAllConnections();
    await new Promise((resolve) => system.close(resolve));
  });
  // A listening TCP server has an address object.
  const replay = createReplayAnswers(`http://127.0.0.1:${(system.address() as AddressInfo).port}/graphql`);
  const listener = await listenPlainly(replay.answer);
  stops.push(() => listener.stop());
  return {
    questions,
    factsTokens,
    counts: replay.counts,
    async ask(variables: object, authorization?: string, factsToken?: string): Promise<unknown> {
      const { body } = await request(`http://127.0.0.1:${listener.port}/graphql`, {
        method: 'POST',
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(factsToken === undefined ? {} : { [FACTS_HEADER]: factsToken }),
        },
        body: JSON.stringify({ query: '{ q }', variables }),
      });
      return body.json();
    },
  };
}

const representations = (...ids: string[]) => ({ representations: ids.map((id) => ({ __typename: 'Person', id })) });
const grant = (claims: object): string => `Bearer h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('the replay', () => {
  test('asks the system once for each question', async () => {
    const { ask, questions, counts } = await startReplay();
    const first = await ask({ id: '1' });
    expect(await ask({ id: '1' })).toEqual(first);
    expect(questions).toHaveLength(1);
    expect(counts()).toEqual({ requests: 2, asked: 1 });
  });

  test('answers a batch that was never seen from entities that were, in its order', async () => {
    const { ask, questions } = await startReplay();
    await ask(representations('1', '2'));
    await ask(representations('3', '0'));
    expect(await ask(representations('0', '3', '1', '1'))).toEqual({
      data: { _entities: [null, { of: '3' }, { of: '1' }, { of: '1' }] },
    });
    expect(questions).toHaveLength(2);
  });

  test('asks only for the entities of a batch that it lacks', async () => {
    const { ask, questions } = await startReplay();
    await ask(representations('1'));
    expect(await ask(representations('2', '1'))).toEqual({ data: { _entities: [{ of: '2' }, { of: '1' }] } });
    expect(JSON.parse(questions[1] ?? '').variables).toEqual(representations('2'));
  });

  test('requests a whole batch with its facts token if the token names the persons of the batch', async () => {
    const { ask, questions, factsTokens } = await startReplay();
    await ask(representations('1'), grant({ agency: 'DCFS' }), 'Bearer of-1');
    const both = representations('2', '1');
    expect(await ask(both, grant({ agency: 'DCFS' }), 'Bearer of-1-and-2')).toEqual({
      data: { _entities: [{ of: '2' }, { of: '1' }] },
    });
    expect(questions.map((question) => JSON.parse(question).variables)).toEqual([representations('1'), both]);
    expect(factsTokens).toEqual(['Bearer of-1', 'Bearer of-1-and-2']);
  });

  test('never gives what was answered to one grant to a grant of other rights, but to its renewal', async () => {
    const { ask, questions } = await startReplay();
    await ask({ id: '1' }, grant({ agency: 'DCFS', iat: 1, exp: 61 }));
    await ask({ id: '1' }, grant({ agency: 'DCFS', iat: 41, exp: 101 }));
    expect(questions).toHaveLength(1);
    await ask({ id: '1' }, grant({ agency: 'ISBE', iat: 1, exp: 61 }));
    expect(questions).toHaveLength(2);
  });

  test('reads a body that arrives in pieces', async () => {
    const { ask } = await startReplay();
    const ids = Array.from({ length: 20_000 }, (_, index) => String(index + 1));
    const answer = await ask(representations(...ids));
    expect(answer).toEqual({ data: { _entities: ids.map((of) => ({ of })) } });
  });
});
