import { resolve } from 'node:path';
import pg from 'pg';
import {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  signDevelopmentToken,
  startDevelopmentKeyServer,
} from '../../cli/local/developmentIssuer.ts';
import { developmentKey } from '../../cli/local/developmentKeys.ts';
import { localEmouLog } from '../../cli/local/localLedger.ts';
import { removeLocalData } from '../../cli/local/removeLocalData.ts';
import { type LocalSystem, startLocalSystem } from '../../cli/local/startLocalSystem.ts';
import { createGrantSigner } from '../../gateway/grants/grantSigner.ts';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { createCaches } from '../../gateway/runtime/caches.ts';
import { PopulationError } from '../../population/load/populationError.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import { seedConsents } from '../../subgraphs/emou/seed/seedConsents.ts';
import { readFeed } from '../../subgraphs/emou/testing/readFeed.ts';
import { MigrationRefused } from '../../subgraphs/kit/database/migrations.ts';
import { manyApprovals } from '../feed/manyApprovals.ts';
import { type FeedStandIn, startFeedStandIn } from '../feed/startFeedStandIn.ts';
import { benchAgreements, CONDITIONAL_PURPOSE, consentedDatasets, OPEN_PURPOSE } from './benchAgreements.ts';

export interface BenchSystemsOptions {
  readonly dataDirectory: string;
  readonly persons: number;
}

/** Connection data of the systems for a gateway under test and its callers. */
export interface RunningSystems {
  /** Address of each system's GraphQL endpoint, by name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };
  readonly grantKeyFile: string;
  /** Ledger of the gateways: each has its own tree in one database. */
  readonly ledger: {
    readonly databaseUrl: string;
    readonly signingKeyFile: string;
    readonly pseudonymKeysFile: string;
  };
  /** A feed of the approvals in force and 10,000 additional partial ones, of all agencies, for all purposes. */
  readonly moreApprovals: { readonly url: string; readonly jwksUrl: string };
  /** A caseworker of DCFS, for the purposes of benchAgreements.ts. */
  readonly token: string;
  /** People in households that several programs know. */
  readonly personIds: readonly string[];
}

export interface BenchSystems {
  readonly facts: RunningSystems;
  stop(): Promise<void>;
}

/** Number of persons that the workloads query. */
const ASKED_PERSONS = 2_000;
const MORE_APPROVALS = 10_000;

/** PostgreSQL, the population and the eleven systems, with the keys of the local development issuer. */
export async function startBenchSystems({ dataDirectory, persons }: BenchSystemsOptions): Promise<BenchSystems> {
  const clock = (): Date => new Date();
  const directory = resolve(dataDirectory);
  const start = (): Promise<LocalSystem> =>
    startLocalSystem({
      dataDirectory: directory,
      port: 0,
      persons,
      seed: 'bench',
      databaseUrls: new Map(),
      callers: undefined,
      agreements: benchAgreements,
      clock,
      onStep: () => undefined,
      onProgress: () => undefined,
      log: () => undefined,
    });
  const system = await start().catch(async (error: unknown) => {
    if (!(error instanceof PopulationError || error instanceof MigrationRefused)) throw error;
    // The databases of an earlier run hold another population, or were written by an earlier version: they are only kept to save the time of loading.
    await removeLocalData(directory);
    return start();
  });
  const keys = await startDevelopmentKeyServer(directory);
  const personIds = await choosePersons(system.databaseUrls.get('identity'));
  await putConsentsOnFile(system, personIds, clock);
  const more = await startMoreApprovals(system, directory, clock);
  return {
    facts: {
      subgraphUrls: Object.fromEntries(system.subgraphUrls),
      callers: { jwksUrl: keys.issuerJwksUrl, issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE },
      grantKeyFile: resolve(directory, 'keys', 'grants.pem'),
      ledger: {
        databaseUrl: system.ledger.writerUrl,
        signingKeyFile: resolve(directory, 'keys', 'ledger.pem'),
        pseudonymKeysFile: resolve(directory, 'keys', 'person-references.txt'),
      },
      moreApprovals: { url: more.url, jwksUrl: more.jwksUrl },
      token: signDevelopmentToken(
        directory,
        {
          subject: 'dcfs.caseworker',
          agency: 'DCFS',
          roles: ['CASEWORKER'],
          purposes: [OPEN_PURPOSE, CONDITIONAL_PURPOSE],
          lifetime: 24 * 3_600,
        },
        clock(),
      ),
      personIds,
    },
    async stop() {
      await more.stop();
      await keys.stop();
      await system.stop();
    },
  };
}

/** Adds approvals without changing what is open to the workloads, because the responses must not differ. */
async function startMoreApprovals(system: LocalSystem, directory: string, clock: () => Date): Promise<FeedStandIn> {
  const { key } = publicJwk(developmentKey(directory, 'grants'));
  const grant = createGrantSigner(key, clock, createCaches()).authorizationFor('emou').replace('Bearer ', '');
  const feed = await readFeed(new URL(system.subgraphUrls.get('emou') ?? '').origin, grant);
  const { approvals, revision } = await feed.snapshot(() => true).finally(() => feed.close());
  const isAsked = ({ requestingAgency, purpose }: FeedApproval): boolean =>
    requestingAgency === 'DCFS' && purpose === OPEN_PURPOSE;
  const open = new Set(approvals.filter(isAsked).map(({ dataset }) => dataset));
  const besides = manyApprovals(MORE_APPROVALS, readDatasetCatalogue(datasetsDirectory)).filter(
    (approval) => !isAsked(approval) || open.has(approval.dataset),
  );
  return startFeedStandIn([...approvals, ...besides], clock, revision);
}

/**
 * Those whose households the most programs know, at least three; the same ones in every run on the same population. The
 * order is a hash of the id, so that families are mixed.
 */
async function choosePersons(databaseUrl: string | undefined): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ person_id: string }>(
      `with family as (
         select household_id, count(distinct person_id) as members, count(distinct system) as programs
         from person left join system_number using (person_id) group by household_id)
       select person_id from (
         select person_id from person join family using (household_id) where programs >= 3
         order by programs desc, members desc, person_id limit $1) as chosen
       order by md5(person_id::text)`,
      [ASKED_PERSONS],
    );
    if (rows.length < ASKED_PERSONS) {
      throw new Error(
        `Only ${rows.length} people live in households that several programs know; ${ASKED_PERSONS} are needed. Raise --persons.`,
      );
    }
    return rows.map(({ person_id }) => person_id);
  } finally {
    await client.end();
  }
}

/** Every person in the households of these people has consented. */
async function putConsentsOnFile(
  { databaseUrls, ledger }: LocalSystem,
  personIds: readonly string[],
  clock: () => Date,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrls.get('identity') });
  await client.connect();
  try {
    const { rows } = await client.query<{ person_id: string }>(
      `select person_id from person where household_id in
         (select household_id from person where person_id = any($1::uuid[]))`,
      [personIds],
    );
    await seedConsents({
      databaseUrl: databaseUrls.get('emou') ?? '',
      administration: localEmouLog(ledger),
      catalogue: readDatasetCatalogue(datasetsDirectory),
      clock,
      consents: rows.map(({ person_id: personId }) => ({
        personId,
        discloser: 'IDHS',
        recipient: 'DCFS',
        datasets: consentedDatasets,
        purpose: CONDITIONAL_PURPOSE,
        description: 'What the benchmark asks for',
        signedBy: 'the person',
        state: 'given',
      })),
    });
  } finally {
    await client.end();
  }
}
