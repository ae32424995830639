import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { buildApprovalSet } from '../../../gateway/approvals/approvalSet.ts';
import { buildDecisionTable, type DecisionTable } from '../../../gateway/authorization/decisions/decisionTable.ts';
import { readOperation } from '../../../gateway/documents/operation.ts';
import { createApolloEngine } from '../../../gateway/execution/apollo/createApolloEngine.ts';
import { createCompiledEngine } from '../../../gateway/execution/compiled/createCompiledEngine.ts';
import type { Engine } from '../../../gateway/execution/contract/engine.ts';
import type { SubgraphCredentials } from '../../../gateway/model/credentials.ts';
import type { EngineError } from '../../../gateway/model/engineResponse.ts';
import type { PersonFacts } from '../../../gateway/model/personFacts.ts';
import type { Requester } from '../../../gateway/model/requester.ts';
import { createInlineQueryPlanner } from '../../../gateway/planning/planner/queryPlanner.ts';
import type { PrepareRequest } from '../../../gateway/preparation/preparedRequest.ts';
import { createPrepareRequest } from '../../../gateway/preparation/prepareRequest.ts';
import { createTransforms } from '../../../gateway/response/transforms.ts';
import { withheldErrors } from '../../../gateway/response/withheldErrors.ts';
import { createCaches } from '../../../gateway/runtime/caches.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import { readSupergraph, type Supergraph } from '../../../supergraph/read/readSupergraph.ts';
import { catalogueOf, compose, type GuardedSubgraph, LINK } from '../graphs/guardedSubgraph.ts';
import { type SubgraphCallRecord, startSubgraph } from '../graphs/subgraphServer.ts';

export interface GuardedAnswer {
  readonly data: unknown;
  readonly denied: readonly {
    readonly path: readonly (string | number)[];
    readonly coordinate: string;
    readonly reason: string;
  }[];
  readonly failures: readonly EngineError[];
  /** Texts that went to the subgraphs for it. */
  readonly calls: readonly SubgraphCallRecord[];
}

/** A supergraph of a test's own behind decisions, pruning, proof and both engines: everything but HTTP. */
export interface GuardedGraph {
  readonly supergraph: Supergraph;
  readonly schema: GraphQLSchema;
  readonly catalogue: DatasetCatalogue;
  decisions(approvals: readonly FeedApproval[], requester?: Partial<Requester>): DecisionTable;
  ask(
    engine: 'compiled' | 'apollo',
    approvals: readonly FeedApproval[],
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    persons?: PersonFacts,
  ): Promise<GuardedAnswer>;
  stop(): Promise<void>;
}

const LIMITS = { timeoutMs: 5_000, maxResponseBytes: 4_000_000 };
const CREDENTIALS: SubgraphCredentials = { keyFor: () => 'test', headersFor: () => ({}) };
const NOBODYS_FACTS: PersonFacts = { holds: () => false, load: async () => undefined };
export const guest = { agency: 'DCFS', purpose: 'VISIT', roles: ['CASEWORKER'] } as const;

export async function startGuardedGraph(
  definitions: readonly GuardedSubgraph[],
  personType?: string,
): Promise<GuardedGraph> {
  const running = await Promise.all(
    definitions.map(({ sdl, ...rest }) => startSubgraph({ ...rest, sdl: `${LINK}\n${sdl}` })),
  );
  const subgraphUrls = new Map(running.map(({ name, url }) => [name, url]));
  const supergraph = readSupergraph(
    compose(definitions.map((each) => ({ ...each, url: subgraphUrls.get(each.name) ?? '' }))),
  );
  const schema = FederationSupergraph.build(supergraph.executableSdl).apiSchema().toGraphQLJSSchema();
  const plannerFor = async (sdl: string) => createInlineQueryPlanner(sdl);
  const engines: Readonly<Record<'compiled' | 'apollo', Engine>> = {
    compiled: await createCompiledEngine({
      ...LIMITS,
      supergraphSdl: supergraph.executableSdl,
      subgraphUrls,
      batching: true,
      maxRepresentations: 1_000,
      caches: createCaches(),
      plannerFor,
    }),
    apollo: await createApolloEngine({
      ...LIMITS,
      supergraphSdl: supergraph.executableSdl,
      subgraphUrls,
      schema,
      caches: createCaches(),
      plannerFor,
    }),
  };
  const prepareWith = (engine: Engine): PrepareRequest =>
    createPrepareRequest({
      engine,
      schema,
      maxSelections: 5_000,
      personType,
      transforms: createTransforms(() => new Date('2026-12-01T12:00:00Z')),
      maxPrepared: 2_000,
      caches: createCaches(),
      introspection: 'filtered',
      onPrepare: () => undefined,
      onPlanViolation: () => undefined,
    }).prepare;
  const prepare = { compiled: prepareWith(engines.compiled), apollo: prepareWith(engines.apollo) };
  const catalogue = catalogueOf(supergraph);
  const decisions: GuardedGraph['decisions'] = (approvals, requester = {}) =>
    buildDecisionTable(
      { ...guest, ...requester },
      {
        policies: supergraph.policies,
        catalogue,
        approvals: buildApprovalSet({ revision: 1, approvals }).of(
          requester.agency ?? guest.agency,
          requester.purpose ?? guest.purpose,
        ),
        revision: 1,
        now: new Date('2026-12-01T12:00:00Z'),
      },
    );

  return {
    supergraph,
    schema,
    catalogue,
    decisions,
    async ask(engine, approvals, query, variables = {}, persons = NOBODYS_FACTS) {
      const document = parse(query);
      const invalid = validate(schema, document);
      if (invalid.length > 0) throw new Error(`${invalid[0]?.message}: ${query}`);
      const table = decisions(approvals);
      const before = running.map(({ calls }) => calls.length);
      const documentHash = createHash('sha256').update(query).digest('hex');
      const operation = readOperation(document, documentHash, undefined);
      const requester = { subject: 'tester', agency: table.agency, roles: table.roles, purpose: table.purpose };
      const prepared = await prepare[engine]({ operation, requester }, table);
      const response = await prepared.execute({
        variables,
        credentials: CREDENTIALS,
        persons,
        signal: new AbortController().signal,
      });
      const texts = [
        prepared.denialErrors.text(variables, table),
        withheldErrors(response.withheld ?? [], table, prepared.inputs),
      ];
      const errors: { path: (string | number)[]; extensions: { coordinate: string; reason: string } }[] = JSON.parse(
        `[${texts.filter((text) => text !== '').join(',')}]`,
      );
      return {
        data: JSON.parse(response.data ?? 'null'),
        denied: errors.map(({ path, extensions: { coordinate, reason } }) => ({ path, coordinate, reason })),
        failures: response.errors,
        calls: running.flatMap(({ calls }, index) => calls.slice(before[index])),
      };
    },
    async stop() {
      await Promise.all(Object.values(engines).map((engine) => engine.stop()));
      await Promise.all(running.map((subgraph) => subgraph.stop()));
    },
  };
}

/** An approval that is in force for the guest. */
export function opens(dataset: string, fields?: FeedApproval['fields'], id = `of ${dataset}`): FeedApproval {
  return {
    id,
    requestingAgency: guest.agency,
    dataset,
    purpose: guest.purpose,
    legalBasis: 'a statute',
    roles: [...STAFF_ROLES],
    ...(fields === undefined ? {} : { fields }),
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
  };
}
