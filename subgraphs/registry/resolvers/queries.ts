import type { QueryResolvers } from '../../../schema/generated/registry.ts';
import { ClientName } from '../../../schema/publishing/trustedDocuments.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { readAcceptedFindings } from '../commands/acceptFinding.ts';
import { requireStaff } from '../commands/actor.ts';
import { check } from '../commands/publish.ts';
import { readPublicationInput } from '../commands/readInput.ts';
import { findSubgraph, requireSubgraph } from '../commands/requireSubgraph.ts';
import type { Registry } from '../registry.ts';
import { readGatewayReports, readUsage } from '../reports/readReports.ts';
import { readManifestRecords } from '../state/documentRecord.ts';
import {
  pageOfPublications,
  readPending,
  readPublicationRecords,
  readSubgraphRecords,
} from '../state/publicationRecord.ts';
import { pageOfSupergraphs, readSupergraphRecord } from '../state/supergraphRecord.ts';
import { publicReport } from './checkReports.ts';
import { connectionOf, readPage } from './cursors.ts';
import { publicManifest } from './publicManifest.ts';
import { schemaChanges } from './schemaChanges.ts';

const NO_PAGE = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

export function registryQueries(registry: Registry): QueryResolvers {
  return {
    subgraphs: async (_, _arguments, { grant, system }) => {
      requireStaff(grant);
      return [...(await readSubgraphRecords(system.database))];
    },
    publications: async (_, { subgraph = null, first, after }, { grant, system }) => {
      requireStaff(grant);
      const page = readPage(first, after);
      // Odd names need not reach the database.
      if (subgraph !== null && (await findSubgraph(system.database, subgraph)) === undefined) return NO_PAGE;
      return connectionOf(await pageOfPublications(system.database, { ...page, subgraph }), page.first);
    },
    publication: async (_, { number }, { grant, system }) => {
      requireStaff(grant);
      return (await readPublicationRecords(system.database, [number]))[0] ?? null;
    },
    pendingPublications: async (_, _arguments, { grant, system }) => {
      requireStaff(grant);
      return [...(await readPending(system.database))];
    },
    supergraphs: async (_, { first, after }, { grant, system }) => {
      requireStaff(grant);
      const page = readPage(first, after);
      return connectionOf(await pageOfSupergraphs(system.database, page), page.first);
    },
    supergraph: async (_, { number }, { grant, system }) => {
      requireStaff(grant);
      return (await readSupergraphRecord(system.database, number ?? undefined)) ?? null;
    },
    subgraphChecks: async (_, { input }, { grant, system }) => {
      requireStaff(grant);
      const { subgraph, sdl, datasets, routingUrl, personKey, contact } = input;
      if (sdl == null && datasets == null && routingUrl == null) {
        const { name } = await requireSubgraph(system.database, subgraph);
        const { report } = await check(registry, system, { subgraph: name, candidate: { retire: name } });
        return publicReport(report);
      }
      if (sdl == null || datasets == null) {
        throw new PublicError('BAD_USER_INPUT', 'Give both sdl and datasets: they are published together.');
      }
      const candidate = readPublicationInput({
        ...{ subgraph, sdl, datasets, personKey },
        // They decide nothing here, so a check may leave them out.
        routingUrl: routingUrl ?? 'http://127.0.0.1/graphql',
        contact: contact ?? 'not given',
      });
      const { report } = await check(registry, system, { subgraph, candidate });
      return publicReport(report);
    },
    schemaChanges: async (_, { from, to }, { grant, system }) => {
      requireStaff(grant);
      return await schemaChanges(registry, system, from, to);
    },
    acceptedFindings: async (_, { subgraph }, { grant, system }) => {
      requireStaff(grant);
      const { name } = await requireSubgraph(system.database, subgraph);
      const accepted = await readAcceptedFindings(system.database, name);
      return accepted.map((finding) => ({ ...finding, acceptedAt: finding.acceptedAt.toISOString() }));
    },
    documents: async (_, { client }, { grant, system }) => {
      requireStaff(grant);
      if (client != null && !ClientName.safeParse(client).success) return [];
      return (await readManifestRecords(system.database, client ?? null)).map(publicManifest);
    },
    gateways: async (_, _arguments, { grant, system }) => {
      requireStaff(grant);
      return await readGatewayReports(system.database, system.clock());
    },
    schemaUsage: async (_, asked, { grant, system }) => {
      requireStaff(grant);
      return await readUsage(system.database, asked, system.clock());
    },
  };
}
