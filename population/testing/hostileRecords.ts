import type { SourceRecord, Traits } from '../../schema/persons/sourceRecord.ts';

/** Records that a linker gets wrong if it trusts what they share. */
export interface HostileCase {
  readonly name: string;
  /** Each record with the person whom it is about. Records of different persons must never be linked by themselves. */
  readonly records: readonly (SourceRecord & { readonly person: string })[];
  /** CLEAR: records of one person say enough to be linked. THIN: they may be left to people, or apart. */
  readonly evidence: 'CLEAR' | 'THIN';
}

const nothing: Traits = {
  ...{ given: null, middle: null, family: null, suffix: null, birthDate: null, gender: null },
  ...{ ssn: null, street: null, city: null, state: null, zip: null, phone: null },
};
const home = { street: '4820 N Oak Street Apt 3', city: 'Rockford', state: 'IL', zip: '61101', phone: '815-001-4408' };
const elsewhere = { street: '977 Mill Road', city: 'Quincy', state: 'IL', zip: '62301', phone: '217-099-1200' };
const agency = { street: '100 S Grand Avenue East', city: 'Springfield', state: 'IL', zip: '62762' };

let numbered = 0;
/** A record under a number that no other case has. */
function record(system: string, person: string, traits: Partial<Traits>): SourceRecord & { readonly person: string } {
  numbered += 1;
  return { system, number: `H${String(numbered).padStart(6, '0')}`, person, traits: { ...nothing, ...traits } };
}

const girl = { family: 'Novak', birthDate: '2016-04-09', gender: 'FEMALE', ...home };
const father = { given: 'Marcus', family: 'Banks', gender: 'MALE', birthDate: '1978-02-11', ...home };
const son = { ...father, birthDate: '2003-08-30' };
const mother = { given: 'Teresa', family: 'Ocampo', birthDate: '1985-06-17', gender: 'FEMALE', ...home };
const bride = { given: 'Hannah', birthDate: '1991-12-03', gender: 'FEMALE', ssn: '905-21-4417' };
const noIdentity = { given: 'José', family: 'García', ssn: '000-00-0000', birthDate: '1900-01-01', ...agency };

