import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import type { SubgraphName } from '../../schema/files.ts';
import { type Answer, at } from '../harness/answer.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import type { RecordedRequest } from '../harness/product/subgraphProxy.ts';
import '../harness/propertySeed.ts';
import { isAskedToDecide, isLinkingKey, requestedCoordinates } from '../harness/requestedCoordinates.ts';
import { type AskedLeaf, leafKey, styles, writeQuestion } from './harness/householdQuestion.ts';
import {
  everything,
  formOf,
  isOpen,
  ownerOf,
  type Scenario,
  scenarios,
  unconditional,
} from './harness/householdScenario.ts';
import { isOpenFor, type Label } from './harness/isOpenFor.ts';
import { cells } from './harness/otherHousehold.ts';

/** Runs of each property. ACCESS_REAL_RUNS sets another number. */
const numRuns = Number(process.env.ACCESS_REAL_RUNS ?? 100);

let system: Product;
let gateway: ApprovedGateway;
/** What each system has, by person and leaf. */
let recorded: ReadonlyMap<string, unknown>;
beforeAll(async () => {
  system = await startProduct();
  gateway = await startGateway(system, { approvals: 'given', limits: { maxPrepared: 10_000 } });
  recorded = shownIn(await ask(everything), everything);
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

type Question = ReturnType<typeof writeQuestion>;
interface Asked {
  readonly question: Question;
  readonly answer: Answer;
}

async function ask(scenario: Scenario): Promise<Asked> {
  const question = writeQuestion(scenario.asked, 'plain');
  gateway.replace(scenario.approvals);
  return { answer: await askAgain(scenario, question), question };
}

/** Under the approvals that are in force. */
async function askAgain({ who, about }: Scenario, { query, variables }: Question): Promise<Answer> {
  const answer = await gateway.ask(who, query, { ids: about.map(idOf), ...variables });
  expect(answer.status).toBe(200);
  return answer;
}

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
/** The system has no record of the person, and the requester may see that. */
const isKnownToHaveNone = ({ who, approvals }: Scenario, { program }: AskedLeaf, label: Label): boolean =>
  program !== undefined &&
  isOpenFor(approvals, who, 'Person', program, label) &&
  ![...recorded.keys()].some((key) => key.startsWith(`${label} Person.${program}.`));
const told = ({ errors }: Answer): readonly string[] =>
  errors.map(({ extensions }) => `${extensions.coordinate} ${extensions.reason}`).sort();

describe('for any approvals, requester and question about the household', () => {
  const clients = new Map<SubgraphName, pg.Client>();
  beforeAll(async () => {
    for (const { system: name } of cells) {
      if (clients.has(name)) continue;
      const client = new pg.Client({ connectionString: system.databaseUrls.get(name) });
      await client.connect();
      // What is changed for an answer and changed back need not outlive a failure of power.
      await client.query('set synchronous_commit to off');
      clients.set(name, client);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
  });

  test(`every property holds (${numRuns} runs of each)`, async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(scenarios, fc.nat(), async (scenario, pick) => {
        // One answer serves all of them: a run costs the planning of its operations under approvals of its own.
        const { result: plain, requests } = await system.recordedDuring(() => ask(scenario));
        showsWhatTheReferenceOpens(scenario, plain);
        for (const request of requests) expectNoMoreAsked(request, scenario);
        await changesNothingForOtherHouseholds(scenario, plain, pick);
        await changesNothingForOtherWords(scenario, plain, pick);
        await showsNoMoreForFewerApprovals(scenario, plain, pick);
        checked++;
      }),
      { numRuns, verbose: 1 },
    );
    expect(checked).toBe(numRuns);
    // What was changed is back: otherwise later runs would have changed nothing.
    expect(shownIn(await ask(everything), everything)).toEqual(recorded);
  }, 1_800_000);

  /** Exactly what is open is shown, in the form in which it is open, and for what is not there is one kind of error. */
  function showsWhatTheReferenceOpens(scenario: Scenario, plain: Asked): void {
    const open = new Map<string, unknown>();
    for (const label of scenario.about) {
      for (const leaf of scenario.asked) {
        const key = `${label} ${leafKey(leaf)}`;
        const value = isOpen(scenario, leaf, label) ? formOf(scenario, leaf, label, recorded.get(key)) : undefined;
        if (value !== undefined) open.set(key, value);
      }
    }
    expect(shownIn(plain, scenario)).toEqual(open);
    // Nothing else went wrong, and what is missing is said.
    const codes = new Set(plain.answer.codes);
    expect([...codes].filter((code) => code !== 'UNAUTHORIZED_FIELD_OR_TYPE')).toEqual([]);
    const closed = scenario.asked.flatMap((leaf) =>
      scenario.about.filter((label) => !isOpen(scenario, leaf, label)).map((label) => ({ leaf, label })),
    );
    if (closed.length === 0) expect([...codes]).toEqual([]);
    // Who has no record, and may be known to have none, has nothing there that could be missing.
    else if (closed.some(({ leaf, label }) => !isKnownToHaveNone(scenario, leaf, label))) expect(codes.size).toBe(1);
  }

  /** Every coordinate is open of whoever meets what it asks for, and every person sent has something open in what is asked. */
  function expectNoMoreAsked(request: RecordedRequest, { who, approvals }: Scenario): void {
    const opens = (coordinate: string, label: Label): boolean => {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      return isOpenFor(approvals, who, typeName, fieldName, label);
    };
    const asked = [...requestedCoordinates(request)].filter((coordinate) => !isLinkingKey(coordinate));
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

  /** One question to each database, however much it changes there. */
  async function inEachSystem(statements: readonly (readonly [SubgraphName, string])[]): Promise<void> {
    for (const [name, client] of clients) {
      const here = statements.filter(([of]) => of === name).map(([, statement]) => statement);
      if (here.length > 0) await client.query(here.join(';\n'));
    }
  }

  /** Two populations that differ in what is closed: the answers are the same, byte for byte. */
  async function changesNothingForOtherHouseholds(scenario: Scenario, plain: Asked, pick: number): Promise<void> {
    const hidden = cells.filter(
      ({ of, leaf, existence, system: name }) =>
        of.every((label) => !leaf.some((each) => isOpen(scenario, each, label))) &&
        // A requester who may see any field of a record, selected or not, may know that it exists.
        !(existence && scenario.approvals.some(({ dataset }) => dataset.startsWith(`${name}.`))),
    );
    const changed = hidden.filter((_, index) => (pick >> (index % 30)) % 4 !== 0);
    const revision = gateway.revision;
    await inEachSystem(changed.map(({ system: name, otherwise }) => [name, otherwise]));
    try {
      const after = await askAgain(scenario, plain.question);
      expect(gateway.revision).toBe(revision);
      const differences = changed.map(({ otherwise }) => otherwise);
      expect([differences, after.text]).toEqual([differences, plain.answer.text]);
    } finally {
      // Backwards: who has no record cannot be given another plan.
      await inEachSystem([...changed].reverse().map(({ system: name, back }) => [name, back]));
    }
  }

  /** Aliases, fragments and variables: other words for the same question. */
  async function changesNothingForOtherWords(scenario: Scenario, plain: Asked, pick: number): Promise<void> {
    const style = styles[pick % styles.length] ?? 'aliases';
    const question = writeQuestion(scenario.asked, style);
    const other = { answer: await askAgain(scenario, question), question };
    expect([style, shownIn(other, scenario)]).toEqual([style, shownIn(plain, scenario)]);
    expect([style, told(other.answer)]).toEqual([style, told(plain.answer)]);
  }

  /** One approval more hides nothing and makes no form lesser; one less shows nothing. */
  async function showsNoMoreForFewerApprovals(scenario: Scenario, plain: Asked, pick: number): Promise<void> {
    const approvals = scenario.approvals.filter((_, index) => index !== pick % scenario.approvals.length);
    const fewer = shownIn(await ask({ ...scenario, approvals }), scenario);
    const all = shownIn(plain, scenario);
    const more = [...fewer].filter(([key, value]) => all.get(key) !== value && all.get(key) !== recorded.get(key));
    expect(more).toEqual([]);
    expect([...fewer.keys()].filter((key) => !all.has(key))).toEqual([]);
  }
});
