import { stringify } from 'yaml';
import type {
  PublicationResolvers,
  SubgraphResolvers,
  SupergraphVersionResolvers,
} from '../../../schema/generated/registry.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { Registry } from '../registry.ts';
import { type PublicationRecord, readPublicationRecords } from '../state/publicationRecord.ts';
import { readPublication } from '../state/registryState.ts';

export function subgraphResolvers(): SubgraphResolvers {
  return {
    current: ({ effective }) => (effective === undefined || effective.kind === 'RETIRE' ? null : effective),
    pending: ({ pending }) => pending ?? null,
    basedOn: ({ effective }) => effective?.number ?? null,
  };
}

export function publicationResolvers({ contents }: Registry): PublicationResolvers {
  const contentOf = async (queries: Queries, { digest }: PublicationRecord) =>
    digest === null ? undefined : await readPublication(queries, contents, digest);
  return {
    sdl: async (record, _, { system }) => (await contentOf(system.database, record))?.sdl ?? null,
    datasets: async (record, _, { system }) => {
      const content = await contentOf(system.database, record);
      return content === undefined ? null : stringify(content.datasets);
    },
    routingUrl: async (record, _, { system }) => (await contentOf(system.database, record))?.routingUrl ?? null,
    personKey: async (record, _, { system }) => (await contentOf(system.database, record))?.personKey ?? null,
    contact: async (record, _, { system }) => (await contentOf(system.database, record))?.contact ?? null,
    secondPersonBecause: ({ secondPersonBecause }) => [...secondPersonBecause],
    publishedAt: ({ publishedAt }) => publishedAt.toISOString(),
    decision: ({ outcome, reason, decidedBy, decidedAgency, decidedAt }) =>
      outcome === null || reason === null || decidedBy === null || decidedAgency === null || decidedAt === null
        ? null
        : { outcome, reason, decidedBy, agency: decidedAgency, decidedAt: decidedAt.toISOString() },
  };
}

export function supergraphResolvers({ contents }: Registry): SupergraphVersionResolvers {
  return {
    sdl: ({ digest }, _, { system }) => contents.read(system.database, digest),
    publications: async ({ publications }, _, { system }) =>
      [...(await readPublicationRecords(system.database, Object.values(publications)))].sort((one, other) =>
        one.subgraph < other.subgraph ? -1 : 1,
      ),
    becauseOf: async ({ becauseOf }, _, { system }) =>
      becauseOf === null ? null : ((await readPublicationRecords(system.database, [becauseOf]))[0] ?? null),
    findings: ({ findings }) => Object.entries(findings).map(([code, count]) => ({ code, count })),
    composedAt: ({ composedAt }) => composedAt.toISOString(),
  };
}
