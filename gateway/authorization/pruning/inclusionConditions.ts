import { type DirectiveNode, Kind } from 'graphql';

/**
 * Condition of `@include` or `@skip`: the place takes part if the variable has this value (`@include(if: $v)`: true,
 * `@skip(if: $v)`: false).
 */
export interface InclusionCondition {
  readonly variable: string;
  readonly value: boolean;
}

/** Reads `@skip` and `@include` of one node. Literals are decided here; variables become conditions. */
export function conditionsOf(directives: readonly DirectiveNode[]): readonly InclusionCondition[] | 'excluded' {
  const conditions: InclusionCondition[] = [];
  for (const directive of directives) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const wanted = name === 'include';
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, value: wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return 'excluded';
  }
  return conditions;
}
