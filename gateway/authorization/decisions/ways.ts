import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import type { Condition, FieldTerm, Transform } from '../../../schema/approvalTerms.ts';
import type { FactName, Way } from '../../model/accessRule.ts';
import type { FieldShape } from '../../model/fieldShape.ts';

/** What is lost, least first. Of the ways that are open for a person, the one that shows most counts. */
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

/** More ways than these for one field would be a table nobody can read; the ways that show least are left out. */
const MAX_WAYS = 16;

export function isPlain(way: Way): boolean {
  return way.transform === null && way.when.some((all) => all.length === 0);
}

/** In the order in which they are tried: the one that shows most first. */
export function orderWays(ways: readonly Way[]): readonly Way[] {
  return [...ways].sort((a, b) => LOSS.indexOf(a.transform) - LOSS.indexOf(b.transform)).slice(0, MAX_WAYS);
}

/** Ways through two guards that must both be held. Two different transforms cannot both be kept: nothing is shown of the value. */
export function throughBoth(some: readonly Way[], others: readonly Way[]): readonly Way[] {
  const both: Way[] = [];
  for (const a of some) {
    for (const b of others) {
      both.push({
        approvalIds: distinctIds([a.approvalIds, b.approvalIds]),
        when: bothHold(a.when, b.when),
        transform: a.transform === b.transform ? a.transform : (strongerOf(a.transform, b.transform) ?? 'REDACT'),
      });
    }
  }
  return orderWays(both);
}

/** Ways of the same approvals share one list of ids: there may be thousands. */
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

/** Approvals of one dataset on the same terms: what they open, and for whom, is worked out once for all of them. */
export interface SameTerms {
  readonly dataset: string;
  readonly fields: FeedApproval['fields'];
  readonly approvalIds: readonly string[];
}

/** By identity: approvals that arrive with equal fields share one list of them (approvalSet.ts). */
export function bySameTerms(approvals: readonly FeedApproval[]): readonly SameTerms[] {
  const found = new Map<FeedApproval['fields'], SameTerms & { readonly approvalIds: string[] }>();
  for (const { id, dataset, fields } of approvals) {
    const same = found.get(fields);
    if (same === undefined) found.set(fields, { dataset, fields, approvalIds: [id] });
    else same.approvalIds.push(id);
  }
  return [...found.values()];
}

/** The ways that approvals open for one field; none when they do not cover it. */
export function waysOfTerms({ dataset, fields, approvalIds }: SameTerms, field: FieldShape): readonly Way[] {
  if (fields === undefined) return [{ approvalIds, when: [[]], transform: null }];
  const factsOf = (conditions: readonly (readonly Condition[])[] | undefined): Way['when'] =>
    conditions?.map((all) => all.map((condition): FactName => factName(condition, dataset))) ?? [[]];
  const terms = fields.filter((term) => term.field === field.coordinate);
  if (field.composite) {
    // An object that shows nothing still tells that there is one: it is open only for whom something in it is. One
    // that leads to an entity tells who is related to whom, and has to be named.
    const inner = throughAny(fields.filter(({ field: within }) => field.inside.includes(within)));
    if (terms.length === 0) return inner;
    return inner.length === 0 ? throughAny(terms) : [throughAll(throughAny(terms), inner)];
  }
  const countyTerms = fields.filter(
    ({ field: by, transform }) => transform === 'COUNTY' && field.returnedBy.includes(by),
  );
  const hasCounty = COUNTY_LEVEL.has(field.name);
  const opened = terms.length === 0 && hasCounty ? countyTerms.map(({ conditions }) => ({ conditions })) : terms;
  return opened.map(({ conditions, transform }: Pick<FieldTerm, 'conditions' | 'transform'>) => ({
    approvalIds,
    when: factsOf(conditions),
    transform: countyTerms.length > 0 && !hasCounty ? 'REDACT' : (transform ?? null),
  }));

  function throughAny(given: readonly FieldTerm[]): readonly Way[] {
    if (given.length === 0) return [];
    const when = simplest(given.flatMap(({ conditions }) => factsOf(conditions)));
    return [{ approvalIds, when, transform: null }];
  }
}

/** For whom approvals open anything at all of their dataset; undefined: for everybody. */
export function whenOfDataset(all: readonly SameTerms[]): Way['when'] | undefined {
  const terms = all.flatMap(({ dataset, fields }) =>
    fields === undefined ? [undefined] : fields.map(({ conditions }) => conditions && { dataset, conditions }),
  );
  const asked = terms.flatMap((term) => term ?? []);
  if (asked.length < terms.length) return undefined;
  return simplest(
    asked.flatMap(({ dataset, conditions }) => conditions.map((all) => all.map((each) => factName(each, dataset)))),
  );
}

/** For whom one of the ways is open and one of the others. */
function throughAll(some: readonly Way[], others: readonly Way[]): Way {
  const when = some.flatMap((a) => others.flatMap((b) => bothHold(a.when, b.when)));
  const approvalIds = distinctIds([...some, ...others].map((way) => way.approvalIds));
  return { approvalIds, when: simplest(when), transform: null };
}

function bothHold(a: Way['when'], b: Way['when']): Way['when'] {
  return simplest(a.flatMap((all) => b.map((also) => [...all, ...also])));
}

/** The same alternatives without those that ask for more than another one does. */
function simplest(when: Way['when']): Way['when'] {
  const distinct = new Map(when.map((all) => [...new Set(all)].sort()).map((all) => [all.join(), all]));
  const alternatives = [...distinct.values()];
  return alternatives.filter(
    (all) => !alternatives.some((other) => other.length < all.length && other.every((fact) => all.includes(fact))),
  );
}

function factName(condition: Condition, dataset: string): FactName {
  return condition === 'CONSENT' ? `CONSENT:${dataset}` : condition;
}
