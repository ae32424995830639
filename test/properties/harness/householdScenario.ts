import fc from 'fast-check';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import { demonstrationNumbers as numbers } from '../../../population/demonstration/demonstrationNumbers.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { Condition, type FieldTerm } from '../../../schema/approvals/approvalTerms.ts';
import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import { datasetsDirectory } from '../../../schema/files.ts';
import { inForce } from '../../harness/product/startProduct.ts';
import {
  aging,
  childProtection,
  energyAssistance,
  fosterCare,
  schoolSupport,
  snapWorker,
  type Who,
} from '../../harness/requesters.ts';
import { type AskedLeaf, everyLeaf, leaves } from './householdQuestion.ts';
import { coordinatesOf, isOpenFor, type Label } from './isOpenFor.ts';

const labels = demonstrationHousehold.persons.map(({ label }) => label);
const requestable = [...readDatasetCatalogue(datasetsDirectory).datasets.values()].filter((each) => each.requestable);

const requesters = fc.constantFrom<Who>(
  { ...fosterCare, subject: demonstrationHousehold.caseworker },
  childProtection,
  { ...childProtection, subject: 'dcfs.caseworker.014' },
  energyAssistance,
  schoolSupport,
  snapWorker,
  { ...aging, roles: ['INVESTIGATOR'] },
);
const conditions = fc.array(fc.uniqueArray(fc.constantFrom(...Condition.options), { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 2,
});
const transform = fc.constantFrom('REDACT' as const, 'YEAR_ONLY' as const, undefined, undefined, undefined);
/** Absent and undefined mean the same here; the feed only knows absent. */
const plainJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Of one dataset: all of it; all of it for some persons, as the agreement's system writes it; or some fields, each in its way. */
const terms = fc.constantFrom(...requestable.map(({ id }) => id)).chain((dataset) => {
  const fields = coordinatesOf(dataset);
  const some = fc.subarray([...fields], { minLength: 1 });
  const each = (names: readonly string[]) =>
    fc.tuple(
      ...names.map((field) => fc.record({ field: fc.constant(field), transform, conditions: fc.option(conditions) })),
    );
  const fitting = (list: readonly { field: string; conditions: FieldTerm['conditions'] | null }[]) =>
    list.map(({ conditions: given, ...rest }) => ({ ...rest, ...(given === null ? {} : { conditions: given }) }));
  return fc.record({
    dataset: fc.constant(dataset),
    roles: fc.constantFrom<FeedApproval['roles']>([...STAFF_ROLES], [...STAFF_ROLES], ['CASEWORKER']),
    fields: fc.oneof(
      fc.constant(undefined),
      conditions.map((given) => fields.map((field) => ({ field, conditions: given }))),
      some.chain(each).map(fitting),
    ),
  });
});

export interface Scenario {
  readonly who: Who;
  readonly approvals: readonly FeedApproval[];
  readonly asked: readonly AskedLeaf[];
  readonly about: readonly Label[];
}
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    who: requesters,
    given: fc.array(terms, { minLength: 1, maxLength: 8 }),
    asked: leaves,
    about: fc.shuffledSubarray([...labels], { minLength: 1 }),
  })
  .map(({ who, given, ...rest }) => ({
    ...rest,
    who,
    approvals: plainJson(given.map((each, index) => inForce(who, each as Omit<FeedApproval, 'id'>, index))),
  }));

/** The person with this number, in any system. */
export const ownerOf = new Map<unknown, Label>(
  Object.entries(numbers).flatMap(([name, number]) => {
    const label = labels.find((each) => name.startsWith(each));
    return label === undefined ? [] : [[number, label] as const];
  }),
);

export const everything: Scenario = {
  who: aging,
  approvals: requestable.map(({ id }, index) => inForce(aging, { dataset: id }, index)),
  asked: everyLeaf,
  about: labels,
};

export const isOpen = ({ who, approvals }: Scenario, { program, typeName, name }: AskedLeaf, label: Label): boolean =>
  (program === undefined || isOpenFor(approvals, who, 'Person', program, label)) &&
  isOpenFor(approvals, who, typeName, name, label);
/** The approvals without what they say of one leaf in these lesser forms. */
const without = (
  { approvals }: Scenario,
  { typeName, name }: AskedLeaf,
  forms: readonly FieldTerm['transform'][],
): readonly FeedApproval[] =>
  approvals.map(({ fields, ...approval }) =>
    fields === undefined
      ? approval
      : {
          ...approval,
          fields: fields.filter(
            ({ field, transform: form }) => field !== `${typeName}.${name}` || !forms.includes(form),
          ),
        },
  );
/** An open value in the fullest form that some approvals together give; undefined where that is nothing. */
export function formOf(scenario: Scenario, leaf: AskedLeaf, label: Label, value: unknown): unknown {
  const opensWithout = (...forms: readonly FieldTerm['transform'][]) =>
    isOpenFor(without(scenario, leaf, forms), scenario.who, leaf.typeName, leaf.name, label);
  if (opensWithout('YEAR_ONLY', 'REDACT')) return value;
  if (!opensWithout('REDACT') || !/^\d{4}-\d\d-\d\d$/.test(String(value))) return undefined;
  return String(value).slice(0, 4);
}
/** As if every person met every condition. */
export const unconditional = (approvals: readonly FeedApproval[]): readonly FeedApproval[] =>
  approvals.map((approval) =>
    plainJson({ ...approval, fields: approval.fields?.map(({ field }) => ({ field })) } as FeedApproval),
  );
