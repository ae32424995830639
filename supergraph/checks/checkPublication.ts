import { type Publication, publicationDigest } from '../../schema/publishing/publication.ts';
import type { ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import { guardProblems, printApiSchema } from '../compose/composeSupergraph.ts';
import { accessFindings } from './access/accessFindings.ts';
import { changeFindings } from './changes/changeFindings.ts';
import type { Change, CheckContext } from './checkContext.ts';
import { contextOf } from './checkContext.ts';
import type { CheckInput } from './checkInput.ts';
import { problemFindings } from './compose.ts';
import { completeFindings, type Draft, distinct, type Finding } from './finding.ts';
import { type Graph, graphOf, personKeysOf } from './graph.ts';
import { guardFindings } from './guards/guardFindings.ts';
import { retirementFindings } from './guards/retirement.ts';
import { lintFindings } from './lint.ts';
import { operationsInUse } from './operations.ts';
import { planFindings } from './plans.ts';

export interface CheckResult {
  /** By severity, then by location. */
  readonly findings: readonly Finding[];
  /** `stopped`: there is an error that nobody has accepted. */
  readonly outcome: 'passed' | 'stopped';
  /** Sentences; none: one person may publish it. */
  readonly secondPersonBecause: readonly string[];
  /** What the publication would put in service. Absent if it does not compose, or a guard is wrong. */
  readonly composed?: ComposedSupergraph;
}

export interface ComposedSupergraph {
  /** SDL with its guards. */
  readonly supergraph: string;
  /** SDL that clients see. */
  readonly apiSchema: string;
  readonly served: (number: number) => ServedSupergraph;
}

/** Keeps what is the same in every check against the same publications. */
export interface CheckCache {
  before?: { readonly publications: readonly Publication[]; readonly graph: Graph };
  /** Steps of each operation's plan, by its hash. */
  baselines?: { readonly graph: Graph | undefined; readonly steps: Map<string, number> };
}

/**
 * Checks what a publication, or a retirement, would do to all others, to approvals and to clients. Pure: the same input
 * gives the same result. Synchronous, and takes seconds of CPU: a server calls it in a thread of its own. Throws an
 * Error if the publications in service do not compose, so that nothing can be compared.
 */
export function checkPublication(input: CheckInput, cache: CheckCache = {}): CheckResult {
  const context = contextOf(input);
  if (context.candidate === undefined && context.previous === undefined) return notInService(context);
  const before = graphBefore(input.current, cache);
  const publications = context.candidate ? [...context.others, context.candidate] : context.others;
  const own = context.candidate ? guardFindings(context) : retirementFindings(context);
  const result = graphOf(publications, changesSchema(context) ? undefined : before);
  if (result.kind === 'refused') {
    // The rules of the guards say the same about datasets and keys, with the place and what to do.
    const isSaid = own.some(isFinal);
    const problems = result.problems.filter(({ code }) => !(isSaid && code === 'DOES_NOT_COMPOSE'));
    return resultOf(context, [...own, ...problemFindings(context, problems, 'compose')]);
  }
  const { graph: after } = result;
  const guards = problemFindings(context, guardProblems(after.merged, after.catalogue), 'guards');
  const drafts = [...own, ...guards, ...compared(context, { before, after }, cache)];
  return resultOf(context, drafts, drafts.some(isFinal) ? undefined : composedOf(after));
}

/** The checks that compare what is in service with what would be. */
function compared(context: CheckContext, change: Change, cache: CheckCache): readonly Draft[] {
  const operations = operationsInUse(context.input, change.before?.schema());
  return [
    ...changeFindings(change, operations),
    ...accessFindings(context, change),
    ...planFindings(context, change, operations, baselinesOf(cache, change)),
    ...lintFindings(context),
  ];
}

function baselinesOf(cache: CheckCache, { before }: Change): Map<string, number> {
  if (cache.baselines === undefined || cache.baselines.graph !== before)
    cache.baselines = { graph: before, steps: new Map() };
  return cache.baselines.steps;
}

function changesSchema({ candidate, previous }: CheckContext): boolean {
  return (
    candidate?.sdl !== previous?.sdl ||
    candidate?.personKey !== previous?.personKey ||
    candidate?.routingUrl !== previous?.routingUrl
  );
}

/** An error that nobody may accept. */
function isFinal({ level, check, acceptable }: Draft): boolean {
  return level === 'error' && !(acceptable ?? (check !== 'compose' && check !== 'guards'));
}

function graphBefore(current: readonly Publication[], cache: CheckCache): Graph | undefined {
  if (current.length === 0) return undefined;
  const { before } = cache;
  if (before !== undefined && isSame(before.publications, current)) return before.graph;
  const result = graphOf(current);
  if (result.kind === 'refused') {
    const problems = result.problems.map(({ message }) => message).join('\n');
    throw new Error(`The publications in service do not compose, so nothing can be compared:\n${problems}`);
  }
  cache.before = { publications: current, graph: result.graph };
  return result.graph;
}

/** True for copies, too: a thread receives every question as a copy. */
function isSame(before: readonly Publication[], current: readonly Publication[]): boolean {
  return (
    before.length === current.length &&
    before.every((each, at) => {
      const other = current[at];
      return other !== undefined && (each === other || publicationDigest(each) === publicationDigest(other));
    })
  );
}

function composedOf({ merged, schema, publications }: Graph): ComposedSupergraph {
  const { supergraph } = merged;
  return {
    supergraph,
    apiSchema: printApiSchema(schema()),
    served: (number) => ({
      number,
      sdl: supergraph,
      datasets: publications.map(({ datasets }) => datasets),
      routingUrls: Object.fromEntries(publications.map(({ subgraph, routingUrl }) => [subgraph, routingUrl])),
      personKeys: personKeysOf(publications),
    }),
  };
}

function resultOf(
  { input: { accepted = new Set() }, subgraph, locations }: CheckContext,
  drafts: readonly Draft[],
  composed?: ComposedSupergraph,
): CheckResult {
  const findings = completeFindings(drafts, { subgraph, locations, accepted });
  const stops = findings.some((finding) => finding.level === 'error' && !finding.accepted);
  return {
    findings,
    outcome: stops ? 'stopped' : 'passed',
    secondPersonBecause: distinct(drafts.flatMap(({ secondPerson }) => secondPerson ?? [])),
    ...(composed && { composed }),
  };
}

function notInService(context: CheckContext): CheckResult {
  const { subgraph } = context;
  return resultOf(context, [
    {
      code: 'NOT_IN_SERVICE',
      level: 'error',
      check: 'compose',
      message: `The subgraph ${subgraph} is not in service, so it cannot be retired.`,
      whatToDo: 'Correct the name. List those in service with: person360 subgraph list',
    },
  ]);
}
