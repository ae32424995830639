import { nicknameRoots } from '../linkage/normalize/nicknameRoots.ts';
import { type NormalizedName, normalizeName } from '../linkage/normalize/normalizeName.ts';
import { type Agreement, agreedValue, type WrittenValue } from './agreedValue.ts';
import type { GoldenRecord } from './goldenRecord.ts';
import { documentRank } from './sourceSystems.ts';

/** Parts of a name, each with the record that it is from. */
export interface GoldenName {
  readonly name: WrittenValue<{ readonly given: string | null; readonly family: string | null }> | undefined;
  readonly middle: WrittenValue<string> | undefined;
  readonly suffix: WrittenValue<string> | undefined;
}

/**
 * Given and family name are one value, because some records have them in each other's place. A nickname speaks for the
 * name that it is short for, and an initial for a middle name.
 */
export function goldenName(records: readonly GoldenRecord[]): GoldenName {
  const named = records.map((record) => ({ record, normal: normalizeName(record.content) }));
  return { name: wholeName(named), middle: middleName(records), suffix: suffix(named) };
}

const NONE: readonly WrittenValue<string>[] = [];
type NamedRecord = { readonly record: GoldenRecord; readonly normal: NormalizedName };
const rankOf = (system: string): number => documentRank('name', system);

const WHOLE_NAME: Agreement<NonNullable<GoldenName['name']>['value']> = {
  rankOf,
  supports(meaning, other) {
    const [[given = '', family], [root = '', otherFamily]] = [meaning.split('|'), other.split('|')];
    return family === otherFamily && given !== root && nicknameRoots(given).includes(root);
  },
  fullness: ({ given, family }) => fullness(given ?? '') + fullness(family ?? ''),
};
const MIDDLE_NAME: Agreement<string> = {
  rankOf,
  supports: (meaning, other) => meaning.length === 1 && other.length > 1 && other.startsWith(meaning),
  fullness,
};
const SUFFIX: Agreement<string> = { rankOf, fullness };

function wholeName(named: readonly NamedRecord[]): GoldenName['name'] {
  const written = named.map(({ record, normal }) => {
    const given = meaningOf(normal.given, record.content.given, normal.newborn !== null);
    const family = meaningOf(normal.family, record.content.family, false);
    return {
      ...from(record, {
        given: given === null ? null : record.content.given,
        family: family === null ? null : record.content.family,
      }),
      meaning: `${given ?? ''}|${family ?? ''}`,
      parts: (given === null ? 0 : 1) + (family === null ? 0 : 1),
    };
  });
  const most = Math.max(0, ...written.map(({ parts }) => parts));
  const whole = agreedValue(
    written.filter(({ parts }) => parts === most && parts > 0),
    WHOLE_NAME,
  );
  if (whole === undefined || whole.value.given !== null) return whole;
  // BABY GIRL A is better than nothing: it tells twins apart.
  const newborns = named.flatMap(({ record, normal }) => {
    const { given } = record.content;
    return given === null || normal.newborn === null ? [] : [{ ...from(record, given), meaning: given.toUpperCase() }];
  });
  return { ...whole, value: { ...whole.value, given: agreedValue(newborns, { rankOf })?.value ?? null } };
}

function middleName(records: readonly GoldenRecord[]): GoldenName['middle'] {
  const written = records.flatMap((record) => {
    const { middle } = record.content;
    if (middle === null) return NONE;
    const { middle: meaning } = normalizeName({ given: null, family: null, suffix: null, middle });
    return meaning === null ? NONE : [{ ...from(record, middle), meaning }];
  });
  return agreedValue(written, MIDDLE_NAME);
}

function suffix(named: readonly NamedRecord[]): GoldenName['suffix'] {
  const written = named.flatMap(({ record, normal }) => {
    const { suffix } = record.content;
    return suffix === null || normal.suffix === null ? NONE : [{ ...from(record, suffix), meaning: normal.suffix }];
  });
  return agreedValue(written, SUFFIX);
}

function from<Value>({ system, registeredAt }: GoldenRecord, value: Value) {
  return { system, registeredAt, value };
}

/** A name in letters that linking does not compare is a name too. */
function meaningOf(normal: string | null, text: string | null, isNewborn: boolean): string | null {
  if (normal !== null || text === null || isNewborn) return normal;
  return /\p{L}/u.test(text) && !/[A-Za-z]/.test(text) ? text.trim().toUpperCase() : null;
}

/** Systems lose accents and lowercase letters, and leave out second names; none adds them. */
function fullness(text: string): number {
  const marks = text.match(/[^\x20-\x7e]/g)?.length ?? 0;
  const words = text.trim().split(/\s+/).length;
  return 4 * marks + 2 * words + (/\p{Ll}/u.test(text) ? 1 : 0);
}
