import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { demonstrationNumbers as numbers } from '../../population/demonstration/demonstrationNumbers.ts';
import { demonstrationHousehold } from '../../population/demonstrationHousehold.ts';
import type { FeedApproval } from '../../schema/approvalFeed.ts';
import { Condition, type FieldTerm } from '../../schema/approvalTerms.ts';
import { readDatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { datasetsDirectory, type SubgraphName } from '../../schema/files.ts';
import { type Answer, at } from '../harness/answer.ts';
import { askedCoordinates, isAskedToDecide, isLinkingKey } from '../harness/askedCoordinates.ts';
import { idOf, type Person360, startPerson360 } from '../harness/person360.ts';
import {
  aging,
  childProtection,
  energyAssistance,
  fosterCare,
  schoolSupport,
  snapWorker,
  type Who,
} from '../harness/requesters.ts';
import type { RecordedRequest } from '../harness/subgraphProxy.ts';
import { type ApprovedGateway, inForce, startApprovedGateway } from './harness/approvedGateway.ts';
import { type AskedLeaf, everyLeaf, leafKey, leaves, styles, writeQuestion } from './harness/householdQuestion.ts';
import { coordinatesOf, isOpenFor, type Label } from './harness/personReference.ts';

/** Runs of each property; together a thousand. More, and the seed, by the environment. */
const numRuns = Number(process.env.ACCESS_REAL_RUNS ?? 250);
const seed = Number(process.env.ACCESS_SEED ?? Date.now() % 2 ** 31);
process.stderr.write(`access properties of the real systems: ACCESS_SEED=${seed}\n`);

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
    roles: fc.constantFrom(undefined, undefined, ['CASEWORKER']),
    fields: fc.oneof(
      fc.constant(undefined),
      conditions.map((given) => fields.map((field) => ({ field, conditions: given }))),
      some.chain(each).map(fitting),
    ),
  });
});

interface Scenario {
  readonly who: Who;
  readonly approvals: readonly FeedApproval[];
  readonly asked: readonly AskedLeaf[];
  readonly about: readonly Label[];
}
const scenarios: fc.Arbitrary<Scenario> = fc
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

/** Whose number it is, in whichever system. */
const ownerOf = new Map<unknown, Label>(
  Object.entries(numbers).flatMap(([name, number]) => {
    const label = labels.find((each) => name.startsWith(each));
    return label === undefined ? [] : [[number, label] as const];
  }),
);

const everything: Scenario = {
  who: aging,
  approvals: requestable.map(({ id }, index) => inForce(aging, { dataset: id }, index)),
  asked: everyLeaf,
  about: labels,
};

