import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';
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
import { mayBeCloseSql, mayBeInitialSql, mayBeSimilarSql, mayBeSwappedSql, mayContainSql } from './letters.ts';

const ROOTS = ['root1', 'root2', 'root3'] as const;

function shareRoot(a: NormalizedRecord, b: NormalizedRecord): boolean {
  if (a.root1 === null || b.root1 === null) return false;
  return hasRoot(b, a.root1) || (a.root2 !== null && hasRoot(b, a.root2)) || (a.root3 !== null && hasRoot(b, a.root3));
}

const hasRoot = (record: NormalizedRecord, root: string): boolean =>
  record.root1 === root || record.root2 === root || record.root3 === root;

const SHARE_ROOT_SQL = ROOTS.map(
  (root) => `coalesce(a.${root} = b.root1 or a.${root} = b.root2 or a.${root} = b.root3, false)`,
).join(' or ');

/** One of the given names is only the initial of the other. */
const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charCodeAt(0) === b.charCodeAt(0);
const isInitialSql = (a: string, b: string): string =>
  `(length(${a}) = 1 or length(${b}) = 1) and left(${a}, 1) = left(${b}, 1)`;

/** The first two texts together are the third. */
const joins = (first: string, second: string | null, both: string): boolean =>
  second !== null && both.length === first.length + second.length && both.startsWith(first) && both.endsWith(second);

/** One given name begins the other, as Hye does Hyejin, and no middle name says how else it goes on. */
const begins = (shorter: NormalizedRecord, longer: NormalizedRecord): boolean =>
  shorter.given !== null &&
  longer.given !== null &&
  shorter.given.length > 1 &&
  longer.given.length > shorter.given.length + 1 &&
  longer.given.startsWith(shorter.given) &&
  (shorter.middle === null || shorter.middle.charCodeAt(0) === longer.given.charCodeAt(shorter.given.length));
const beginsSql = (shorter: 'a' | 'b', longer: 'a' | 'b'): string =>
  `(length(${shorter}.given) > 1 and length(${longer}.given) > length(${shorter}.given) + 1 and ` +
  `left(${longer}.given, length(${shorter}.given)) = ${shorter}.given and (${shorter}.middle is null or ` +
  `left(${shorter}.middle, 1) = substring(${longer}.given, length(${shorter}.given) + 1, 1)))`;

/** Spellings of one name sound alike. A code of one letter says too little: Lee, Leo, and Lou have the same. */
const soundsLike = (a: NormalizedRecord, b: NormalizedRecord): boolean =>
  a.givenCode !== null &&
  a.givenCode.length > 1 &&
  a.givenCode === b.givenCode &&
  a.given?.charCodeAt(0) === b.given?.charCodeAt(0);
const SOUNDS_LIKE_SQL =
  'coalesce(a.givenCode = b.givenCode and length(a.givenCode) > 1 and left(a.given, 1) = left(b.given, 1), false)';

const usesMiddleName = (a: NormalizedRecord, b: NormalizedRecord): boolean =>
  (a.middle !== null && a.middle === b.given) || (b.middle !== null && b.middle === a.given);

