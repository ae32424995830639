import { signatories } from '../../../schema/catalog/agencies.ts';
import type { MutationResolvers, ResolversTypes } from '../../../schema/generated/registry.ts';
import type { Publication } from '../../../schema/publishing/publication.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { acceptFinding } from '../commands/acceptFinding.ts';
import { publisherOf, rejecterOf, secondPersonFor } from '../commands/actor.ts';
import { approve, type Outcome, submit } from '../commands/publish.ts';
import { publishDocuments } from '../commands/publishDocuments.ts';
import { readPublicationInput } from '../commands/readInput.ts';
import { findSubgraph, requireSubgraph } from '../commands/requireSubgraph.ts';
import { requireText } from '../commands/requireText.ts';
import { writeDecision } from '../commands/writePublication.ts';
import type { Registry } from '../registry.ts';
import { type PublicationRecord, readPublicationRecords } from '../state/publicationRecord.ts';
import { readPublication } from '../state/registryState.ts';
import { readSupergraphRecord } from '../state/supergraphRecord.ts';
import { publicReport } from './checkReports.ts';
import { publicManifest } from './publicManifest.ts';

type Payload = ResolversTypes['PublicationPayload'];

export function registryMutations(registry: Registry): MutationResolvers {
  async function payloadOf(
    { system }: SubgraphContext,
    { publication, supergraph, checks }: Outcome,
  ): Promise<Payload> {
    const { database } = system;
    return {
      publication: publication === undefined ? null : await requirePublication(system, publication),
      supergraph: supergraph === undefined ? null : ((await readSupergraphRecord(database, supergraph)) ?? null),
      checks: publicReport(checks),
    };
  }

  async function candidateOf(system: SubgraphContext['system'], record: PublicationRecord) {
    const { digest, subgraph } = record;
    const candidate: Publication | { readonly retire: string } =
      digest === null ? { retire: subgraph } : await readPublication(system.database, registry.contents, digest);
    return candidate;
  }

  return {
    async publishSubgraph(_, { input }, context) {
      const { grant, system } = context;
      const candidate = readPublicationInput(input);
      const { subgraph, message } = candidate;
      const known = await findSubgraph(system.database, subgraph);
      const owner = known?.owner ?? candidate.datasets.owner;
      requireSignatory(owner);
      const by = publisherOf(grant, owner);
      if (candidate.datasets.owner !== owner) {
        throw new PublicError(
          'BAD_USER_INPUT',
          `The datasets name ${candidate.datasets.owner} as owner, not ${owner}.`,
        );
      }
      const basedOn = input.basedOn ?? null;
      const wanted = { subgraph, candidate, kind: 'publish', owner, basedOn, repeats: null, message } as const;
      return await payloadOf(context, await submit(registry, system, wanted, by));
    },
    async rollbackSubgraph(_, { input }, context) {
      const { grant, system } = context;
      const { owner, name: subgraph } = await requireSubgraph(system.database, input.subgraph);
      const by = publisherOf(grant, owner);
      const target = await requirePublication(system, input.to);
      const { digest, state } = target;
      if (target.subgraph !== subgraph || digest === null || state === 'PENDING' || state === 'REJECTED') {
        throw new PublicError('BAD_USER_INPUT', `Publication ${input.to} was never in service as ${subgraph}.`);
      }
      const candidate = await readPublication(system.database, registry.contents, digest);
      const { basedOn, to: repeats } = input;
      const message = messageOf(input.message);
      const wanted = { subgraph, candidate, kind: 'rollback', owner, basedOn, repeats, message } as const;
      return await payloadOf(context, await submit(registry, system, wanted, by));
    },
    async retireSubgraph(_, { input }, context) {
      const { grant, system } = context;
      const { owner, name: subgraph, effective } = await requireSubgraph(system.database, input.subgraph);
      const by = publisherOf(grant, owner);
      if (effective === undefined || effective.kind === 'RETIRE') {
        throw new PublicError('BAD_USER_INPUT', `${subgraph} is not in service.`);
      }
      const message = messageOf(input.message);
      const candidate = { retire: subgraph };
      const wanted = {
        subgraph,
        candidate,
        kind: 'retire',
        owner,
        basedOn: input.basedOn,
        repeats: null,
        message,
      } as const;
      return await payloadOf(context, await submit(registry, system, wanted, by));
    },
    async approvePublication(_, { input }, context) {
      const { grant, system } = context;
      const pending = await requirePublication(system, input.number);
      const by = secondPersonFor(grant, pending);
      const reason = requireText('reason', input.reason, 500);
      requireWaiting(pending);
      const { number, subgraph, basedOn } = pending;
      const wanted = { number, subgraph, basedOn, reason, candidate: await candidateOf(system, pending) };
      return await payloadOf(context, await approve(registry, system, wanted, by));
    },
    async rejectPublication(_, { input }, context) {
      const { grant, system } = context;
      const pending = await requirePublication(system, input.number);
      const by = rejecterOf(grant, pending);
      const reason = requireText('reason', input.reason, 500);
      const now = system.clock();
      await registry.register.change(system, now, async (queries) => {
        const [current] = await readPublicationRecords(queries, [input.number]);
        if (current !== undefined) requireWaiting(current);
        const { write } = await writeDecision(queries, { number: input.number, outcome: 'rejected', reason }, by, now);
        return [write];
      });
      return { publication: await requirePublication(system, input.number), supergraph: null, checks: null };
    },
    publishDocuments: async (_, { input }, { grant, system }) => ({
      documents: publicManifest(await publishDocuments(registry, system, grant, input)),
    }),
    acceptFinding: async (_, { input }, { grant, system }) => {
      const accepted = await acceptFinding(registry, system, grant, input);
      return {
        accepted: accepted === undefined ? null : { ...accepted, acceptedAt: accepted.acceptedAt.toISOString() },
      };
    },
  };
}

async function requirePublication({ database }: SubgraphContext['system'], number: number): Promise<PublicationRecord> {
  const [found] = await readPublicationRecords(database, [number]);
  if (found === undefined) throw new PublicError('NOT_FOUND', `There is no publication ${number}.`);
  return found;
}

function requireWaiting({ number, state }: PublicationRecord): void {
  if (state === 'PENDING') return;
  throw new PublicError('CONFLICT', `Publication ${number} does not wait for a decision.`);
}

function requireSignatory(owner: string): void {
  if (signatories.some(({ code }) => code === owner)) return;
  throw new PublicError(
    'BAD_USER_INPUT',
    `The owner ${JSON.stringify(owner).slice(0, 60)} is no signatory of the agreement.`,
  );
}

function messageOf(message: string | null | undefined): string {
  const text = message ?? '';
  return text.trim() === '' ? '' : requireText('message', text, 500);
}
