import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { Condition, FieldTerm, Transform } from '../../../schema/approvals/approvalTerms.ts';
import type { FieldShape } from '../../../supergraph/read/fieldShape.ts';
import type { AccessRule, FactName } from '../../model/accessRule.ts';

/** Masks by how much they hide, least first. Of the rules that apply to a person, the one that shows most is used. */
const LOSS: readonly (Transform | null)[] = [
  null,
  'MONTH',
  'YEAR_ONLY',
  'AGE_BAND',
  'LAST4',
  'ZIP3',
  'COUNTY',
  'REDACT',
];

/** Maximum rules of one field: more would be a table that nobody can read. Rules that show least are dropped. */
const MAX_RULES = 16;

export function isUnrestricted(rule: AccessRule): boolean {
  return rule.transform === null && rule.anyOf.some((all) => all.length === 0);
}

/** Sorts rules in the order in which they are tried: the one that shows most first. */
export function orderRules(rules: readonly AccessRule[]): readonly AccessRule[] {
  return [...rules].sort((a, b) => LOSS.indexOf(a.transform) - LOSS.indexOf(b.transform)).slice(0, MAX_RULES);
}

/**
 * Combines the rules of two guards that must both hold. Two different masks cannot both be applied, so nothing of the
 * value is shown.
 */
export function combineRules(some: readonly AccessRule[], others: readonly AccessRule[]): readonly AccessRule[] {
  const both: AccessRule[] = [];
  for (const a of some) {
    for (const b of others) {
      both.push({
        approvalIds: distinctIds([a.approvalIds, b.approvalIds]),
        anyOf: bothHold(a.anyOf, b.anyOf),
        transform: a.transform === b.transform ? a.transform : (strongerOf(a.transform, b.transform) ?? 'REDACT'),
      });
    }
  }
  return orderRules(both);
}

/** Rules of the same approvals share one list of ids, of which there may be thousands. */
export function distinctIds(lists: readonly (readonly string[])[]): readonly string[] {
  const distinct = [...new Set(lists)];
  const [first] = distinct;
  return first !== undefined && distinct.length === 1 ? first : [...new Set(distinct.flat())];
}

function strongerOf(a: Transform | null, b: Transform | null): Transform | null | undefined {
  if (a === null) return b;
  if (b === null) return a;
  return undefined;
}

/** Fields of an address that a county-level address keeps. */
const COUNTY_LEVEL: ReadonlySet<string> = new Set(['state', 'county', 'countyFips']);

/** Approvals of one dataset on the same terms, evaluated once for all of them. */
export interface SharedTerms {
  readonly dataset: string;
  readonly fields: FeedApproval['fields'];
  readonly approvalIds: readonly string[];
}

/**
 * Groups approvals by the identity of their fields: approvals that arrive with equal fields share one list of them
 * (approvalSet.ts).
 */
export function groupByTerms(approvals: readonly FeedApproval[]): readonly SharedTerms[] {
  const found = new Map<FeedApproval['fields'], SharedTerms & { readonly approvalIds: string[] }>();
  for (const { id, dataset, fields } of approvals) {
    const same = found.get(fields);
    if (same === undefined) found.set(fields, { dataset, fields, approvalIds: [id] });
    else same.approvalIds.push(id);
  }
  return [...found.values()];
}

/** The rules by which approvals open one field; none if they do not cover it. */
export function rulesOfTerms({ dataset, fields, approvalIds }: SharedTerms, field: FieldShape): readonly AccessRule[] {
  if (fields === undefined) return [{ approvalIds, anyOf: [[]], transform: null }];
  const factsOf = (conditions: readonly (readonly Condition[])[] | undefined): AccessRule['anyOf'] =>
    conditions?.map((all) => all.map((condition): FactName => factName(condition, dataset))) ?? [[]];
  const terms = fields.filter((term) => term.field === field.coordinate);
  if (field.composite) {
    // Even an object without any value reveals that it exists, so it is open only where something in it is. One that
    // leads to an entity reveals who is related to whom, and must be named.
    const inner = ruleOfAny(fields.filter(({ field: within }) => field.inside.includes(within)));
    if (terms.length === 0) return inner;
    return inner.length === 0 ? ruleOfAny(terms) : [ruleOfBoth(ruleOfAny(terms), inner)];
  }
  const countyTerms = fields.filter(
    ({ field: by, transform }) => transform === 'COUNTY' && field.returnedBy.includes(by),
  );
  const hasCounty = COUNTY_LEVEL.has(field.name);
  const opened = terms.length === 0 && hasCounty ? countyTerms.map(({ conditions }) => ({ conditions })) : terms;
  return opened.map(({ conditions, transform }: Pick<FieldTerm, 'conditions' | 'transform'>) => ({
    approvalIds,
    anyOf: factsOf(conditions),
    transform: countyTerms.length > 0 && !hasCounty ? 'REDACT' : (transform ?? null),
  }));

  function ruleOfAny(given: readonly FieldTerm[]): readonly AccessRule[] {
    if (given.length === 0) return [];
    const anyOf = simplify(given.flatMap(({ conditions }) => factsOf(conditions)));
    return [{ approvalIds, anyOf, transform: null }];
  }
}

/** Alternatives under which approvals open anything of their dataset. Undefined: it is open without a condition. */
export function datasetAlternatives(all: readonly SharedTerms[]): AccessRule['anyOf'] | undefined {
  const terms = all.flatMap(({ dataset, fields }) =>
    fields === undefined ? [undefined] : fields.map(({ conditions }) => conditions && { dataset, conditions }),
  );
  const asked = terms.flatMap((term) => term ?? []);
  if (asked.length < terms.length) return undefined;
  return simplify(
    asked.flatMap(({ dataset, conditions }) => conditions.map((all) => all.map((each) => factName(each, dataset)))),
  );
}

/** Requires one of the rules and one of the others. */
function ruleOfBoth(some: readonly AccessRule[], others: readonly AccessRule[]): AccessRule {
  const anyOf = some.flatMap((a) => others.flatMap((b) => bothHold(a.anyOf, b.anyOf)));
  const approvalIds = distinctIds([...some, ...others].map((rule) => rule.approvalIds));
  return { approvalIds, anyOf: simplify(anyOf), transform: null };
}

function bothHold(a: AccessRule['anyOf'], b: AccessRule['anyOf']): AccessRule['anyOf'] {
  return simplify(a.flatMap((all) => b.map((also) => [...all, ...also])));
}

/** Removes alternatives that require more than another one does. */
function simplify(anyOf: AccessRule['anyOf']): AccessRule['anyOf'] {
  const distinct = new Map(anyOf.map((all) => [...new Set(all)].sort()).map((all) => [all.join(), all]));
  const alternatives = [...distinct.values()];
  return alternatives.filter(
    (all) => !alternatives.some((other) => other.length < all.length && other.every((fact) => all.includes(fact))),
  );
}

function factName(condition: Condition, dataset: string): FactName {
  return condition === 'CONSENT' ? `CONSENT:${dataset}` : condition;
}
