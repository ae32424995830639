import { expect, test } from '@jest/globals';
import { personsOfCall } from './personKeys.ts';

const personsOf = (system: string, representations: unknown) => personsOfCall(system, '', () => ({ representations }));

test('a call to a known system names persons by its key alone', () => {
  const representations = [
    { __typename: 'Person', snapClientId: 'S2', birthDate: '2014-05-30' },
    { __typename: 'Person', snapClientId: 'S1' },
    { __typename: 'Person', snapClientId: 'S2' },
    { __typename: 'Person', tanfClientId: 'T1' },
    { __typename: 'Person', snapClientId: null },
  ];
  expect(personsOf('snap', representations)).toEqual(['S1', 'S2']);
});

test('a call to a system that an agency published names persons by the only member of their representations', () => {
  const representations = [
    { __typename: 'Person', agingClientId: 'A-1002' },
    { __typename: 'Person', agingClientId: 'A-1001' },
    { __typename: 'Person', agingClientId: 'A-1003', birthDate: '1959-03-14' },
    { __typename: 'AgingCase', number: 'C-1' },
    { __typename: 'Person' },
    { __typename: 'Person', agingClientId: 7 },
    { agingClientId: 'A-1004' },
    null,
  ];
  expect(personsOf('aging', representations)).toEqual(['A-1001', 'A-1002']);
  expect(personsOf('aging', undefined)).toEqual([]);
  expect(personsOf('__proto__', [{ __typename: 'Person', key: 'K' }])).toEqual(['K']);
});
