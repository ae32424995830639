import { startApprovals } from './approvals/startApprovals.ts';
import { startTokenVerifier } from './authentication/startTokenVerifier.ts';
import { createCallerAllowance } from './budget/callerAllowance.ts';
import { startDisclosure } from './disclosure/startDisclosure.ts';
import { followDocumentFile } from './documents/trusted/documentFile.ts';
import { createDocumentStore } from './documents/trusted/trustedDocuments.ts';
import type { GatewayOptions, OpenGatewayOptions, RunningGateway } from './gatewayOptions.ts';
import { createGeneration } from './generation/createGeneration.ts';
import { startGenerations } from './generation/generations.ts';
import type { LoadedGraph } from './generation/loadGraph.ts';
import { createOpenGeneration } from './generation/openGeneration.ts';
import { fixedSource } from './generation/supergraphSource.ts';
import type { SupergraphVersion } from './generation/supergraphVersion.ts';
import { createGrantSigner } from './grants/grantSigner.ts';
import { publicJwk } from './grants/signingKey.ts';
import { type Authenticate, createAuthenticate } from './http/authenticate.ts';
import { readinessChecks, workersCheck } from './http/health.ts';
import { feedAlarmMetric, supergraphMetric } from './http/metrics.ts';
import { startHttp } from './http/startHttp.ts';
import { approvalFeedOf, openSource, startDocuments, startUsage } from './openSource.ts';
import { createParts, type Parts, type Stages } from './parts.ts';
import { disablePretenuring } from './runtime/disablePretenuring.ts';
import { startTogether } from './runtime/startTogether.ts';

/** Connects the stages and listens. If a part cannot start or the port is taken, rejects and leaves nothing running. */
export function startGateway(options: GatewayOptions | OpenGatewayOptions): Promise<RunningGateway> {
  return startTogether(async (started) => {
    disablePretenuring();
    const parts = createParts(options, started);
    const { ready, ...stages } = await ('openToAll' in options
      ? createOpenStages(options, parts)
      : createStages(options, parts));
    return { url: await startHttp({ ...options, ...parts, ...stages }), ready };
  });
}

/** The stages with authorization, one a line. */
async function createStages(options: GatewayOptions, parts: Parts): Promise<Stages> {
  const { limits, clock } = options;
  const { caches, metrics } = parts;
  const { key, jwk } = publicJwk(options.grantKey);
  const grants = createGrantSigner(key, clock, caches);
  const deps = { ...options, ...parts, grants, planningWatch: metrics.planning };
  const disclosure = await startDisclosure(deps);
  parts.started(disclosure.stop);
  const tokens = startTokenVerifier({ ...deps, onRefusal: () => metrics.refusedTokens.inc() });
  const source = await openSource(options.source, deps);
  const approvals = approvalFeedOf(options.feed, source);
  const feed = startApprovals({ ...deps, feed: approvals, onInterruption: () => metrics.feedInterruptions.inc() });
  feedAlarmMetric(metrics.registry, () => feed.alarm !== undefined);
  const allowance = createCallerAllowance({ maxCost: limits.maxCost, clock, caches });
  const usage = startUsage(options.source, deps);
  const lasting = { ...deps, feed, allowance, disclosure, usage, isRecorded: options.ledger.kind === 'on' };
  const build = (version: SupergraphVersion, graph: LoadedGraph) => createGeneration(version, graph, lasting);
  const generations = await startGenerations({ ...deps, source, build });
  parts.started(generations.stop);
  supergraphMetric(metrics.registry, () => generations.current.number);
  const trusted = createDocumentStore(options.trustedDocuments?.defaultMode);
  await startDocuments(options.source, trusted, deps);
  parts.started(followDocumentFile(options.trustedDocuments?.file, trusted, options.log));
  return {
    ...{ generations, trusted },
    authenticate: createAuthenticate(tokens.verify, allowance),
    checks: readinessChecks({ ...deps, feed, disclosure, generations, source, callerKeys: tokens.keys }),
    grantKeys: [jwk],
    allowedOrigins: options.allowedOrigins ?? [],
    needsToken: true,
    ready: feed.ready,
  };
}

/** The stages without authorization, for a supergraph that guards nothing. */
async function createOpenStages(options: OpenGatewayOptions, parts: Parts): Promise<Stages> {
  const deps = { ...options, ...parts, planningWatch: parts.metrics.planning };
  const source = fixedSource({ number: 0, sdl: options.supergraph });
  const build = (_: object, graph: LoadedGraph) => createOpenGeneration(graph, deps);
  const generations = await startGenerations({ ...deps, source, build });
  parts.started(generations.stop);
  return {
    generations,
    trusted: createDocumentStore(),
    authenticate: asAnybody,
    checks: () => workersCheck(options.worker),
    grantKeys: [],
    allowedOrigins: 'loopback',
    needsToken: false,
    ready: Promise.resolve(),
  };
}

const asAnybody: Authenticate = async () => ({
  kind: 'known',
  requester: { subject: 'anybody', agency: 'none', roles: [], purpose: 'none' },
});
