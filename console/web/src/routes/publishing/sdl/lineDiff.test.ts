import { expect, test } from '@jest/globals';
import { type LineChange, lineDiff } from './lineDiff.ts';

/** What `after` is, from `before` and the changes alone. */
function apply(before: string, changes: readonly LineChange[]): string {
  const removed = new Set(changes.flatMap(({ kind, line }) => (kind === 'removed' ? [line] : [])));
  const added = new Map(changes.flatMap(({ kind, line, text }) => (kind === 'added' ? [[line, text] as const] : [])));
  const kept = before === '' ? [] : before.split('\n').filter((_, index) => !removed.has(index + 1));
  const lines: string[] = [];
  while (kept.length > 0 || added.has(lines.length + 1)) {
    lines.push(added.get(lines.length + 1) ?? kept.shift() ?? '');
  }
  return lines.join('\n');
}

test.each([
  ['a\nb\nc', 'a\nb\nc', 0],
  ['a\nb\nc', 'a\nX\nc', 2],
  ['a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc', 5],
  ['', 'a\nb', 2],
  ['a\nb', '', 2],
  ['one\ntwo\nthree', 'zero\none\nthree\nfour', 3],
])('the changes from %j to %j lead there, and none is too many', (before, after, count) => {
  const changes = lineDiff(before, after);
  expect(changes).toHaveLength(count);
  expect(apply(before, changes)).toBe(after);
});

test('texts that have little in common are compared in reasonable time', () => {
  const text = (from: number) => Array.from({ length: 4_000 }, (_, index) => `line ${from + index}`).join('\n');
  const changes = lineDiff(text(0), text(10_000));
  expect(changes).toHaveLength(8_000);
  expect(apply(text(0), changes)).toBe(text(10_000));
});
