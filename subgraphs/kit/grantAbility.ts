import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import type { GrantClaims } from '../../schema/grant.ts';
import type { FieldGuards, GuardedField } from './fieldGuards.ts';

/**
 * The only file that touches CASL. Used carelessly it fails open: a subject named by its type alone ignores conditions,
 * a missing field is allowed, a later rule beats an earlier forbid, a field that no rule knows is allowed by an
 * unrestricted one, and `manage` and `all` are wildcards. Hence here: always subject(), always a field, every rule
 * lists its fields, forbids last, and an action and a subject type that are ours alone.
 */
const action = 'person360:disclose';
const subjectType = 'person360:DatasetOfField';

type DatasetOfField = { readonly dataset: string };
type DisclosureAbility = MongoAbility<[typeof action, typeof subjectType | DatasetOfField]>;

/**
 * May a request under these claims be answered the guarded field? Each answer is made once and kept with the grant,
 * so that rows cost an array access.
 */
export function createDisclosureCheck(claims: GrantClaims, guards: FieldGuards): (guardIndex: number) => boolean {
  let ability: DisclosureAbility | undefined;
  const decisions: (boolean | undefined)[] = [];
  return (guardIndex) => {
    const known = decisions[guardIndex];
    if (known !== undefined) return known;
    const guard = guards.list[guardIndex];
    if (guard === undefined) return false;
    ability ??= defineAbility(claims, guards);
    const decision = allows(ability, guard);
    decisions[guardIndex] = decision;
    return decision;
  };
}

function defineAbility(claims: GrantClaims, guards: FieldGuards): DisclosureAbility {
  const open = guards.list.filter((guard) => guard.kind === 'datasets').map((guard) => guard.coordinate);
  const barred = guards.list.filter((guard) => guard.kind === 'barred').map((guard) => guard.coordinate);
  const rules: RawRuleOf<DisclosureAbility>[] = [];
  // CASL refuses an empty list of fields, and without a list a rule would be for every field.
  if (open.length > 0) {
    rules.push({ action, subject: subjectType, fields: open, conditions: { dataset: { $in: [...claims.datasets] } } });
  }
  if (barred.length > 0) rules.push({ action, subject: subjectType, fields: barred, inverted: true });
  return createMongoAbility<DisclosureAbility>(rules, {
    anyAction: 'person360:none',
    anySubjectType: 'person360:None',
  });
}

/** `@policy` is a list of alternatives (OR) of datasets that are all needed (AND); each level of a guard must hold. */
function allows(ability: DisclosureAbility, guard: GuardedField): boolean {
  switch (guard.kind) {
    case 'barred':
      return false;
    case 'datasets':
      return guard.levels.every((alternatives) =>
        alternatives.some(
          (datasets) =>
            datasets.length > 0 &&
            datasets.every((dataset) => ability.can(action, subject(subjectType, { dataset }), guard.coordinate)),
        ),
      );
  }
}
