import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { FieldTerm } from '../agreement/terms/terms.ts';
import type { Conditions } from '../agreement/terms/vocabulary.ts';
import type { RegisterRules } from '../register/register.ts';

type FeedFields = NonNullable<FeedApproval['fields']>;

/**
 * An agreement's fields in the gateways' format. Undefined if it grants the whole dataset unmasked, for everyone.
 * Fields that the catalog has since barred or removed are left out; null if nothing is left.
 */
export function feedFields(
  { catalogue, fieldsOf }: Pick<RegisterRules, 'catalogue' | 'fieldsOf'>,
  dataset: string,
  terms: readonly FieldTerm[],
): FeedFields | undefined | null {
  const { own, through } = fieldsOf(dataset);
  const open = new Set(own.map(({ coordinate }) => coordinate).filter((field) => !catalogue.hardBars.has(field)));
  const given = terms.filter(({ field }) => open.has(field));
  if (given.length === 0) return null;
  const whole = given.length === open.size && given.every(isPlain);
  if (whole) return undefined;
  const listed = given.map(({ field, transform, conditions }) => ({
    field,
    ...(transform === null ? {} : { transform }),
    ...conditionsOf(conditions),
  }));
  const anybody = conditionsOf(anyOf(given));
  const passed = through.filter((field) => !catalogue.hardBars.has(field));
  return [...listed, ...passed.map((field) => ({ field, ...anybody }))];
}

function isPlain({ transform, conditions }: FieldTerm): boolean {
  return transform === null && isUnconditional(conditions);
}

function isUnconditional(conditions: Conditions): boolean {
  return conditions.some((all) => all.length === 0);
}

function conditionsOf(conditions: Conditions): Pick<FeedFields[number], 'conditions'> {
  if (isUnconditional(conditions)) return {};
  return { conditions: conditions.map((all) => [...all]) };
}

/** Union of the conditions, which everyone meets who sees any field of the dataset. */
function anyOf(terms: readonly FieldTerm[]): Conditions {
  const distinct = new Map(terms.flatMap(({ conditions }) => conditions.map((all) => [[...all].sort().join(), all])));
  return [...distinct.values()];
}
