import { mkdir } from 'node:fs/promises';
import type { EngineChoice } from '../../gateway/execution/createEngine.ts';
import type { AllowedOrigins } from '../../gateway/http/headers/cors.ts';
import type { GatewayLimits } from '../../gateway/limits.ts';
import type { PlannerFor } from '../../gateway/planning/planner/queryPlanner.ts';
import { demonstrationConsents } from '../../population/demonstration/demonstrationConsents.ts';
import { loadPopulation } from '../../population/load/loadPopulation.ts';
import { shippedCatalogue } from '../../schema/catalog/shippedCatalogue.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../schema/files.ts';
import { type AllSubgraphsOptions, migrateAllSubgraphs, startAllSubgraphs } from '../../subgraphs/all.ts';
import { seedApprovals } from '../../subgraphs/emou/seed/seed.ts';
import { seedConsents } from '../../subgraphs/emou/seed/seedConsents.ts';
import type { SeededAgreement } from '../../subgraphs/emou/seed/seededAgreements.ts';
import type { NoticeSettings } from '../../subgraphs/noticeSettings.ts';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.ts';
import { portOfSystem } from '../systemPorts.ts';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, startDevelopmentKeyServer } from './developmentIssuer.ts';
import { developmentKey } from './developmentKeys.ts';
import { explainWaiting } from './explainWaiting.ts';
import { requireFreePorts } from './freePorts.ts';
import { openLocalEncryption } from './localEncryption.ts';
import { type LocalGatewaySettings, startLocalGateway } from './localGateway.ts';
import { startLocalGatewayWorkers } from './localGatewayWorkers.ts';
import {
  ensureLedgerDatabase,
  type LocalLedger,
  localAuditLog,
  localEmouLog,
  localIdentityLog,
  localRegistryLog,
  openLocalLedger,
} from './localLedger.ts';
import { personIndexLoader } from './localPersonIndex.ts';
import type { SystemsElsewhere } from './systemsElsewhere.ts';

export interface LocalSystemOptions {
  readonly dataDirectory: string;
  /** Port of the gateway, followed by those of the systems; 0: any free ports. */
  readonly port: number;
  readonly persons: number;
  readonly seed: string;
  /** Systems whose database is run elsewhere. */
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
  /** Administrator URL of the ledger's database, if that is run elsewhere too. */
  readonly ledgerAdminUrl?: string | undefined;
  /** Undefined: the local development issuer. */
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | undefined;
  /** Origins of web pages that may call the gateway. Default: loopback. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Default: the compiled engine with batching. */
  readonly engine?: EngineChoice;
  /** Default: a planner with its own thread; not with several workers. */
  readonly plannerFor?: PlannerFor;
  readonly limits?: Partial<GatewayLimits>;
  /** Number of gateway processes; default: only this one. */
  readonly workers?: number;
  readonly systemLimits?: AllSubgraphsOptions['limits'];
  readonly feedMaxAgeSeconds?: number;
  /** Initial agreements of the register, instead of person360's own. */
  readonly agreements?: readonly SeededAgreement[];
  /** Destinations of emou's notices. Absent: none. */
  readonly notices?: NoticeSettings | undefined;
  /** Text of emou's settings file. Absent: the settings proposed to the parties. */
  readonly agreement?: string | undefined;
  readonly clock: () => Date;
  /** Reports progress for the user. */
  readonly onStep: (step: string) => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborts the start: everything already started is stopped, and the start rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Receives log messages of the running parts. */
  readonly log: (part: string, message: string, details: object) => void;
  /** Systems that run outside of this one: where the gateway finds them, whatever address they are published with. */
  readonly systemsElsewhere?: SystemsElsewhere;
  /** Proxies a subgraph: receives its address and returns the one that the gateway uses. */
  readonly subgraphAddress?: (name: SubgraphName, url: string) => string;
}

