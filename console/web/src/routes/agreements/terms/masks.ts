import type { FieldTransform } from '../generated/graphql.ts';

const MASKS: ReadonlySet<string> = new Set<FieldTransform>([
  'MONTH',
  'YEAR_ONLY',
  'AGE_BAND',
  'LAST4',
  'ZIP3',
  'COUNTY',
  'REDACT',
]);

export function isMask(text: string): text is FieldTransform {
  return MASKS.has(text);
}
