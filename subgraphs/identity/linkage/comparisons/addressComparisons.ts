import type { Column } from '../normalize/normalizedRecord.ts';
import {
  type Comparison,
  isClose,
  isCloseSql,
  isSimilar,
  isSimilarSql,
  isSwapped,
  isSwappedSql,
  missingSql,
  NO_EVIDENCE,
  sameSql,
} from './comparison.ts';
import { mayBeCloseSql, mayBeSimilarSql, mayBeSwappedSql } from './letters.ts';
import { withinOneEdit, withinOneEditSql } from './withinOneEdit.ts';

export const houseNumberComparison: Comparison = {
  name: 'houseNumber',
  household: true,
  address: true,
  noEvidenceSql: missingSql('houseNumber'),
  levels: [
    { name: 'exact', description: 'house numbers are the same', sql: sameSql('houseNumber') },
    {
      name: 'digit',
      description: 'house numbers differ by one digit',
      sql: withinOneEditSql('a.houseNumber', 'b.houseNumber'),
      mayHoldSql: 'true',
    },
    { name: 'different', description: 'house numbers are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.houseNumber === null || b.houseNumber === null) return NO_EVIDENCE;
    if (a.houseNumber === b.houseNumber) return 0;
    return withinOneEdit(a.houseNumber, b.houseNumber) ? 1 : 2;
  },
};

export const streetNameComparison: Comparison = {
  name: 'streetName',
  termFrequency: 'streetName',
  household: true,
  address: true,
  noEvidenceSql: missingSql('streetName'),
  levels: [
    { name: 'exact', description: 'streets are the same', sql: sameSql('streetName') },
    {
      name: 'close',
      description: 'streets differ by a small error',
      sql: isCloseSql('a.streetName', 'b.streetName'),
      mayHoldSql: mayBeCloseSql('streetName'),
    },
    {
      name: 'swapped',
      description: 'address lines are swapped',
      sql: isSwappedSql('streetName', 'secondary'),
      mayHoldSql: mayBeSwappedSql('streetName', 'secondary'),
    },
    {
      name: 'similar',
      description: 'streets resemble each other',
      sql: isSimilarSql('a.streetName', 'b.streetName'),
      mayHoldSql: mayBeSimilarSql('streetName'),
    },
    { name: 'different', description: 'streets are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.streetName === null || b.streetName === null) return NO_EVIDENCE;
    if (a.streetName === b.streetName) return 0;
    if (isClose(a.streetName, b.streetName)) return 1;
    if (isSwapped(a.streetName, a.secondary, b.streetName, b.secondary)) return 2;
    return isSimilar(a.streetName, b.streetName) ? 3 : 4;
  },
};

/** Same, close, or different: for second lines and cities. */
function textComparison(column: Column & ('secondary' | 'city'), plural: string): Comparison {
  return {
    name: column,
    household: true,
    address: true,
    noEvidenceSql: missingSql(column),
    levels: [
      { name: 'exact', description: `${plural} are the same`, sql: sameSql(column) },
      {
        name: 'close',
        description: `${plural} differ by a small error`,
        sql: isCloseSql(`a.${column}`, `b.${column}`),
        mayHoldSql: mayBeCloseSql(column),
      },
      { name: 'different', description: `${plural} are different`, sql: 'true' },
    ],
    level(a, b) {
      const one = a[column];
      const other = b[column];
      if (one === null || other === null) return NO_EVIDENCE;
      if (one === other) return 0;
      return isClose(one, other) ? 1 : 2;
    },
  };
}

export const secondaryComparison: Comparison = textComparison('secondary', 'second address lines');
export const cityComparison: Comparison = { ...textComparison('city', 'cities'), termFrequency: 'city' };

export const stateComparison: Comparison = {
  name: 'state',
  household: true,
  address: true,
  noEvidenceSql: missingSql('state'),
  levels: [
    { name: 'exact', description: 'states are the same', sql: sameSql('state') },
    {
      name: 'close',
      description: 'states differ by one letter',
      sql: withinOneEditSql('a.state', 'b.state'),
      mayHoldSql: 'true',
    },
    { name: 'different', description: 'states are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.state === null || b.state === null) return NO_EVIDENCE;
    if (a.state === b.state) return 0;
    return withinOneEdit(a.state, b.state) ? 1 : 2;
  },
};

export const zipComparison: Comparison = {
  name: 'zip',
  termFrequency: 'zip',
  household: true,
  address: true,
  noEvidenceSql: missingSql('zip'),
  levels: [
    { name: 'exact', description: 'ZIP codes are the same', sql: sameSql('zip') },
    {
      name: 'digit',
      description: 'ZIP codes differ by one digit',
      sql: withinOneEditSql('a.zip', 'b.zip'),
      mayHoldSql: 'true',
    },
    { name: 'different', description: 'ZIP codes are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.zip === null || b.zip === null) return NO_EVIDENCE;
    if (a.zip === b.zip) return 0;
    return withinOneEdit(a.zip, b.zip) ? 1 : 2;
  },
};
