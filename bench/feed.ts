import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import Table from 'cli-table3';
import { parse } from 'graphql';
import { example } from '../cli/example.ts';
import { createFeedVerifier } from '../feed/feedVerifier.ts';
import { type ApprovalFeed, followApprovalFeed } from '../gateway/approvals/approvalFeed.ts';
import { createDecisionCache } from '../gateway/authorization/decisions/decisionCache.ts';
import { readOperation } from '../gateway/documents/operation.ts';
import { createEngine } from '../gateway/execution/createEngine.ts';
import { defaultLimits } from '../gateway/limits.ts';
import type { Requester } from '../gateway/model/requester.ts';
import { createPrepareRequest } from '../gateway/preparation/prepareRequest.ts';
import { createTransforms } from '../gateway/response/transforms.ts';
import { createCaches } from '../gateway/runtime/caches.ts';
import { disablePretenuring } from '../gateway/runtime/disablePretenuring.ts';
import { createKeySet } from '../keys/keySet.ts';
import { readDatasetCatalogue } from '../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../schema/files.ts';
import { readSupergraph } from '../supergraph/read/readSupergraph.ts';
import { percentile } from './emou/percentile.ts';
import { cpuTime, type LoopMeasurement, watchTurns } from './feed/loopWatch.ts';
import type { FeedAnswer, FeedQuestion } from './feed/main.ts';
import { manyApprovals } from './feed/manyApprovals.ts';
import { chooseCores } from './processes/cores.ts';
import { startPart } from './processes/startPart.ts';

/**
 * Measures what a change of many approvals costs one gateway: the time until it is in force, how long its event loop is
 * blocked meanwhile, and the cost of the first request after it. The feed runs in another process.
 */
disablePretenuring();
const { values } = parseArgs({
  options: { approvals: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '20' } },
});
const count = Number(values.approvals);
const rounds = Number(values.rounds);
const clock = (): Date => new Date();
const catalogue = readDatasetCatalogue(datasetsDirectory);
const approvals = manyApprovals(count, catalogue);

const part = startPart<FeedQuestion, FeedAnswer>(new URL('./feed/main.ts', import.meta.url), {
  core: chooseCores()?.others,
  environment: process.env,
});
const source = await part.ask({ kind: 'start', approvals: count });
const follow = (): ApprovalFeed =>
  followApprovalFeed({
    url: source.url,
    authorization: () => 'none',
    verify: createFeedVerifier(createKeySet({ url: source.jwksUrl, algorithms: ['ES256'], clock })),
    maxAgeSeconds: 60,
    clock,
    log: (message, details) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  });

const table = new Table({ head: ['what', 'median ms', 'most ms', 'target'] });
const row = (what: string, taken: readonly number[], target: string): void => {
  table.push([what, percentile(taken, 0.5).toFixed(2), Math.max(...taken).toFixed(2), target]);
};

/** In turn: watched turn by turn, and left alone for the CPU time of it. */
async function measured(what: string, work: (round: number) => Promise<Change>): Promise<void> {
  const watches: LoopMeasurement[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const watched = await work(2 * round);
    watches.push(await watchTurns(watched.begin, watched.done));
    await watched.end();
    const alone = await work(2 * round + 1);
    cpu.push(
      await cpuTime(async () => {
        await alone.begin();
        await alone.settled();
      }),
    );
    await alone.end();
  }
  rows(what, 'until in force', watches);
  row(`${what}: CPU time of the gateway`, cpu, '');
}

/** By the clock, and without the time for which the host gave the processor to others. */
function rows(what: string, taken: string, watches: readonly LoopMeasurement[]): void {
  const all = (of: (watched: LoopMeasurement) => number): number[] => watches.map(of);
  row(
    `${what}: ${taken}`,
    all((one) => one.taken),
    '< 100',
  );
  row(
    `${what}: the same, not kept waiting by the host`,
    all((one) => one.taken - one.stolen),
    '< 100',
  );
  row(
    `${what}: longest turn of the event loop`,
    all((one) => one.longestWait),
    '',
  );
  row(
    `${what}: the same, not kept waiting by the host`,
    all((one) => one.longestTurn),
    '< 20',
  );
  row(
    `${what}: CPU time of the longest turn, all threads`,
    all((one) => one.longestCpu),
    '',
  );
}

