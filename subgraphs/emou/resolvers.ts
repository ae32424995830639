import { signatories } from '../../schema/agencies.ts';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Resolvers } from '../../schema/generated/emou.ts';
import { approvableDatasets } from './approvableDatasets.ts';
import { hardBarsByDataset } from './hardBarsByDataset.ts';
import { type EmouContext, isInForce } from './records.ts';
import { actorOf } from './register/actor.ts';
import { approveRequest } from './register/approveRequest.ts';
import { listApprovals, listRequests } from './register/readRegister.ts';
import type { Register } from './register/register.ts';
import { requestAccess } from './register/requestAccess.ts';
import { revokeApproval } from './register/revokeApproval.ts';

/** 26 May 2016, when the agreement was announced with all 13 signatories. */
const signedOn = '2016-05-26';

export function createEmouResolvers(catalogue: DatasetCatalogue): Resolvers {
  const neverOpen = hardBarsByDataset(catalogue);
  const approvable = approvableDatasets(catalogue);
  const datasets = [...catalogue.datasets.values()];
  const datasetOf = (id: string) => catalogue.datasets.get(id) ?? null;
  const registerOf = ({ system: { database, clock } }: EmouContext): Register => ({ database, clock, catalogue });

  return {
    Query: {
      agencies: () => signatories.map((agency) => ({ ...agency, signedOn })),
      datasets: (_, { system }) => datasets.filter((dataset) => (system ?? dataset.system) === dataset.system),
      approvals: async (_, filter, { system: { database, clock } }) => {
        // Nothing can be approved for what the catalogue never had; an odd text need not reach the database.
        if (typeof filter.dataset === 'string' && datasetOf(filter.dataset) === null) return [];
        return [...(await listApprovals(database, filter, approvable, clock()))];
      },
      accessRequest: (_, { id }, { loaders }) => loaders.requests.load(id),
      accessRequests: async (_, { owner, requestingAgency, status }, { system: { database } }) => {
        const owned = owner == null ? null : datasets.filter((dataset) => dataset.owner === owner).map(({ id }) => id);
        return [...(await listRequests(database, { requestingAgency, status, datasets: owned }))];
      },
    },
    Mutation: {
      requestAccess: async (_, { input }, context) => {
        const { requests, revision } = await requestAccess(registerOf(context), actorOf(context.grant), input);
        return { requests: [...requests], approvalRevision: revision };
      },
      approveRequest: async (_, { input }, context) => {
        const { approval, revision } = await approveRequest(registerOf(context), actorOf(context.grant), input);
        return { approval, approvalRevision: revision };
      },
      revokeApproval: async (_, { input }, context) => {
        const { approval, revision } = await revokeApproval(registerOf(context), actorOf(context.grant), input);
        return { approval, approvalRevision: revision };
      },
    },
    Dataset: {
      classification: (dataset) => dataset.class,
      neverOpen: (dataset) =>
        (neverOpen.get(dataset.id) ?? []).map(({ field, bar, law }) => ({ coordinate: field, bar, law })),
    },
    Approval: {
      dataset: (approval) => datasetOf(approval.datasetId),
      inForce: (approval, _, { system }) => isInForce(approval, approvable, system.clock()),
      request: ({ requestId }, _, { loaders }) => (requestId === null ? null : loaders.requests.load(requestId)),
    },
    AccessRequest: {
      dataset: (request) => datasetOf(request.datasetId),
      approval: (request, _, { loaders }) => loaders.approvalsByRequest.load(request.id),
    },
  };
}
