import { PERSON_TYPE } from '../supergraph/read/policyTable.ts';
import { requireAddresses } from '../supergraph/read/readSupergraph.ts';
import { startApprovals } from './approvals/startApprovals.ts';
import { startTokenVerifier } from './authentication/startTokenVerifier.ts';
import { createAttribution } from './authorization/attribution.ts';
import { createDecisionCache } from './authorization/decisions/decisionCache.ts';
import { createCallerAllowance } from './budget/callerAllowance.ts';
import { createDemandControl } from './budget/demandControl.ts';
import { startDisclosure } from './disclosure/startDisclosure.ts';
import { createEmergencyStage } from './emergency/createEmergencyStage.ts';
import { createFacts } from './facts/createFacts.ts';
import { connectEmou } from './facts/emouClient.ts';
import type { GatewayOptions, OpenGatewayOptions, RunningGateway } from './gatewayOptions.ts';
import { createGrantSigner } from './grants/grantSigner.ts';
import { publicJwk } from './grants/signingKey.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { readinessChecks } from './http/health.ts';
import { feedAlarmMetric } from './http/metrics.ts';
import { startHttp } from './http/startHttp.ts';
import { createOpenStages } from './openStages.ts';
import { createParts, type Parts, type Stages, startEngine } from './parts.ts';
import type { Pipeline } from './pipeline.ts';
import { createDryRun } from './preparation/dryRun.ts';
import { createPreparation } from './preparation/prepareRequest.ts';
import { explain } from './response/explanation.ts';
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
  const { supergraph, subgraphUrls, catalogue, limits, clock } = options;
  const { schema, caches, metrics } = parts;
  const { policies, costs, requesterFields } = supergraph;
  requireAddresses(supergraph, subgraphUrls);
  const { key, jwk } = publicJwk(options.grantKey);
  const grants = createGrantSigner(key, clock, caches);
  const attribution = createAttribution(schema, PERSON_TYPE, policies);
  const deps = { ...options, ...parts, policies, requesterFields, attribution, personType: PERSON_TYPE };
  const disclosure = await startDisclosure(deps);
  parts.started(disclosure.stop);
  const engine = await startEngine(options, parts);
  const tokens = startTokenVerifier({ ...deps, onRefusal: () => metrics.refusedTokens.inc() });
  const feed = startApprovals({ ...deps, grants, onInterruption: () => metrics.feedInterruptions.inc() });
  feedAlarmMetric(metrics.registry, () => feed.alarm !== undefined);
  const emou = connectEmou(subgraphUrls.get('emou') ?? '', grants, limits.subgraphTimeoutMs);
  const allowance = createCallerAllowance({ maxCost: limits.maxCost, clock, caches });
  const pipeline: Pipeline = {
    decisionsFor: createDecisionCache({ policies, catalogue, feed, clock, caches }),
    demand: createDemandControl({ schema, directives: costs, ...limits, allowance }),
    allowance,
    prepare: createPreparation({ ...deps, engine, allowance, isRecorded: options.ledger.kind === 'on' }),
    grants,
    disclosure: disclosure.stage,
    personFacts: createFacts({ ...deps, engine, emou }),
    emergencies: createEmergencyStage({ ...deps, engine, emou }),
    refreshApprovals: () => feed.catchUp(),
    approvalsReached: (revision) => feed.reached(revision, limits.revisionWaitMs),
    explain: (fieldDecisions, decisions) => explain(fieldDecisions, decisions, policies, catalogue),
    dryRun: createDryRun(deps),
  };
  return {
    pipeline,
    authenticate: createAuthenticate(tokens.verify, allowance),
    checks: readinessChecks({ ...deps, feed, disclosure, callerKeys: tokens.keys }),
    grantKeys: [jwk],
    allowedOrigins: options.allowedOrigins ?? [],
    needsToken: true,
    ready: feed.ready,
  };
}
