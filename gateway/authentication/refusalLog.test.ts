import { expect, test } from '@jest/globals';
import { createRefusalLog } from './refusalLog.ts';

test('each reason is logged once a minute, with the number of refusals in between', () => {
  const lines: unknown[] = [];
  let now = 0;
  const refused = createRefusalLog({ log: (_, details) => lines.push(details), clock: () => new Date(now) });
  for (let count = 0; count < 5; count += 1) refused('jwt expired');
  refused('jwt malformed');
  expect(lines).toEqual([{ reason: 'jwt expired' }, { reason: 'jwt malformed' }]);
  now = 60_000;
  refused('jwt expired');
  refused('jwt malformed');
  expect(lines.slice(2)).toEqual([{ reason: 'jwt expired', unlogged: 4 }, { reason: 'jwt malformed' }]);
});
