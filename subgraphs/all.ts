import { shippedCatalogue } from '../schema/catalog/shippedCatalogue.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';
import type { PseudonymKey } from '../schema/ledger/personPseudonym.ts';
import { personListUrl } from '../schema/persons/personList.ts';
import { auditMigrationsDirectory, createAuditSubgraph } from './audit/subgraph.ts';
import { childwelfareSubgraph } from './childwelfare/subgraph.ts';
import { correctionsSubgraph } from './corrections/subgraph.ts';
import { educationSubgraph } from './education/subgraph.ts';
import { readAgreementFile } from './emou/agreement/agreementFile.ts';
import { readMailTargets } from './emou/notices/targets/mailTarget.ts';
import { readWebhookTargets } from './emou/notices/targets/webhookTarget.ts';
import { allLoggedTables } from './emou/register/log/loggedTables.ts';
import { createEmouSubgraph, emouMigrationsDirectory } from './emou/subgraph.ts';
import { type EncryptedSystem, isEncrypted } from './encryptedTables.ts';
import { ownersIn } from './identity/ownNumbers/systemOwners.ts';
import type { FactSourceUrls } from './identity/personFacts.ts';
import type { PublishedPersonKeys } from './identity/publishedKeys.ts';
import { createIdentitySubgraph, identityMigrationsDirectory } from './identity/subgraph.ts';
import { type AdministrationLogSettings, createAdministrationLog } from './kit/administration/administrationLog.ts';
import { runMigrations } from './kit/database/migrations.ts';
import type { KeyEncryption } from './kit/encryption/keyEncryption.ts';
import type { Log } from './kit/log.ts';
import { startSubgraph } from './kit/startSubgraph.ts';
import type { RunningSubgraph, SubgraphDefinition, SubgraphOptions } from './kit/subgraphDefinition.ts';
import { medicaidSubgraph } from './medicaid/subgraph.ts';
import type { NoticeSettings } from './noticeSettings.ts';
import { followRegistry, type PublishedSchema } from './publishedSchema/followRegistry.ts';
import { followApprovals } from './registry/approvals/followApprovals.ts';
import { createRegistrySubgraph, registryMigrationsDirectory } from './registry/subgraph.ts';
import { snapSubgraph } from './snap/subgraph.ts';
import { tanfSubgraph } from './tanf/subgraph.ts';
import { weatherizationSubgraph } from './weatherization/subgraph.ts';

/** Systems that need nothing but their database. */
const agencySubgraphs: Readonly<
  Record<Exclude<SubgraphName, 'identity' | 'emou' | 'audit' | 'registry'>, SubgraphDefinition>
> = {
  snap: snapSubgraph,
  tanf: tanfSubgraph,
  medicaid: medicaidSubgraph,
  corrections: correctionsSubgraph,
  education: educationSubgraph,
  weatherization: weatherizationSubgraph,
  childwelfare: childwelfareSubgraph,
};

export interface AllSubgraphsOptions {
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
  /** 0: any free port. */
  readonly portOf: (name: SubgraphName) => number;
  readonly grantJwksUrl: string;
  /** ES256, PEM: emou signs the approval feed with it. */
  readonly feedPrivateKeyPem: string;
  /** ES256, PEM: the registry signs its feed with it. */
  readonly registryPrivateKeyPem: string;
  /** Where emou records what decides access. */
  readonly emouLog: AdministrationLogSettings;
  /** Where audit records suspensions and unmaskings. */
  readonly auditLog: AdministrationLogSettings;
  /** Where identity records links of persons. */
  readonly identityLog: AdministrationLogSettings;
  /** Where the registry records publications and decisions about them. */
  readonly registryLog: AdministrationLogSettings;
  /** Wraps the keys of a system's encrypted data. */
  readonly keyEncryption: (system: EncryptedSystem) => KeyEncryption;
  /** Every epoch's: audit finds persons in the disclosure log by them, and identity names persons in its log by the first. */
  readonly pseudonymKeys: readonly PseudonymKey[];
  /** Where emou sends its notices. Absent: nowhere. */
  readonly notices?: NoticeSettings | undefined;
  /** Text of emou's file of settings (agreementFile.ts). Absent: what is proposed to the parties. */
  readonly agreement?: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  readonly limits?: SubgraphOptions['limits'];
  readonly onQuery?: SubgraphOptions['onQuery'];
}

