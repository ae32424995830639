import { expect, test } from '@jest/globals';
import { missingTargets, pages } from './pages.ts';

test.each(pages())('every link and every source file that %s names is there', (page) => {
  expect(missingTargets(page)).toEqual([]);
});