export const givenComparison: Comparison = {
  name: 'given',
  termFrequency: 'given',
  noEvidenceSql: missingSql('given'),
  levels: [
    { name: 'exact', description: 'given names are the same', sql: sameSql('given') },
    {
      name: 'nickname',
      description: 'one given name is a nickname of the other',
      sql: SHARE_ROOT_SQL,
      mayHoldSql: 'a.rootBits & b.rootBits <> 0',
    },
    {
      name: 'joined',
      description: 'one record joins the given names, as in Hyejin for Hye Jin, or has only the first, as in Hye',
      sql:
        'coalesce(a.given || a.middle = b.given, false) or coalesce(b.given || b.middle = a.given, false) or ' +
        `${beginsSql('a', 'b')} or ${beginsSql('b', 'a')}`,
      mayHoldSql: mayContainSql('given'),
    },
    {
      name: 'close',
      description: 'given names differ by a small error, or sound alike',
      sql: `(${isCloseSql('a.given', 'b.given')}) or ${SOUNDS_LIKE_SQL}`,
      mayHoldSql: `${mayBeCloseSql('given')} or a.givenCode = b.givenCode`,
    },
    {
      name: 'initial',
      description: 'one given name is an initial',
      sql: isInitialSql('a.given', 'b.given'),
      mayHoldSql: mayBeInitialSql('given'),
    },
    {
      name: 'middle',
      description: "one record's given name is the other's middle name",
      sql: 'coalesce(a.middle = b.given, false) or coalesce(b.middle = a.given, false)',
    },
    {
      name: 'swapped',
      description: 'given and family name are swapped',
      sql: isSwappedSql('given', 'family'),
      mayHoldSql: mayBeSwappedSql('given', 'family'),
    },
    {
      name: 'similar',
      description: 'given names resemble each other',
      sql: isSimilarSql('a.given', 'b.given'),
      mayHoldSql: mayBeSimilarSql('given'),
    },
    { name: 'different', description: 'given names are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.given === null || b.given === null) return NO_EVIDENCE;
    if (a.given === b.given) return 0;
    if (shareRoot(a, b)) return 1;
    if (joins(a.given, a.middle, b.given) || joins(b.given, b.middle, a.given) || begins(a, b) || begins(b, a))
      return 2;
    if (isClose(a.given, b.given) || soundsLike(a, b)) return 3;
    if (isInitial(a.given, b.given)) return 4;
    if (usesMiddleName(a, b)) return 5;
    if (isSwapped(a.given, a.family, b.given, b.family)) return 6;
    return isSimilar(a.given, b.given) ? 7 : 8;
  },
};

/** A part of a double family name is the other family name, or a part of it. */
function sharePart(a: NormalizedRecord, b: NormalizedRecord): boolean {
  if (a.family2 === null && b.family2 === null) return false;
  return (
    (a.family1 !== null && (a.family1 === b.family1 || a.family1 === b.family2)) ||
    (a.family2 !== null && (a.family2 === b.family1 || a.family2 === b.family2))
  );
}

export const familyComparison: Comparison = {
  name: 'family',
  termFrequency: 'family',
  household: true,
  noEvidenceSql: missingSql('family'),
  levels: [
    { name: 'exact', description: 'family names are the same', sql: sameSql('family') },
    {
      name: 'part',
      description: 'family names have a part in common',
      sql: `(a.family2 is not null or b.family2 is not null) and (${[
        'a.family1 = b.family1',
        'a.family1 = b.family2',
        'a.family2 = b.family1',
        'a.family2 = b.family2',
      ]
        .map((condition) => `coalesce(${condition}, false)`)
        .join(' or ')})`,
      mayHoldSql: '(a.isDouble or b.isDouble) and a.partBits & b.partBits <> 0',
    },
    {
      name: 'close',
      description: 'family names differ by a small error',
      sql: isCloseSql('a.family', 'b.family'),
      mayHoldSql: mayBeCloseSql('family'),
    },
    {
      name: 'swapped',
      description: 'given and family name are swapped',
      sql: isSwappedSql('given', 'family'),
      mayHoldSql: mayBeSwappedSql('given', 'family'),
    },
    {
      name: 'similar',
      description: 'family names resemble each other',
      sql: isSimilarSql('a.family', 'b.family'),
      mayHoldSql: mayBeSimilarSql('family'),
    },
    { name: 'different', description: 'family names are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.family === null || b.family === null) return NO_EVIDENCE;
    if (a.family === b.family) return 0;
    if (sharePart(a, b)) return 1;
    if (isClose(a.family, b.family)) return 2;
    if (isSwapped(a.given, a.family, b.given, b.family)) return 3;
    return isSimilar(a.family, b.family) ? 4 : 5;
  },
};

export const middleComparison: Comparison = {
  name: 'middle',
  noEvidenceSql: missingSql('middle'),
  levels: [
    { name: 'exact', description: 'middle names are the same', sql: sameSql('middle') },
    {
      name: 'initial',
      description: 'one middle name is an initial',
      sql: isInitialSql('a.middle', 'b.middle'),
      mayHoldSql: mayBeInitialSql('middle'),
    },
    {
      name: 'close',
      description: 'middle names differ by a small error',
      sql: isCloseSql('a.middle', 'b.middle'),
      mayHoldSql: mayBeCloseSql('middle'),
    },
    { name: 'different', description: 'middle names are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.middle === null || b.middle === null) return NO_EVIDENCE;
    if (a.middle === b.middle) return 0;
    if (isInitial(a.middle, b.middle)) return 1;
    return isClose(a.middle, b.middle) ? 2 : 3;
  },
};

export const suffixComparison: Comparison = {
  name: 'suffix',
  noEvidenceSql: missingSql('suffix'),
  levels: [
    { name: 'exact', description: 'suffixes are the same', sql: sameSql('suffix') },
    { name: 'different', description: 'suffixes are different', sql: 'true' },
  ],
  level(a, b) {
    if (a.suffix === null || b.suffix === null) return NO_EVIDENCE;
    return a.suffix === b.suffix ? 0 : 1;
  },
};
