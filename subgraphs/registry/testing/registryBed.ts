import { stringify } from 'yaml';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { catalogueOf, type DatasetCatalogue, SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { Publication } from '../../../schema/publishing/publication.ts';
import { composeSupergraph } from '../../../supergraph/compose/composeSupergraph.ts';
import type { AdministrationLogSettings } from '../../kit/administration/administrationLog.ts';
import type { RunningSubgraph } from '../../kit/subgraphDefinition.ts';
import { askSubgraph, type SubgraphAnswer } from '../../kit/testing/askSubgraph.ts';
import { grantClaims, newSigningKey } from '../../kit/testing/grantIssuer.ts';
import { startTestSystems, type TestSystems } from '../../kit/testing/testSystems.ts';
import type { ShippedSchema } from '../seed/shippedSchema.ts';
import { createRegistrySubgraph } from '../subgraph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@tag", "@inaccessible"])`;

/** What new fields are guarded by: a dataset that no approval opens, so they open to nobody else. */
export const GUARD = '@policy(policies: [["homes.residents"]]) @tag(name: "no-person")';

/** A small graph: two systems of two agencies. */
export const homesSdl = (fields = ''): string => `${LINK}
"Homes of the aged."
type Query { "A home." home(id: ID! @tag(name: "public")): Home @tag(name: "public") }
"A home." type Home @key(fields: "id") { "Its number." id: ID! @tag(name: "public")
  "Its name." name: String @tag(name: "public") "How many live there." residents: Int ${GUARD} ${fields} }`;

const poolsSdl = `${LINK}
"Swimming pools." type Query { "A pool." pool(id: ID!): Pool @tag(name: "public") }
"A pool." type Pool @key(fields: "id") { "Its number." id: ID! @tag(name: "public") }`;

export function datasetsOf(system: string, owner: string, ids: readonly string[] = []): SystemDatasets {
  return SystemDatasets.parse({
    ...{ system, owner, contact: `${system}@example.gov`, ownerPurposes: [], ownerRoles: [], neverOpen: [] },
    datasets: ids.map((id) => ({
      ...{ id, title: id, description: id, class: 'PII', law: ['20 ILCS 105'], regimes: ['PII'] },
      ...{ federalApproval: false, requestable: true },
    })),
  });
}

function publication(subgraph: string, owner: string, sdl: string, ids: readonly string[] = []): Publication {
  const routingUrl = `http://127.0.0.1:9/${subgraph}`;
  return Publication.parse({
    subgraph,
    sdl,
    routingUrl,
    datasets: datasetsOf(subgraph, owner, ids),
    contact: 'somebody',
  });
}

/** One registry on a real database and a real log, restarted by tests. */
export interface RegistryBed {
  readonly systems: TestSystems;
  /** What the registry knows of approvals. */
  approvals: readonly FeedApproval[] | undefined;
  readonly databaseUrl: string;
  readonly url: () => string;
  ask(who: Partial<Who>, query: string, variables?: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer>;
  /** Publishes homes as its agency does. */
  publish(input?: Readonly<Record<string, unknown>>, who?: Partial<Who>): Promise<SubgraphAnswer>;
  gatewayGrant(): string;
  /** Where the registry's own log is. */
  readonly administration: AdministrationLogSettings;
  /** @param between runs while the registry is down */
  restart(between?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface Who {
  readonly agency: string;
  readonly roles: string[];
  readonly sub: string | undefined;
}

export const publisher: Who = { agency: 'IDOA', roles: ['SCHEMA_PUBLISHER'], sub: 'publisher@idoa.example' };
export const officer: Who = { agency: 'IDOA', roles: ['DATA_OFFICER'], sub: 'officer@idoa.example' };

export const PUBLISH = `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) {
  publication { number version state secondPersonBecause } supergraph { number }
  checks { outcome findings { code level message } secondPersonBecause } } }`;

export async function startRegistryBed(
  log: (systems: TestSystems) => Promise<AdministrationLogSettings>,
  prepare = '',
) {
  const systems = await startTestSystems('durable');
  const administration = { ...(await log(systems)), origin: 'test.example/registry' };
  const feedPrivateKeyPem = newSigningKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const shipped = shippedOf([
    publication('homes', 'IDOA', homesSdl(), ['homes.residents']),
    publication('pools', 'DCEO', poolsSdl),
  ]);
  const openApprovals = () => ({ current: () => bed.approvals, stop: () => Promise.resolve() });
  const definition = () => createRegistrySubgraph({ feedPrivateKeyPem, administration, shipped, openApprovals });
  const started = await systems.start(definition(), prepare);
  let running: RunningSubgraph = started.running;
  const url = () => running.url;

  const bed: RegistryBed = {
    systems,
    approvals: [],
    databaseUrl: started.databaseUrl,
    url,
    ask(who, query, variables) {
      const { sub, ...claims } = { ...publisher, ...who };
      const grant = systems.issuer.sign({
        ...{ ...grantClaims('registry', [], systems.now), purpose: 'DATA_GOVERNANCE', ...claims },
        ...(sub === undefined ? {} : { sub }),
      });
      return askSubgraph(url(), grant, query, variables);
    },
    publish: (input = {}, who = {}) =>
      bed.ask(who, PUBLISH, {
        input: {
          ...{ subgraph: 'homes', sdl: homesSdl(`beds: Int ${GUARD}`), contact: 'homes@idoa.example' },
          ...{
            datasets: stringify(datasetsOf('homes', 'IDOA', ['homes.residents'])),
            routingUrl: 'http://127.0.0.1:9/homes',
            basedOn: 1,
          },
          ...input,
        },
      }),
    gatewayGrant: () =>
      systems.issuer.sign({ ...grantClaims('registry', [], systems.now), agency: 'DOIT', roles: ['GATEWAY'] }),
    administration,
    async restart(between) {
      await running.stop();
      await between?.();
      running = (await systems.start(definition())).running;
    },
    stop: () => systems.stop(),
  };
  return bed;
}

function shippedOf(publications: readonly Publication[]): ShippedSchema {
  const catalogue: DatasetCatalogue = catalogueOf(publications.map(({ datasets }) => datasets));
  const sources = publications.map(({ subgraph, routingUrl, sdl }) => ({ name: subgraph, url: routingUrl, sdl }));
  const composition = composeSupergraph(sources, catalogue);
  if (composition.kind === 'refused') throw new Error(composition.problems.join('\n'));
  return { publications, supergraph: composition.supergraph };
}
