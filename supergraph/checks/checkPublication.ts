import type { Publication } from '../../schema/publishing/publication.ts';
import type { ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import { guardProblems, printApiSchema } from '../compose/composeSupergraph.ts';
import { accessFindings } from './access/accessFindings.ts';
import { changeFindings } from './changes/changeFindings.ts';
import type { Change, CheckContext } from './checkContext.ts';
import { contextOf } from './checkContext.ts';
import type { CheckInput } from './checkInput.ts';
import { problemFindings } from './compose.ts';
import { completeFindings, type Draft, distinct, type Finding } from './finding.ts';
import { type Graph, graphOf, type LastComposed, personKeysOf } from './graph.ts';
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

/** Keeps what one check has in common with those before it. */
export interface CheckCache {
  last?: LastComposed;
  /** Steps of each operation's plan, by its hash. */
  baselines?: { readonly of: Graph['merged'] | undefined; readonly steps: Map<string, number> };
}

/**
 * Checks what a publication, or a retirement, would do to all others, to approvals and to clients. Pure: the same input
 * gives the same result. Synchronous, and takes seconds of CPU: a server calls it in a thread of its own. Throws an
 * Error if the publications in service do not compose, so that nothing can be compared.
 */
export function checkPublication(input: CheckInput, cache: CheckCache = {}): CheckResult {
  const context = contextOf(input);
  if (context.candidate === undefined && context.previous === undefined) return notInService(context);
  cache.last ??= [];
  const before = graphBefore(input.current, cache.last);
  const publications = context.candidate ? [...context.others, context.candidate] : context.others;
  const own = context.candidate ? guardFindings(context) : retirementFindings(context);
  const result = graphOf(publications, cache.last);
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
  const of = before?.merged;
  if (cache.baselines === undefined || cache.baselines.of !== of) cache.baselines = { of, steps: new Map() };
  return cache.baselines.steps;
}

/** An error that nobody may accept. */
function isFinal({ level, check, acceptable }: Draft): boolean {
  return level === 'error' && !(acceptable ?? (check !== 'compose' && check !== 'guards'));
}

function graphBefore(current: readonly Publication[], last: LastComposed): Graph | undefined {
  if (current.length === 0) return undefined;
  const result = graphOf(current, last);
  if (result.kind === 'composed') return result.graph;
  const problems = result.problems.map(({ message }) => message).join('\n');
  throw new Error(`The publications in service do not compose, so nothing can be compared:\n${problems}`);
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