export interface LocalSystem {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  readonly subgraphUrls: ReadonlyMap<SubgraphName, string>;
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
  readonly ledger: LocalLedger;
  /** Resolves with the reason if the system cannot continue; otherwise never. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Starts the database server, population, eleven systems and the gateway in order of their dependencies, in one process
 * unless there are workers.
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const { dataDirectory, clock, log, workers = 1 } = options;
  const started: (() => Promise<void>)[] = [];
  const failure = new AbortController();
  const signal = options.signal === undefined ? failure.signal : AbortSignal.any([options.signal, failure.signal]);
  let reportFailure: (reason: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => {
    reportFailure = resolve;
  });
  /** Stops every part, even if some fail to stop. */
  async function stop(): Promise<void> {
    const problems: unknown[] = [];
    for (const part of started.splice(0).reverse()) await part().catch((problem: unknown) => problems.push(problem));
    if (problems.length > 0) throw problems[0];
  }
  function onStep(step: string): void {
    signal.throwIfAborted();
    options.onStep(step);
  }
  function onProgress(done: number, total: number): void {
    signal.throwIfAborted();
    options.onProgress(done, total);
  }
  try {
    if (options.port !== 0) {
      await requireFreePorts([options.port, ...SUBGRAPH_NAMES.map((name) => portOfSystem(options.port, name))]);
    }
    await mkdir(dataDirectory, { recursive: true });
    const databaseUrls = new Map(options.databaseUrls);
    const embedded = SUBGRAPH_NAMES.filter((name) => name !== 'audit' && !databaseUrls.has(name));
    let ledgerUrl = options.ledgerAdminUrl;
    if (embedded.length > 0 || ledgerUrl === undefined) {
      onStep('starting PostgreSQL');
      const postgres = await startEmbeddedPostgres({
        dataDirectory,
        log: (line) => log('postgresql', line, {}),
      });
      started.push(() => postgres.stop());
      void postgres.failed.then((reason) => {
        failure.abort(reason);
        reportFailure(reason);
      });
      for (const name of embedded) databaseUrls.set(name, await postgres.ensureSystem(name));
      ledgerUrl ??= await ensureLedgerDatabase(postgres);
    }

    onStep('preparing the databases');
    const ledger = await openLocalLedger(ledgerUrl, dataDirectory, workers);
    databaseUrls.set('audit', ledger.auditUrl);
    await migrateAllSubgraphs(databaseUrls);
    const catalogue = shippedCatalogue();
    onStep('loading the population');
    const { persons, seed } = options;
    const encryption = await openLocalEncryption(dataDirectory, databaseUrls);
    await loadPopulation({
      ...{ persons, seed, databaseUrls, onProgress },
      personIndex: personIndexLoader(encryption.personalData, seed, clock),
      openSeal: encryption.openSeal,
    }).finally(encryption.stop);
    const emouUrl = databaseUrls.get('emou');
    const emouLog = localEmouLog(ledger);
    if (emouUrl !== undefined) {
      const { agreements } = options;
      await seedApprovals({
        databaseUrl: emouUrl,
        catalogue,
        clock,
        administration: emouLog,
        ...(agreements === undefined ? {} : { agreements }),
      });
      await seedConsents({
        databaseUrl: emouUrl,
        administration: emouLog,
        catalogue,
        consents: demonstrationConsents,
        clock,
      });
    }

    onStep('starting the systems');
    const pemOf = (name: 'feed' | 'registry') =>
      String(developmentKey(dataDirectory, name).export({ type: 'pkcs8', format: 'pem' }));
    const keys = await startDevelopmentKeyServer(dataDirectory);
    started.push(() => keys.stop());
    const systems = await startAllSubgraphs({
      databaseUrls,
      portOf: (name) => portOfSystem(options.port, name),
      grantJwksUrl: keys.grantJwksUrl,
      feedPrivateKeyPem: pemOf('feed'),
      registryPrivateKeyPem: pemOf('registry'),
      emouLog,
      auditLog: localAuditLog(ledger),
      identityLog: localIdentityLog(ledger),
      registryLog: localRegistryLog(ledger),
      pseudonymKeys: ledger.pseudonymKeys,
      keyEncryption: encryption.keysOf,
      notices: options.notices,
      agreement: options.agreement,
      limits: options.systemLimits,
      clock,
      log: ({ system, event, ...details }) => log(system, event, details),
    });
    started.push(() => systems.stop());

    onStep('starting the gateway');
    const subgraphUrls = new Map<SubgraphName, string>();
    for (const { name, url } of systems.subgraphs) {
      const known = SUBGRAPH_NAMES.find((candidate) => candidate === name);
      if (known !== undefined) subgraphUrls.set(known, url);
    }
    const settings: LocalGatewaySettings = {
      port: options.port,
      subgraphUrls: [
        ...[...subgraphUrls].map(([name, url]) => [name, options.subgraphAddress?.(name, url) ?? url] as const),
        ...(options.systemsElsewhere ?? []),
      ],
      emouOrigin: new URL(subgraphUrls.get('emou') ?? '').origin,
      registryOrigin: new URL(subgraphUrls.get('registry') ?? '').origin,
      feedMaxAgeSeconds: options.feedMaxAgeSeconds ?? 15,
      callers: options.callers ?? {
        jwksUrl: keys.issuerJwksUrl,
        issuer: DEVELOPMENT_ISSUER,
        audience: DEVELOPMENT_AUDIENCE,
      },
      engine: options.engine ?? { engine: 'compiled', batching: true },
      limits: options.limits ?? {},
      allowedOrigins: options.allowedOrigins ?? 'loopback',
      ledger: { writerUrl: ledger.writerUrl, origin: ledger.origin },
    };
    const gatewayLog = (message: string, details = {}): void => log('gateway', message, details);
    if (workers > 1) {
      const surroundings = { log: gatewayLog, say: options.onStep, signal };
      const gateways = await startLocalGatewayWorkers(settings, ledger.origins, surroundings);
      started.push(() => gateways.stop());
      return { url: gateways.url, subgraphUrls, databaseUrls, ledger, failed, stop };
    }
    const gateway = await startLocalGateway(settings, {
      dataDirectory,
      clock,
      log: gatewayLog,
      plannerFor: options.plannerFor,
    });
    started.push(() => gateway.stop());
    await explainWaiting(gateway.ready, gateway.url, options.onStep, signal);
    return { url: gateway.url, subgraphUrls, databaseUrls, ledger, failed, stop };
  } catch (error) {
    // Errors that parts report because the database is gone or the start was aborted are not the cause.
    const reason: unknown = signal.aborted ? signal.reason : error;
    await stop().catch(() => undefined);
    throw reason;
  }
}
