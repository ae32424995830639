import { expect, test } from '@jest/globals';
import { readSubgraphSchema } from '../../schema/files.ts';
import { numberedSystems } from '../../schema/persons/personKeys.ts';
import { withPersonKeys } from './withPersonKeys.ts';

const identity = readSubgraphSchema('identity');

test('a published key is added to Person once, hidden from clients, and the rest of the text stays', () => {
  const sdl = withPersonKeys(identity, { aging: 'agingClientId', housing: 'hmisId' });
  expect(sdl.match(/@key\(fields: "(agingClientId|hmisId)"\)/g)).toHaveLength(2);
  expect(sdl.match(/^ {2}(agingClientId|hmisId): ID @inaccessible$/gm)).toHaveLength(2);
  expect(sdl.replace(/\n.*(agingClientId|hmisId).*/g, (line) => (line.endsWith('{') ? ' {' : ''))).toBe(identity);
  expect(withPersonKeys(sdl, { housing: 'hmisId', aging: 'agingClientId' })).toBe(sdl);
});

test('keys that the SDL has already change nothing', () => {
  expect(withPersonKeys(identity, Object.fromEntries(numberedSystems))).toBe(identity);
});

test.each([
  { aging: 'birthDate' },
  { aging: 'x") name: String #' },
  { aging: '__proto__' },
  { aging: 'clientId', housing: 'clientId' },
])('%j is refused', (keys) => {
  expect(() => withPersonKeys(identity, keys)).toThrow(/key of (aging|housing)/);
});
