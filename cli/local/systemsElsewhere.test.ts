import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { CliError } from '../cliError.ts';
import { describeSystemsElsewhere, readSystemsElsewhere } from './systemsElsewhere.ts';

test('systems that run elsewhere are read by name', () => {
  const systems = readSystemsElsewhere(['aging=http://127.0.0.1:4020/graphql', 'parks=https://parks.example/graphql']);
  expect([...systems]).toEqual([
    ['aging', 'http://127.0.0.1:4020/graphql'],
    ['parks', 'https://parks.example/graphql'],
  ]);
});

test.each([
  'aging',
  'aging=',
  '=http://127.0.0.1:4020/graphql',
  'Aging=http://127.0.0.1:4020/graphql',
  'aging=127.0.0.1:4020',
  'aging=file:///etc/passwd',
  'aging=http://[::1/graphql',
  '__proto__=http://127.0.0.1:4020/graphql',
  'snap=http://127.0.0.1:4020/graphql',
])('--system %j is refused', (option) => {
  expect(() => readSystemsElsewhere([option])).toThrow(CliError);
});

test('a name with two addresses is refused', () => {
  expect(() => readSystemsElsewhere(['aging=http://a.example/graphql', 'aging=http://b.example/graphql'])).toThrow(
    /twice/,
  );
});

test('the start says whether the system responds, and whose keys it needs', async () => {
  const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  const systems = readSystemsElsewhere([`aging=http://127.0.0.1:${port}/graphql`]);
  const describe = () => describeSystemsElsewhere(systems, 'http://127.0.0.1:4000/graphql');
  expect(await describe()).toMatch(/^aging runs at .+ keys at http:\/\/127\.0\.0\.1:4000\/\.well-known\/jwks\.json/);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await describe()).toMatch(/^aging does not respond at .+\/health\/live\. Start it\./);
});