/** Secrets and addresses that only some systems ask for. */
export interface SystemSettings {
  /** identity's */
  readonly factSources: FactSourceUrls;
  /** identity's: where it records links of persons. */
  readonly identityLog: () => AdministrationLogSettings;
  /** audit's, emou's and identity's: what agencies publish, as it changes. Absent: what the product comes with. */
  readonly published?: PublishedSchema | undefined;
  /** emou's, or the registry's */
  readonly feedPrivateKeyPem: () => string;
  /** emou's: where it records what decides access. */
  readonly emouLog: () => AdministrationLogSettings;
  /** emou's; undefined: the default. */
  readonly emergencyPersonsPerHour?: number | undefined;
  /** emou's; undefined: it sends none. */
  readonly notices: NoticeSettings | undefined;
  /** emou's; undefined: what is proposed to the parties. */
  readonly agreement: string | undefined;
  /** audit's: where it records suspensions and unmaskings. */
  readonly auditLog: () => AdministrationLogSettings;
  /** The registry's: emou's feed; undefined while its address is not known. */
  readonly approvalFeedUrl: () => string | undefined;
  /** The registry's: where it records publications and decisions about them. */
  readonly registryLog: () => AdministrationLogSettings;
  /** audit's: the person index's `/person-list`. */
  readonly personListUrl: () => string | undefined;
  /** audit's: origin of identityLog. Undefined: accountings do not follow merged persons. */
  readonly identityLogOrigin: () => string | undefined;
  /** audit's and identity's */
  readonly pseudonymKeys: () => readonly PseudonymKey[];
}

/** What the named system is. Throws when the feed's key is no ES256 key. */
export function subgraphDefinition(name: SubgraphName, settings: SystemSettings): SubgraphDefinition {
  if (name === 'identity') {
    const register = { administration: settings.identityLog(), pseudonymKey: currentKey(settings.pseudonymKeys()) };
    const { factSources, published } = settings;
    return createIdentitySubgraph({
      factSources,
      publishedKeys: published && publishedPersonKeys(published),
      ownerOf: (system) => ownersIn(published?.current()?.datasets ?? shippedCatalogue().systems)(system),
      register,
    });
  }
  if (name === 'audit') {
    return createAuditSubgraph({
      catalogue: shippedCatalogue(),
      pseudonymKeys: settings.pseudonymKeys(),
      administration: settings.auditLog(),
      personListUrl: settings.personListUrl,
      personIndexLog: settings.identityLogOrigin(),
      ...(settings.published === undefined ? {} : { published: settings.published }),
    });
  }
  if (name === 'registry') {
    return createRegistrySubgraph({
      feedPrivateKeyPem: settings.feedPrivateKeyPem(),
      administration: settings.registryLog(),
      openApprovals: (system, key) => followApprovals(system, settings.approvalFeedUrl, key),
    });
  }
  if (name !== 'emou') return agencySubgraphs[name];
  const { webhookTargets, mail } = settings.notices ?? {};
  return createEmouSubgraph({
    catalogue: shippedCatalogue(),
    feedPrivateKeyPem: settings.feedPrivateKeyPem(),
    log: createAdministrationLog(settings.emouLog(), allLoggedTables),
    agreement: readAgreementFile(settings.agreement),
    emergencyPersonsPerHour: settings.emergencyPersonsPerHour,
    webhooks: readWebhookTargets(webhookTargets),
    mail: mail === undefined ? undefined : { ...mail, targets: readMailTargets(mail.targets) },
    ...(settings.published === undefined ? {} : { published: settings.published }),
  });
}

