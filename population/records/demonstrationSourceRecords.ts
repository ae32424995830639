import { numberedSystems } from '../../schema/persons/personKeys.ts';
import type { SourceRecord, Traits } from '../../schema/persons/sourceRecord.ts';
import { demonstrationHousehold } from '../demonstration/demonstrationHousehold.ts';
import { demonstrationRecords } from '../demonstration/demonstrationRecords.ts';
import { recordedRow } from './recordedRows.ts';
import type { TruthRow } from './truthRow.ts';

type Label = (typeof demonstrationHousehold.persons)[number]['label'];

const home = { street: '7321 S Champlain Ave Apt 2', city: 'Chicago', state: 'IL', zip: '60619' } as const;
const PHONE = '773-014-2298';
const MOBILE_OF_DAUGHTER = '773-118-0467';

/** What the systems know besides the name and the birth date; area 900 is left to these people. */
const known: Readonly<Record<Label, Omit<Traits, 'given' | 'family' | 'birthDate'>>> = {
  grandmother: { ...home, middle: 'Mae', suffix: null, gender: 'FEMALE', ssn: '900-12-4471', phone: PHONE },
  daughter: { ...home, middle: 'Renee', suffix: null, gender: 'FEMALE', ssn: '900-27-3058', phone: MOBILE_OF_DAUGHTER },
  partner: { ...home, middle: 'Anthony', suffix: null, gender: 'MALE', ssn: '900-41-9926', phone: null },
  ward: { ...home, middle: 'Nicole', suffix: null, gender: 'FEMALE', ssn: '900-08-6613', phone: PHONE },
  child: { ...home, middle: 'James', suffix: null, gender: 'MALE', ssn: '900-33-1742', phone: MOBILE_OF_DAUGHTER },
};

/** What each system wrote differently, or does not know. */
const written: Readonly<Record<string, Partial<Record<Label, Partial<Traits>>>>> = {
  snap: { daughter: { middle: 'R' }, child: { middle: null } },
  tanf: { daughter: { middle: null, street: '7321 S Champlain Avenue #2' }, child: { middle: 'J' } },
  medicaid: {
    grandmother: { ssn: '900124471' },
    daughter: { ssn: '900273058' },
    // The department is the ward's guardian: its number stands where the caretaker's would.
    ward: { ssn: '900086613', phone: null },
    child: { ssn: null, middle: 'J' },
  },
  corrections: { partner: { ssn: '900419926', street: '7321 South Champlain' } },
  education: { ward: { ssn: null }, child: { ssn: null } },
  weatherization: {
    grandmother: { ssn: '***-**-4471', middle: 'M' },
    daughter: { ssn: null, middle: null, phone: PHONE },
    ward: { ssn: null, middle: null, gender: null },
    child: { ssn: null, middle: null, gender: null, phone: PHONE },
  },
  childwelfare: { ward: { ssn: null, middle: 'N', street: '7321 S. Champlain Avenue, Apt. 2' } },
};

/** The records of the demonstration household, the same for every seed: names and dates are those of the tables. */
export const demonstrationSourceRecords: {
  readonly records: readonly SourceRecord[];
  readonly truth: readonly TruthRow[];
} = writeAll();

function writeAll() {
  const records: SourceRecord[] = [];
  const truth: TruthRow[] = [];
  for (const [system, field] of numberedSystems) {
    for (const { personId, [field]: number } of demonstrationRecords.persons) {
      const label = demonstrationHousehold.persons.find(({ id }) => id === personId)?.label;
      if (number === null || label === undefined) continue;
      const { givenName: given, familyName: family, birthDate } = recordedRow(demonstrationRecords, system, number);
      const traits = { given, family, birthDate, ...known[label], ...written[system]?.[label] };
      records.push({ system, number, traits });
      truth.push({ system, number, personId, heritage: 'AFRICAN_AMERICAN' });
    }
  }
  return { records, truth };
}