export const hostileCases: readonly HostileCase[] = [
  {
    name: 'twins whose numbers differ in the last digit',
    records: [
      record('medicaid', 'first twin', { ...girl, given: 'Emma', ssn: '903-14-2201' }),
      record('education', 'first twin', { ...girl, given: 'Emma', ssn: '903-14-2201' }),
      record('medicaid', 'second twin', { ...girl, given: 'Ella', ssn: '903-14-2202' }),
      record('education', 'second twin', { ...girl, given: 'Ella', ssn: '903-14-2202' }),
    ],
    evidence: 'CLEAR',
  },
  {
    name: 'twins without numbers, with names that are alike',
    records: [
      record('education', 'first twin', { ...girl, given: 'Jaylen', gender: 'MALE' }),
      record('weatherization', 'second twin', { ...girl, given: 'Jalen', gender: 'MALE' }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'father and son of one name in one home',
    records: [
      record('snap', 'father', { ...father, suffix: 'Sr.', ssn: '907-30-1188' }),
      record('medicaid', 'father', { ...father, ssn: '907-30-1188' }),
      record('snap', 'son', { ...son, suffix: 'Jr.', ssn: '911-08-5520' }),
      record('medicaid', 'son', { ...son, ssn: '911-08-5520' }),
    ],
    evidence: 'CLEAR',
  },
  {
    name: 'father and son of one name, one of them without a birth date',
    records: [
      record('snap', 'father', { ...father, ssn: '907-30-1188' }),
      record('weatherization', 'son', { ...son, birthDate: null }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'a newborn who got a name',
    records: [
      record('medicaid', 'child', { ...home, given: 'BABY BOY', family: 'Tapia', birthDate: '2026-09-14' }),
      record('snap', 'child', { ...home, given: 'Mateo', family: 'Tapia', birthDate: '2026-09-14', gender: 'MALE' }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'newborn twins',
    records: [
      record('medicaid', 'first twin', { ...home, given: 'BABY GIRL A', family: 'Tapia', birthDate: '2026-09-14' }),
      record('medicaid', 'second twin', { ...home, given: 'BABY GIRL B', family: 'Tapia', birthDate: '2026-09-14' }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'newborns of one day and one family name in different homes',
    records: [
      record('medicaid', 'one', { ...home, given: 'BABY GIRL', family: 'Johnson', birthDate: '2026-10-02' }),
      record('medicaid', 'other', { ...elsewhere, given: 'BABY GIRL', family: 'Johnson', birthDate: '2026-10-02' }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'a family under the number of the mother',
    records: [
      record('snap', 'mother', { ...mother, ssn: '918-44-7032' }),
      record('medicaid', 'mother', { ...mother, ssn: '918447032' }),
      record('snap', 'daughter', { ...mother, given: 'Ximena', birthDate: '2012-01-20', ssn: '918-44-7032' }),
      record('snap', 'son', { ...mother, given: 'Diego', gender: 'MALE', birthDate: '2015-11-08', ssn: '918-44-7032' }),
    ],
    evidence: 'CLEAR',
  },
  {
    name: 'strangers who share a common name and nothing but placeholders',
    records: [record('snap', 'one', noIdentity), record('tanf', 'other', { ...noIdentity, ssn: '999-99-9999' })],
    evidence: 'THIN',
  },
  {
    name: 'strangers with a specimen number',
    records: [
      record('snap', 'one', { given: 'Ana', family: 'Ruiz', ssn: '123-45-6789', birthDate: '1990-05-05', ...home }),
      record('snap', 'other', { given: 'Ana', family: 'Reyes', ssn: '123-45-6789', ...elsewhere }),
    ],
    evidence: 'THIN',
  },
  {
    name: 'dates that cannot be',
    records: ['1990-02-30', '0000-00-00', '2090-07-01', '31/31/1990', 'unknown'].map((birthDate, place) =>
      record('snap', `person ${place}`, { given: 'Linda', family: 'Moore', birthDate }),
    ),
    evidence: 'THIN',
  },
  {
    name: 'only a family name, or nothing at all',
    records: [
      record('childwelfare', 'one', { family: 'Coleman' }),
      record('childwelfare', 'other', { family: 'Coleman' }),
      record('childwelfare', 'third', {}),
      record('snap', 'fourth', {}),
    ],
    evidence: 'THIN',
  },
  {
    name: 'a bride whose records have both names',
    records: [
      record('medicaid', 'bride', { ...bride, ...home, family: 'Keller' }),
      record('snap', 'bride', { ...bride, ...elsewhere, family: 'Anderson' }),
      record('weatherization', 'bride', { ...bride, ...elsewhere, family: 'Keller-Anderson' }),
    ],
    evidence: 'CLEAR',
  },
  {
    name: 'names and dates in the wrong order',
    records: [
      record('medicaid', 'one', {
        given: 'Minh',
        family: 'Nguyen',
        birthDate: '1984-03-07',
        ssn: '922-17-3310',
        ...home,
      }),
      record('snap', 'one', { given: 'Nguyen', family: 'Minh', birthDate: '1984-07-03', ssn: '922-17-3310', ...home }),
    ],
    evidence: 'CLEAR',
  },
  {
    name: 'text that is no name',
    records: [
      record('snap', 'one', { given: 'X'.repeat(5_000), family: "'; drop table person; --", birthDate: '1980-01-02' }),
      record('snap', 'other', { given: '\u202e\t\n', family: '🙂🙂', ssn: '１２３', phone: 'call my sister' }),
      record('snap', 'third', { given: '', family: ' ', zip: '-', birthDate: '' }),
    ],
    evidence: 'THIN',
  },
];
