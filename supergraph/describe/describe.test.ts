import { expect, test } from '@jest/globals';
import { checkPublication } from '../checks/checkPublication.ts';
import { formatCheck } from '../checks/format.ts';
import { aging, publicationOf, withChanges } from '../checks/testing/publications.ts';
import { describeChanges } from './describeChanges.ts';
import { describeSupergraph } from './describeSupergraph.ts';

const current = [publicationOf('identity'), publicationOf('medicaid')];
const before = checkPublication({ current, candidate: publicationOf('medicaid') }).composed?.served(1);
const added = checkPublication({ current, candidate: aging });
const after = added.composed?.served(2);
if (before === undefined || after === undefined) throw new Error('The publications do not compose');

test('the schema for people names owner, dataset and class at every field, and the law of what is never open', () => {
  const sdl = describeSupergraph(before);
  expect(sdl).toMatch(/Access: HFS, medicaid\.providers, PHI\.\s+"""\s+npi: String/);
  expect(sdl).toMatch(/Never open \(410 ILCS 305\/9\)\.\s+"""\s+hivDiagnoses/);
  expect(sdl).toMatch(/Public\.\s+"""\s+household\(/);
});

test('the changes between two supergraphs are written in words', () => {
  const changes = describeChanges(before, after);
  expect(changes).toEqual(
    expect.arrayContaining([
      'The system aging joins.',
      'The dataset aging.protective is added.',
      'Person.ageBand is added.',
      'The type ProtectiveServicesCase is added.',
    ]),
  );
  expect(describeChanges(after, before)).toContain('Person.ageBand is removed. (breaking)');
  expect(describeChanges(before, before)).toEqual([]);
});

test('a check is written for people, as JSON, and as annotations', () => {
  const result = checkPublication({
    current,
    candidate: withChanges(aging, ['openedOn: Date', 'openedOn: Date!']),
    file: 'a,b.graphql',
  });
  expect(formatCheck(result, 'text')).toMatch(
    /^Guards\n {2}a,b\.graphql:30:3 error GUARDED_NON_NULL\n {6}ProtectiveServicesCase\.openedOn is.*\n {6}Make it nullable\.\n/,
  );
  expect(formatCheck(result, 'text')).toMatch(/\nStopped: 1 errors, \d+ warnings, \d+ notices\.\n$/);
  expect(JSON.parse(formatCheck(result, 'json'))).toMatchObject({ outcome: 'stopped' });
  expect(formatCheck(result, 'github').split('\n')[0]).toBe(
    '::error file=a%2Cb.graphql,line=30,col=3,title=GUARDED_NON_NULL::ProtectiveServicesCase.openedOn is guarded and non-null, so a denial would also remove its parent. Make it nullable.',
  );
  expect(formatCheck(added, 'text')).toContain('A second person has to approve this, because:');
});
