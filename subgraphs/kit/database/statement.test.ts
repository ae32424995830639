import { expect, test } from '@jest/globals';
import { statement } from './statement.ts';

test('a name belongs to one statement', () => {
  expect(statement('statementTest.one', 'select 1')).toEqual(statement('statementTest.one', 'select 1'));
  expect(() => statement('statementTest.one', 'select 2')).toThrow('Two statements have the name statementTest.one.');
  expect(() => statement('x'.repeat(64), 'select 1')).toThrow('too long');
});
