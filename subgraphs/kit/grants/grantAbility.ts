import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { FieldGuards, GuardedField } from '../guards/fieldGuards.ts';

/**
 * The only file that uses CASL, because careless use fails open: a subject named only by its type ignores conditions, a
 * missing field is allowed, a later rule overrides an earlier forbid, an unrestricted rule allows unknown fields, and
 * `manage` and `all` are wildcards. So this file always uses subject(), always passes a field, lists fields in every
 * rule, puts forbids last, and uses its own action and subject type.
 */
const ACTION = 'person360:disclose';
const SUBJECT_TYPE = 'person360:DatasetOfField';

/** A dataset and the facts known about the person whose field it is. */
interface DatasetOfField {
  readonly dataset: string;
  readonly facts: readonly string[];
}
type DisclosureAbility = MongoAbility<[typeof ACTION, typeof SUBJECT_TYPE | DatasetOfField]>;

/** Decides which guarded fields a request under one grant may see. */
export interface DisclosureCheck {
  /** Decides whether the field opens for every person, for none, or only for persons with the right facts. */
  of(guardIndex: number): 'everybody' | 'nobody' | 'some';
  /** True if the field opens for a person with exactly these facts. */
  opensFor(guardIndex: number, facts: readonly string[]): boolean;
}

/** Decides once per set of facts and caches the result with the grant, so that each row costs one array access. */
export function createDisclosureCheck(claims: GrantClaims, guards: FieldGuards): DisclosureCheck {
  const everyFact = [...new Set(Object.values(claims.conditions ?? {}).flat(2))];
  const byFacts = new Map<string, (boolean | undefined)[]>();
  const kinds: (ReturnType<DisclosureCheck['of']> | undefined)[] = [];
  let ability: DisclosureAbility | undefined;

  function opensFor(guardIndex: number, facts: readonly string[]): boolean {
    const named = everyFact.filter((fact) => facts.includes(fact));
    const decisions = byFacts.get(named.join()) ?? [];
    byFacts.set(named.join(), decisions);
    const cached = decisions[guardIndex];
    if (cached !== undefined) return cached;
    const guard = guards.list[guardIndex];
    if (guard === undefined) return false;
    ability ??= defineAbility(claims, guards);
    const decision = allows(ability, guard, named);
    decisions[guardIndex] = decision;
    return decision;
  }

  return {
    opensFor,
    of(guardIndex) {
      const cached = kinds[guardIndex];
      if (cached !== undefined) return cached;
      const forSome = opensFor(guardIndex, everyFact) ? 'some' : 'nobody';
      const kind = opensFor(guardIndex, []) ? 'everybody' : forSome;
      kinds[guardIndex] = kind;
      return kind;
    },
  };
}

function defineAbility(claims: GrantClaims, guards: FieldGuards): DisclosureAbility {
  const open = guards.list.filter((guard) => guard.kind === 'datasets').map((guard) => guard.coordinate);
  const barred = guards.list.filter((guard) => guard.kind === 'barred').map((guard) => guard.coordinate);
  const rules: RawRuleOf<DisclosureAbility>[] = [];
  const conditions = new Map(Object.entries(claims.conditions ?? {}));
  // CASL rejects an empty list of fields, and a rule without a list would apply to every field.
  for (const dataset of open.length > 0 ? claims.datasets : []) {
    const alternatives = conditions.get(dataset);
    const persons = alternatives?.map((all) => ({ facts: { $all: [...all] } })) ?? [{}];
    for (const of of persons)
      rules.push({ action: ACTION, subject: SUBJECT_TYPE, fields: open, conditions: { dataset, ...of } });
  }
  if (barred.length > 0) rules.push({ action: ACTION, subject: SUBJECT_TYPE, fields: barred, inverted: true });
  return createMongoAbility<DisclosureAbility>(rules, {
    anyAction: 'person360:none',
    anySubjectType: 'person360:None',
  });
}

/**
 * Evaluates `@policy`: a list of alternatives (OR) of datasets that are all needed (AND). Each level of a guard must
 * hold.
 */
function allows(ability: DisclosureAbility, guard: GuardedField, facts: readonly string[]): boolean {
  switch (guard.kind) {
    case 'barred':
      return false;
    case 'datasets':
      return guard.levels.every((alternatives) =>
        alternatives.some(
          (datasets) =>
            datasets.length > 0 &&
            datasets.every((dataset) =>
              ability.can(ACTION, subject(SUBJECT_TYPE, { dataset, facts: [...facts] }), guard.coordinate),
            ),
        ),
      );
  }
}
