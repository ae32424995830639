import { PublicError } from '../../../kit/errors/publicError.ts';
import { RequestTerms } from '../../agreement/terms/terms.ts';
import { Role, UNCONDITIONAL } from '../../agreement/terms/vocabulary.ts';
import { plainTexts } from './plainTexts.ts';

/** Terms as received through GraphQL: everything with a default may be missing or null. */
export interface TermsInput {
  readonly purpose: RequestTerms['purpose'];
  readonly legalBasis: string;
  readonly roles?: readonly string[] | null | undefined;
  readonly fields?: readonly string[] | null | undefined;
  readonly transforms?: RequestTerms['transforms'] | null | undefined;
  readonly conditions?: RequestTerms['conditions'] | null | undefined;
  readonly population?: string | null | undefined;
  readonly startsOn?: string | null | undefined;
  readonly months?: number | null | undefined;
  readonly reviewMonths?: number | null | undefined;
  readonly retentionDays?: number | null | undefined;
  readonly redisclosure?: RequestTerms['redisclosure'] | null | undefined;
}

/** Parses the terms of a request for one dataset. Checks only shapes; the procedure decides what is allowed. */
export function termsOf(dataset: string, input: TermsInput): RequestTerms {
  const parsed = RequestTerms.safeParse({
    dataset,
    purpose: input.purpose,
    roles: input.roles ?? Role.options,
    fields: input.fields ?? null,
    transforms: input.transforms ?? [],
    conditions: conditionsOf(input.conditions) ?? UNCONDITIONAL,
    population: input.population ?? 'Persons in the cases of the requesting agency',
    legalBasis: input.legalBasis,
    startsOn: input.startsOn ?? null,
    months: input.months ?? 12,
    reviewMonths: input.reviewMonths ?? null,
    retentionDays: input.retentionDays ?? 365,
    redisclosure: input.redisclosure ?? 'PROHIBITED',
  });
  if (parsed.success) return plainTexts('terms', parsed.data);
  const problem = parsed.error.issues[0];
  throw new PublicError(
    'BAD_USER_INPUT',
    `The terms cannot be read: ${problem?.path.join('.') ?? ''}: ${problem?.message ?? 'not as described'}.`,
  );
}

/**
 * Converts conditions from GraphQL, where no alternatives means "for everyone": one alternative that requires nothing.
 */
export function conditionsOf(
  conditions: RequestTerms['conditions'] | null | undefined,
): RequestTerms['conditions'] | null {
  if (conditions === null || conditions === undefined) return null;
  return conditions.length === 0 ? UNCONDITIONAL : conditions;
}
