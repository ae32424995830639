import { afterAll, beforeAll, describe } from '@jest/globals';
import { badInputCases } from './testing/bad-input.cases.ts';
import { type ChangesTestBed, type GivenIndex, startChangesTestBed } from './testing/changesTestBed.ts';
import { lostCommitCases } from './testing/lost-commit.cases.ts';
import { mergeCases } from './testing/merges.cases.ts';
import { reviewCases } from './testing/reviews.cases.ts';

const rosa = { given: 'Rosa', family: 'Delgado', birthDate: '1981-04-12', ssn: '219-55-1234', street: '12 Elm St' };
const kim = { given: 'Kim', family: 'Osei', birthDate: '1992-09-30', ssn: '318-44-9911', street: '7 Lake Ave' };
const lena = { given: 'Lena', family: 'Novak', birthDate: '1975-02-11', ssn: '412-33-7788', street: '3 Oak Rd' };

/**
 * Person 1 and 2 are two people. 3 and 4 have one record each. 5 has three records that links connect in a row. 6 has a record
 * and a number without one; 7 has only such a number. 8 is a child of 2. 9 to 14 are pairs for reviews.
 */
const given: GivenIndex = {
  persons: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  records: [
    { id: 11, of: 1, system: 'snap', content: rosa },
    { id: 12, of: 1, system: 'medicaid', content: rosa },
    { id: 21, of: 2, system: 'tanf', content: kim },
    { id: 22, of: 2, system: 'corrections', content: kim },
    { id: 31, of: 3, system: 'snap', content: lena },
    { id: 41, of: 4, system: 'tanf', content: { ...lena, given: 'Helena' } },
    { id: 51, of: 5, system: 'snap', content: { ...kim, given: 'Tara', ssn: null } },
    { id: 52, of: 5, system: 'tanf', content: { ...kim, given: 'Tara', ssn: null } },
    { id: 53, of: 5, system: 'education', content: { ...kim, given: 'Tara', ssn: null } },
    { id: 61, of: 6, system: 'snap', content: { ...rosa, given: 'Ines', ssn: null } },
    { id: 91, of: 9, system: 'snap', content: { ...lena, given: 'Ada', ssn: null } },
    { id: 101, of: 10, system: 'tanf', content: { ...lena, given: 'Ada', ssn: null } },
    { id: 111, of: 11, system: 'snap', content: { ...lena, given: 'Uma', ssn: null } },
    { id: 121, of: 12, system: 'medicaid', content: { ...lena, given: 'Uma', ssn: null } },
    { id: 131, of: 13, system: 'corrections', content: { ...lena, given: 'Zoe', ssn: null } },
    { id: 141, of: 14, system: 'snap', content: { ...lena, given: 'Zoe', ssn: null } },
    { id: 151, of: 15, system: 'snap', content: { ...rosa, given: 'Olga', ssn: null } },
    { id: 161, of: 16, system: 'tanf', content: { ...rosa, given: 'Olga', ssn: null } },
  ],
  bare: [
    [6, 'medicaid', 'M-6'],
    [7, 'tanf', 'T-7'],
  ],
  relationships: [
    [8, 2, 'MTH'],
    [2, 8, 'CHILD'],
  ],
  links: [
    [11, 12],
    [21, 22],
    [51, 52],
    [52, 53],
  ],
  reviews: [
    [1, 91, 101],
    [2, 111, 121],
    [3, 131, 141],
    [4, 31, 41],
  ],
};

describe('what people decide about links', () => {
  let bed: ChangesTestBed;
  beforeAll(async () => {
    bed = await startChangesTestBed(given);
  }, 120_000);
  afterAll(() => bed?.stop());

  describe('reviews', () => reviewCases(() => bed));
  describe('merges', () => mergeCases(() => bed));
  describe('bad input', () => badInputCases(() => bed));
  describe('a commit that is lost', () => lostCommitCases(() => bed));
});
