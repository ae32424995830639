import { expect, test } from '@jest/globals';
import { idOf } from '../../harness/product/startProduct.ts';
import { print, show, worker } from './printing.ts';
import { system } from './productAndReaders.ts';

// The last test of the file: the clock does not go back.
test('what was shown 15 hours ago can no longer be printed', async () => {
  const person = [idOf('ward')];
  const request = await show(worker, person);
  expect((await print(worker, [request], person)).codes).toEqual([]);
  system.clock.advance(15 * 3_600_000);
  expect((await print(worker, [request], person)).codes).toEqual(['FORBIDDEN']);
});
