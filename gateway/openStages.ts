import type { DecisionTable } from './authorization/decisions/decisionTable.ts';
import { denyUnknown } from './authorization/decisions/denials.ts';
import { unlimitedAllowance } from './budget/callerAllowance.ts';
import { createDemandControl } from './budget/demandControl.ts';
import { noDisclosure } from './disclosure/noDisclosure.ts';
import { noEmergency } from './emergency/emergencies.ts';
import type { OpenGatewayOptions } from './gatewayOptions.ts';
import type { Authenticate } from './http/authenticate.ts';
import { workersCheck } from './http/health.ts';
import { type Parts, type Stages, startEngine } from './parts.ts';
import { createPrepareRequest } from './preparation/prepareRequest.ts';
import { createTransforms } from './response/transforms.ts';

/**
 * Serves any federation supergraph to anybody. It rejects a supergraph that guards anything, so that starting the wrong
 * command cannot open guarded data.
 */
export async function createOpenStages(options: OpenGatewayOptions, parts: Parts): Promise<Stages> {
  const { supergraph, limits, clock } = options;
  if (supergraph.policies.datasets.size > 0) {
    throw new Error('This supergraph guards fields with @policy, so it cannot be served without authorization.');
  }
  const engine = await startEngine({ ...options, subgraphUrls: supergraph.subgraphs }, parts);
  const allowance = unlimitedAllowance;
  return {
    pipeline: {
      decisionsFor: () => everythingAllowed,
      demand: createDemandControl({ schema: parts.schema, directives: supergraph.costs, ...limits, allowance }),
      allowance,
      prepare: createPrepareRequest({
        ...parts,
        engine,
        maxSelections: limits.maxSelections,
        maxPrepared: limits.maxPrepared,
        personType: undefined,
        transforms: createTransforms(clock),
        introspection: 'authenticated',
      }),
      grants: {
        credentialsFor: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
        credentialsForFacts: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
        authorizationForFeed: () => '',
      },
      disclosure: noDisclosure,
      emergencies: async () => noEmergency,
      personFacts: () => ({ holds: () => false, load: async () => undefined }),
      refreshApprovals: async () => undefined,
      approvalsReached: async () => true,
      explain: () => [],
      dryRun: () => '',
    },
    authenticate: asAnybody,
    checks: workersCheck(options.worker),
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

const everythingAllowed: DecisionTable = {
  agency: 'none',
  roles: [],
  purpose: 'none',
  revision: 0,
  identity: {},
  validUntil: Number.POSITIVE_INFINITY,
  decide: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideType: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideArgument: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideInput: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  closedInputs: { never: [], sometimes: [] },
  defaultedArguments: () => [],
  approval: () => undefined,
  unmet: () => denyUnknown(undefined),
  inWords: () => '',
  ownerOf: () => null,
  allowedDatasets: () => [],
  conditionsOn: () => new Map(),
};