const WHAT_IS_TIMED = `Until in force: wall-clock time, of a gateway that begins from its call for the feed, of a change from the feed's
being told to write it (its frames are made and signed before: rows of emou) to the first decision by it. Kept waiting by
the host: the main thread could have run, and other processes had the processors.`;

interface Change {
  begin(): Promise<unknown>;
  done(): boolean;
  settled(): Promise<unknown>;
  end(): Promise<unknown>;
}

try {
  await measured(`a gateway that begins, ${count} approvals`, async () => {
    let feed: ApprovalFeed | undefined;
    return {
      async begin() {
        feed = follow();
      },
      done: () => (feed?.revision ?? 0) > 0,
      settled: async () => feed?.ready,
      end: async () => feed?.stop(),
    };
  });

  const feed = follow();
  await feed.ready;
  const makings: LoopMeasurement[] = [];
  const changes = async (question: FeedQuestion): Promise<Change> => {
    const { revision, making } = await part.ask(question);
    if (question.kind === 'all' && making !== undefined) makings.push(making);
    return {
      begin: () => part.ask({ kind: 'tell' }),
      done: () => feed.revision > revision,
      settled: () => feed.reached(revision + 1, 60_000),
      end: async () => undefined,
    };
  };
  await measured(`${count} approvals changed at once`, () => changes({ kind: 'all' }));
  rows('emou, those approvals', 'until their frames are made and signed', makings);
  await measured(`one of ${count} revoked, or given again`, () => changes({ kind: 'one', place: 0 }));

  const caches = createCaches();
  const supergraph = readSupergraph(readFileSync(supergraphFile, 'utf8'));
  const schema = FederationSupergraph.build(supergraph.executableSdl).apiSchema().toGraphQLJSSchema();
  const engine = await createEngine({
    ...{ engine: 'compiled', batching: true, supergraphSdl: supergraph.executableSdl, schema, caches },
    subgraphUrls: new Map([...supergraph.subgraphs.keys()].map((name) => [name, 'http://127.0.0.1:9'])),
    ...{ timeoutMs: 1_000, maxResponseBytes: 1_000, maxRepresentations: 1_000 },
  });
  const decisionsFor = createDecisionCache({ policies: supergraph.policies, catalogue, feed, clock, caches });
  const { prepare } = createPrepareRequest({
    ...{ engine, schema, caches, personType: 'Person', introspection: 'authenticated' },
    ...{ maxSelections: defaultLimits.maxSelections, maxPrepared: defaultLimits.maxPrepared },
    transforms: createTransforms(clock),
    onPrepare: () => undefined,
    onPlanViolation: () => undefined,
  });
  const documentHash = createHash('sha256').update(example.query).digest('hex');
  const operation = readOperation(parse(example.query), documentHash, undefined);
  const firstRequest = (agency: string, purpose: string): Promise<number> => {
    const requester: Requester = { subject: 'somebody', agency, roles: ['CASEWORKER'], purpose };
    return cpuTime(async () => {
      const decisions = decisionsFor(requester);
      const prepared = await prepare({ operation, requester }, decisions);
      prepared.denialErrors.text({}, decisions);
    });
  };
  const [touched] = approvals;
  const other = approvals.find(({ requestingAgency }) => requestingAgency !== touched?.requestingAgency);
  if (touched === undefined || other === undefined) throw new Error('There is nothing to ask for.');
  const [own, others, hits]: [number[], number[], number[]] = [[], [], []];
  for (let round = -4; round < 2 * rounds; round++) {
    const { begin, settled } = await changes({ kind: 'one', place: 0 });
    await begin();
    await settled();
    const first = await firstRequest(touched.requestingAgency, touched.purpose);
    const second = await firstRequest(other.requestingAgency, other.purpose);
    const third = await firstRequest(other.requestingAgency, other.purpose);
    // The first rounds plan what is kept from then on.
    if (round < 0) continue;
    own.push(first);
    others.push(second);
    hits.push(third);
  }
  row('first request after it, of a requester whom it is about, CPU time', own, '< 20');
  row('first request after it, of another requester, CPU time', others, '');
  row('second request of the other', hits, '');
  await feed.stop();
  await engine.stop();
  process.stdout.write(`${table}\n${WHAT_IS_TIMED}\n`);
} finally {
  await part.stop();
}