function publishedPersonKeys({ current, onChange }: PublishedSchema): PublishedPersonKeys {
  return { current: () => current()?.personKeys ?? {}, onChange };
}

function currentKey([current]: readonly PseudonymKey[]): PseudonymKey {
  if (current === undefined) throw new Error('There is no key for pseudonyms of persons.');
  return current;
}

/** Brings every system's database up to date; what has been applied is not applied again. */
export async function migrateAllSubgraphs(databaseUrls: ReadonlyMap<SubgraphName, string>): Promise<void> {
  await Promise.all(
    SUBGRAPH_NAMES.map((name) => runMigrations(databaseUrlOf(databaseUrls, name), migrationsDirectoryOf(name))),
  );
}

function migrationsDirectoryOf(name: SubgraphName): string {
  switch (name) {
    case 'identity':
      return identityMigrationsDirectory;
    case 'emou':
      return emouMigrationsDirectory;
    case 'audit':
      return auditMigrationsDirectory;
    case 'registry':
      return registryMigrationsDirectory;
    default:
      return agencySubgraphs[name].migrationsDirectory;
  }
}

/** Every system in one process, for local runs; databases are migrated first. When one cannot start, none stays up. */
export async function startAllSubgraphs(
  options: AllSubgraphsOptions,
): Promise<{ readonly subgraphs: readonly RunningSubgraph[]; stop(): Promise<void> }> {
  const { databaseUrls, portOf, feedPrivateKeyPem, registryPrivateKeyPem, notices, agreement, ...others } = options;
  const { emouLog, auditLog, identityLog, registryLog, pseudonymKeys, keyEncryption, ...shared } = others;
  await migrateAllSubgraphs(databaseUrls);
  // Known once a system listens; facts are not requested before all of them do.
  const factsEndpoints = new Map<string, string>();
  const factsEndpointOf = (name: SubgraphName) => () => factsEndpoints.get(name);
  let registryFeed: string | undefined;
  let approvalFeed: string | undefined;
  const published = followRegistry({
    url: () => registryFeed,
    ...{ system: 'registry', clock: shared.clock, log: shared.log },
  });
  const starts = await Promise.allSettled(
    SUBGRAPH_NAMES.map(async (name) => {
      const definition = subgraphDefinition(name, {
        factSources: { childwelfare: factsEndpointOf('childwelfare'), emou: factsEndpointOf('emou') },
        feedPrivateKeyPem: () => (name === 'registry' ? registryPrivateKeyPem : feedPrivateKeyPem),
        emouLog: () => emouLog,
        auditLog: () => auditLog,
        identityLog: () => identityLog,
        identityLogOrigin: () => identityLog.origin,
        published,
        registryLog: () => registryLog,
        approvalFeedUrl: () => approvalFeed,
        personListUrl: () => personListUrl(factsEndpoints.get('identity')),
        notices,
        agreement,
        pseudonymKeys: () => pseudonymKeys,
      });
      const running = await startSubgraph(definition, {
        ...shared,
        databaseUrl: databaseUrlOf(databaseUrls, name),
        port: portOf(name),
        factsUrl: factsEndpointOf('identity'),
        ...(isEncrypted(name) ? { keyEncryption: keyEncryption(name) } : {}),
      });
      factsEndpoints.set(name, new URL('/facts', running.url).href);
      if (name === 'emou') approvalFeed = new URL('/feed', running.url).href;
      if (name === 'registry') registryFeed = new URL('/feed', running.url).href;
      return running;
    }),
  );
  const subgraphs = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const stop = async () => {
    await published.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  };
  const failure = starts.find((start) => start.status === 'rejected');
  if (failure !== undefined) {
    await stop();
    throw failure.reason;
  }
  return { subgraphs, stop };
}

function databaseUrlOf(databaseUrls: ReadonlyMap<SubgraphName, string>, name: SubgraphName): string {
  const url = databaseUrls.get(name);
  if (url === undefined)
    throw new Error(`The system '${name}' has no database: set ${name.toUpperCase()}_DATABASE_URL.`);
  return url;
}
