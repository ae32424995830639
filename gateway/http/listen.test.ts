import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { Pool } from 'undici';
import { listen } from './listen.ts';

test('a request under way when the stop begins has its answer, and its kept connection does not hold the stop up', async () => {
  let arrived: (() => void) | undefined;
  const underWay = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let release: (() => void) | undefined;
  const listener = await listen(
    (_request, response) => {
      release = () => response.end('answered');
      arrived?.();
    },
    { host: '127.0.0.1', port: 0 },
  );
  const pool = new Pool(new URL(listener.url).origin, { connections: 1, keepAliveTimeout: 60_000 });
  try {
    const asked = pool.request({ path: '/graphql', method: 'POST', body: '{}' });
    await underWay;
    const stopped = listener.stop();
    release?.();
    const { body } = await asked;
    expect(await body.text()).toBe('answered');
    const lost = once(pool, 'disconnect');
    const begun = performance.now();
    await Promise.all([stopped, lost]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  } finally {
    await pool.destroy();
  }
});

test('a connection that has sent nothing does not hold the stop up', async () => {
  const listener = await listen((_request, response) => response.end(), { host: '127.0.0.1', port: 0 });
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const lost = once(socket, 'close');
  const begun = performance.now();
  await Promise.all([listener.stop(), lost]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
