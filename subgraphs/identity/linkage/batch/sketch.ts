import { TERM_FREQUENCY_COLUMNS } from '../comparisons/comparison.ts';
import { DIGIT_COLUMNS, type DigitColumn, digitsSql } from '../comparisons/digits.ts';
import { LETTER_COLUMNS, letterColumnsSql } from '../comparisons/letters.ts';

/** Columns that are only compared for being the same: in sketches, a hash stands for the text. */
const SAME = [
  ...([
    'given',
    'givenCode',
    'middle',
    'family',
    'suffix',
    'birthDate',
    'birthText',
    'gender',
    'ssn',
    'ssnLast4',
  ] as const),
  ...(['houseNumber', 'streetName', 'secondary', 'city', 'state', 'zip', 'phone'] as const),
];

const hashed = (column: string): string => `case when ${column} is not null then hash(${column}) end`;
/** One of 62 bits, by the text. */
const bitOf = (column: string): string =>
  `case when ${column} is null then 0 else cast(1 as bigint) << cast(hash(${column}) % 62 as integer) end`;

/**
 * Select of the sketches of all records: numbers instead of texts, of which the highest weight that a pair can have is
 * computed (`boundSql`). Names and addresses are read only for pairs for which that is enough.
 */
export function sketchSql(table: string): string {
  const columns = [
    'id',
    ...SAME.map((column) => `${hashed(column)} as ${column}`),
    ...LETTER_COLUMNS.flatMap(letterColumnsSql),
    ...(Object.keys(DIGIT_COLUMNS) as DigitColumn[]).map((column) => `${digitsSql(column)} as ${column}Digits`),
    `${bitOf('root1')} | ${bitOf('root2')} | ${bitOf('root3')} as rootBits`,
    `${bitOf('family1')} | ${bitOf('family2')} as partBits`,
    'family2 is not null as isDouble',
    ...TERM_FREQUENCY_COLUMNS.map((column) => `${column}Rarity`),
  ];
  return `select ${columns.join(', ')} from ${table}`;
}
