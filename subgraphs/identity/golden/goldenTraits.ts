import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import { normalizeDate } from '../linkage/normalize/normalizeDate.ts';
import { normalizeGender } from '../linkage/normalize/normalizeNumbers.ts';
import type { PersonTraits } from '../personalData/personTraits.ts';
import { type Agreement, agreedValue, type WrittenValue } from './agreedValue.ts';
import { writeSources } from './attributeSources.ts';
import { goldenName } from './goldenName.ts';
import type { GoldenRecord } from './goldenRecord.ts';
import { countedRecords, documentRank } from './sourceSystems.ts';

/** What the index shows of a person. */
export interface GoldenTraits extends PersonTraits {
  /** False once any system has heard of a death. */
  readonly living: boolean;
  readonly sources: string;
}

const BIRTH_DATE: Agreement<string> = { rankOf: (system) => documentRank('birthDate', system) };
const OTHERS: Agreement<string> = { rankOf: (system) => documentRank('name', system) };

/**
 * What the person's records say together: of each attribute the value on which most systems agree; then that of systems
 * that see documents; then the newest. Null where no record has one. Does not depend on the order of the records.
 *
 * @param today YYYYMMDD; a later birth date is none
 */
export function goldenTraits(records: readonly GoldenRecord[], today: string): GoldenTraits {
  const counted = countedRecords(records);
  const { name, middle, suffix } = goldenName(counted);
  const birthDate = agreedValue(
    counted.flatMap((record) => written(record, birthDateOf(record.content, today))),
    BIRTH_DATE,
  );
  const gender = agreedValue(
    counted.flatMap((record) => written(record, genderOf(record.content))),
    OTHERS,
  );
  const primaryLanguage = agreedValue(
    counted.flatMap((record) => written(record, record.content.primaryLanguage)),
    OTHERS,
  );
  return {
    given: name?.value.given ?? null,
    middle: middle?.value ?? null,
    family: name?.value.family ?? null,
    suffix: suffix?.value ?? null,
    birthDate: birthDate?.value ?? null,
    gender: gender?.value ?? 'UNKNOWN',
    primaryLanguage: primaryLanguage?.value ?? null,
    sources: writeSources({ name, middle, suffix, birthDate, gender, primaryLanguage }),
    living: !records.some(({ content }) => content.living === false),
  };
}

function written({ system, registeredAt }: GoldenRecord, value: string | null): readonly WrittenValue<string>[] {
  return value === null || value === '' ? [] : [{ system, registeredAt, value, meaning: value }];
}

/** ISO 8601, of a day that exists. */
function birthDateOf(content: RecordContent, today: string): string | null {
  const { birthDate: digits } = normalizeDate(content.birthDate, today);
  return digits === null ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function genderOf({ gender }: RecordContent): string | null {
  const normal = normalizeGender(gender);
  if (normal !== null) return normal === 'M' ? 'MALE' : 'FEMALE';
  return gender?.trim().toUpperCase() === 'OTHER' ? 'OTHER' : null;
}
