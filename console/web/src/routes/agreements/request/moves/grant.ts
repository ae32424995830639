import type { FieldTransform, PersonCondition } from '../../generated/graphql.ts';
import type { FieldTerms } from '../request.ts';

type Conditions = readonly (readonly PersonCondition[])[];

/** What a decision would grant, as its form has it. */
export interface GrantDraft {
  readonly fields: ReadonlySet<string>;
  /** Masks in addition to those that were asked for. */
  readonly masks: ReadonlyMap<string, FieldTransform>;
  /** Undefined: as asked. */
  readonly conditions: Conditions | undefined;
  readonly months: string;
}

export interface GrantInput {
  readonly fields?: readonly string[];
  readonly transforms?: readonly { readonly field: string; readonly transform: FieldTransform }[];
  readonly conditions?: Conditions;
  readonly months?: number;
}

export const fullGrant = (fields: readonly FieldTerms[]): GrantDraft => ({
  fields: new Set(fields.flatMap(({ field }) => field ?? [])),
  masks: new Map(),
  conditions: undefined,
  months: '',
});

/** Leaves out whatever is as asked. */
export function grantInput(draft: GrantDraft, from: readonly FieldTerms[]): GrantInput {
  const transforms = [...draft.masks]
    .filter(([field]) => draft.fields.has(field))
    .map(([field, transform]) => ({ field, transform }));
  const conditions = draft.conditions?.filter((all) => all.length > 0) ?? [];
  return {
    ...(draft.fields.size === from.length ? {} : { fields: [...draft.fields] }),
    ...(transforms.length === 0 ? {} : { transforms }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(draft.months === '' ? {} : { months: Number(draft.months) }),
  };
}
