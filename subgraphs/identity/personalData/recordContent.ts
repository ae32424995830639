import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import { paddedJson } from '../../kit/encryption/paddedJson.ts';

/** Text of a record to encrypt, and to make its content token of. Positions have a meaning: stored values are read by them. */
export function writeContent(content: RecordContent): string {
  const { given, middle, family, suffix, birthDate, gender, ssn } = content;
  const { street, city, state, zip, phone, primaryLanguage, living } = content;
  return paddedJson([
    ...[given, middle, family, suffix, birthDate, gender, ssn],
    ...[street, city, state, zip, phone, primaryLanguage, living],
  ]);
}

export function readContent(text: string): RecordContent {
  // Only writeContent writes these values, and AES-GCM authenticates them.
  const values = JSON.parse(text) as ContentArray;
  const [given, middle, family, suffix, birthDate, gender, ssn] = values;
  const [street, city, state, zip, phone, primaryLanguage, living] = values.slice(7) as AfterSeven<ContentArray>;
  return {
    ...{ given, middle, family, suffix, birthDate, gender, ssn },
    ...{ street, city, state, zip, phone, primaryLanguage, living },
  };
}
type Text = string | null;
type ContentArray = [Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, boolean | null];
type AfterSeven<All> = All extends [unknown, unknown, unknown, unknown, unknown, unknown, unknown, ...infer Rest]
  ? Rest
  : never;