let system: Person360;
let gateway: ApprovedGateway;
/** What each system has, by person and leaf. */
let recorded: ReadonlyMap<string, unknown>;
beforeAll(async () => {
  system = await startPerson360();
  gateway = await startApprovedGateway(system, { limits: { maxPrepared: 10_000 } });
  recorded = shownIn(await ask(everything), everything);
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

async function ask({ who, approvals, asked, about }: Scenario, style: (typeof styles)[number] | 'plain' = 'plain') {
  const question = writeQuestion(asked, style);
  gateway.replace(approvals);
  const answer = await gateway.ask(who, question.query, { ids: about.map(idOf), ...question.variables });
  expect(answer.status).toBe(200);
  return { answer, question };
}
type Asked = Awaited<ReturnType<typeof ask>>;

/** Values that the answer shows, by person and leaf. */
function shownIn({ answer, question }: Asked, { about }: Scenario): ReadonlyMap<string, unknown> {
  const shown = new Map<string, unknown>();
  for (const [index, label] of about.entries()) {
    for (const { leaf, path } of question.read) {
      const value = at(answer.data, ['persons', index, ...path].join('.')) ?? null;
      if (value !== null) shown.set(`${label} ${leafKey(leaf)}`, value);
    }
  }
  return shown;
}

const isOpen = ({ who, approvals }: Scenario, { program, typeName, name }: AskedLeaf, label: Label): boolean =>
  (program === undefined || isOpenFor(approvals, who, 'Person', program, label)) &&
  isOpenFor(approvals, who, typeName, name, label);
/** The system has no record of the person, and the requester may see that. */
const isKnownToHaveNone = ({ who, approvals }: Scenario, { program }: AskedLeaf, label: Label): boolean =>
  program !== undefined &&
  isOpenFor(approvals, who, 'Person', program, label) &&
  ![...recorded.keys()].some((key) => key.startsWith(`${label} Person.${program}.`));
const isAsItIs = ({ approvals }: Scenario): boolean =>
  approvals.every(({ fields }) => (fields ?? []).every((term) => term.transform === undefined));
/** As if everybody met every condition. */
const unconditional = (approvals: readonly FeedApproval[]): readonly FeedApproval[] =>
  approvals.map((approval) =>
    plainJson({ ...approval, fields: approval.fields?.map(({ field }) => ({ field })) } as FeedApproval),
  );
const told = ({ errors }: Answer): readonly string[] =>
  errors.map(({ extensions }) => `${extensions.coordinate} ${extensions.reason}`).sort();

const check = (title: string, property: (scenario: Scenario, more: number) => Promise<void>) =>
  test(`${title} (${numRuns} runs)`, async () => {
    await fc.assert(fc.asyncProperty(scenarios, fc.nat(), property), { seed, numRuns, verbose: 1 });
  }, 900_000);

describe('for any approvals, requester and question about the household', () => {
  check('exactly what the reference opens is shown, and no system is asked for more', async (scenario) => {
    const { result, requests } = await system.recordedDuring(() => ask(scenario));
    const shown = shownIn(result, scenario);
    const open = new Map<string, unknown>();
    for (const label of scenario.about) {
      for (const leaf of scenario.asked) {
        const key = `${label} ${leafKey(leaf)}`;
        if (isOpen(scenario, leaf, label) && recorded.has(key)) open.set(key, recorded.get(key));
      }
    }
    if (isAsItIs(scenario)) expect(shown).toEqual(open);
    else expect([...shown.keys()].filter((key) => !open.has(key))).toEqual([]);
    // Nothing else went wrong, and what is missing is said.
    const codes = new Set(result.answer.codes);
    expect([...codes].filter((code) => code !== 'UNAUTHORIZED_FIELD_OR_TYPE')).toEqual([]);
    const closed = scenario.asked.flatMap((leaf) =>
      scenario.about.filter((label) => !isOpen(scenario, leaf, label)).map((label) => ({ leaf, label })),
    );
    if (closed.length === 0) expect([...codes]).toEqual([]);
    // Who has no record, and may be known to have none, has nothing there that could be missing.
    else if (closed.some(({ leaf, label }) => !isKnownToHaveNone(scenario, leaf, label))) expect(codes.size).toBe(1);
    for (const request of requests) expectNoMoreAsked(request, scenario);
  });

  /** Every coordinate is open of whoever meets what it asks for, and every person sent has something open in what is asked. */
  function expectNoMoreAsked(request: RecordedRequest, { who, approvals }: Scenario): void {
    const opens = (coordinate: string, label: Label): boolean => {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      return isOpenFor(approvals, who, typeName, fieldName, label);
    };
    const asked = [...askedCoordinates(request)].filter((coordinate) => !isLinkingKey(coordinate));
    const ofAnybody = unconditional(approvals);
    const more = asked.filter((coordinate) => {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      return !isOpenFor(ofAnybody, who, typeName, fieldName, 'ward');
    });
    expect([request.subgraph, more]).toEqual([request.subgraph, []]);
    if (isAskedToDecide(request)) return;
    const sent = (request.variables.representations ?? []) as readonly Readonly<Record<string, unknown>>[]; // a list when there is one
    const ofPerson = asked.filter((coordinate) => coordinate.startsWith('Person.'));
    for (const { __typename, ...keys } of sent) {
      for (const number of Object.values(keys)) {
        const label = ownerOf.get(number);
        if (label === undefined || request.subgraph === 'identity') continue;
        expect([request.subgraph, label, ofPerson.some((coordinate) => opens(coordinate, label))]).toEqual([
          request.subgraph,
          label,
          true,
        ]);
      }
    }
  }

  check('one approval more hides nothing, one less shows nothing', async (scenario, pick) => {
    const all = shownIn(await ask(scenario), scenario);
    const approvals = scenario.approvals.filter((_, index) => index !== pick % scenario.approvals.length);
    const fewer = shownIn(await ask({ ...scenario, approvals }), scenario);
    expect([...fewer.keys()].filter((key) => !all.has(key))).toEqual([]);
  });

  check('other words for the same question change nothing', async (scenario, pick) => {
    const plain = await ask(scenario);
    const style = styles[pick % styles.length] ?? 'aliases';
    const other = await ask(scenario, style);
    expect([style, shownIn(other, scenario)]).toEqual([style, shownIn(plain, scenario)]);
    expect([style, told(other.answer)]).toEqual([style, told(plain.answer)]);
  });

  describe('that finds another household behind what is closed', () => {
    const clients = new Map<SubgraphName, pg.Client>();
    beforeAll(async () => {
      for (const { system: name } of cells) {
        if (clients.has(name)) continue;
        const client = new pg.Client({ connectionString: system.databaseUrls.get(name) });
        await client.connect();
        clients.set(name, client);
      }
    });
    afterAll(async () => {
      for (const client of clients.values()) await client.end();
    });

    /** One question to each database, however much it changes there. */
    async function inEachSystem(statements: readonly (readonly [SubgraphName, string])[]): Promise<void> {
      for (const [name, client] of clients) {
        const here = statements.filter(([of]) => of === name).map(([, statement]) => statement);
        if (here.length > 0) await client.query(here.join(';\n'));
      }
    }

    check('the answer is the same, byte for byte', async (scenario, pick) => {
      const hidden = cells.filter(
        ({ of, leaf, existence, system: name }) =>
          of.every((label) => !leaf.some((each) => isOpen(scenario, each, label))) &&
          // Whoever may see any field of a record, asked or not, may know that there is one.
          !(existence && scenario.approvals.some(({ dataset }) => dataset.startsWith(`${name}.`))),
      );
      const changed = hidden.filter((_, index) => (pick >> (index % 30)) % 4 !== 0);
      const before = await ask(scenario);
      const revision = gateway.revision;
      const { query, variables } = before.question;
      await inEachSystem(changed.map(({ system: name, otherwise }) => [name, otherwise]));
      try {
        const after = await gateway.ask(scenario.who, query, { ids: scenario.about.map(idOf), ...variables });
        expect(gateway.revision).toBe(revision);
        expect([changed.map(({ otherwise }) => otherwise), after.text]).toEqual([
          changed.map(({ otherwise }) => otherwise),
          before.answer.text,
        ]);
      } finally {
        // Backwards: who has no record cannot be given another plan.
        await inEachSystem([...changed].reverse().map(({ system: name, back }) => [name, back]));
      }
    });

    // Otherwise later runs would have changed nothing.
    test('which is put back each time', async () => {
      expect(shownIn(await ask(everything), everything)).toEqual(recorded);
    });
  });
});

/** A value that some persons' systems hold, and how it is made another. */
interface Cell {
  readonly system: SubgraphName;
  readonly of: readonly Label[];
  readonly leaf: readonly AskedLeaf[];
  /** Whether there is a record at all. */
  readonly existence?: true;
  readonly otherwise: string;
  readonly back: string;
}

function column(
  name: SubgraphName,
  of: readonly Label[],
  leaf: string,
  [table, where, columnName, value, other]: readonly [string, string, string, string, string],
): Cell {
  const set = (to: string) => `UPDATE ${table} SET ${columnName} = ${to} WHERE ${where}`;
  return {
    ...{ system: name, of, otherwise: set(other), back: set(value) },
    leaf: everyLeaf.filter((each) => leafKey(each) === leaf),
  };
}

const rins = [
  ['grandmother', numbers.grandmotherRin, 'MERIDIAN'],
  ['daughter', numbers.daughterRin, 'COUNTYCARE'],
  ['ward', numbers.wardRin, 'YOUTHCARE'],
  ['child', numbers.childRin, 'COUNTYCARE'],
] as const;
const inSnap = `case_number = '${numbers.snapCase}'`;
const inTanf = `case_number = '${numbers.tanfCase}'`;
const parent = ['daughter', 'child'] as const;
const inEnergy = `application_number = '${numbers.energyApplication}'`;
const energy = ['grandmother', 'daughter', 'ward', 'child'] as const;
const office = "'Cook County FCRC, South Loop'";

const cells: readonly Cell[] = [
  column('snap', parent, 'Person.snap.office', ['snap_case', inSnap, 'office', office, "'Elsewhere'"]),
  column('snap', parent, 'Person.snap.monthlyAllotment', ['snap_case', inSnap, 'monthly_allotment', '54600', '1']),
  column('tanf', parent, 'Person.tanf.office', ['tanf_case', inTanf, 'office', office, "'Elsewhere'"]),
  column('tanf', parent, 'Person.tanf.grantAmount', ['tanf_case', inTanf, 'grant_amount', '43600', '1']),
  ...rins.map(([label, rin, plan]) =>
    column('medicaid', [label], 'Person.medicaid.managedCarePlan', [
      ...(['coverage', `rin = '${rin}'`, 'managed_care_plan', `'${plan}'`, "'MOLINA'"] as const),
    ]),
  ),
  ...rins.map(([label, rin]) => ({
    ...{ system: 'medicaid' as const, of: [label], existence: true as const },
    leaf: everyLeaf.filter(({ program }) => program === 'medicaid'),
    otherwise: `UPDATE coverage SET rin = 'gone ${rin}' WHERE rin = '${rin}'`,
    back: `UPDATE coverage SET rin = '${rin}' WHERE rin = 'gone ${rin}'`,
  })),
  column('education', ['ward'], 'Person.education.gradeLevel', [
    ...(['student', `sis_id = '${numbers.wardSis}'`, 'grade_level', "'GRADE_07'", "'GRADE_01'"] as const),
  ]),
  column('education', ['child'], 'Person.education.gradeLevel', [
    ...(['student', `sis_id = '${numbers.childSis}'`, 'grade_level', "'GRADE_04'", "'GRADE_01'"] as const),
  ]),
  column('corrections', ['partner'], 'Person.corrections.parentInstitution', [
    ...(['custody_record', `idoc_number = '${numbers.partnerIdoc}'`, 'parent_institution'] as const),
    ...(["'Sheridan Correctional Center'", "'Elsewhere'"] as const),
  ]),
  column('weatherization', energy, 'Person.weatherization.benefitAmount', [
    ...(['application', inEnergy, 'benefit_amount', '61800', '1'] as const),
  ]),
  column('weatherization', energy, 'Person.weatherization.dwellingType', [
    ...(['application', inEnergy, 'dwelling_type', "'MULTIFAMILY_SMALL'", "'MOBILE'"] as const),
  ]),
  ...demonstrationHousehold.persons.map(({ id, label }) =>
    column('identity', [label], 'Person.primaryLanguage', [
      ...(['person', `person_id = '${id}'`, 'primary_language', "'en'", "'pl'"] as const),
    ]),
  ),
];
