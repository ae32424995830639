import { fileURLToPath } from 'node:url';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { DisclosureEntryResolvers } from '../../schema/generated/audit.ts';
import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import type { AdministrationLogSettings } from '../kit/administration/administrationLog.ts';
import { createComparedRegister } from '../kit/administration/comparedRegister.ts';
import { startTableCheckJob } from '../kit/administration/tableCheckJob.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { nothingPublished, type PublishedSchema } from '../publishedSchema/followRegistry.ts';
import { entryInWords } from './entries/entryInWords.ts';
import { indexCheckRoutes } from './indexCheck/indexCheckRoutes.ts';
import { type KnownDatasets, knownDatasets } from './knownDatasets.ts';
import { createAuditResolvers } from './resolvers.ts';
import { createSuspensionRegister } from './suspensions/suspensionRegister.ts';
import { suspensionTable } from './suspensions/suspensionTable.ts';
import { createPseudonymSearch } from './unmasking/pseudonymSearch.ts';
import { createUnmaskingResolvers } from './unmasking/unmaskingResolvers.ts';
import { createUnmaskings } from './unmasking/unmaskings.ts';
import { unmaskingDecisionTable, unmaskingTable } from './unmasking/unmaskingTables.ts';
import { entryFacts, factsInWords } from './words/entryFacts.ts';

export const auditMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

const CHECK_EVERY_MS = 10_000;

/**
 * The readable disclosure log. `personKeys` contains the key of every epoch, so that older pseudonyms are found too.
 */
export function createAuditSubgraph(options: {
  /** What the product comes with. */
  readonly catalogue: DatasetCatalogue;
  /** What agencies publish. Default: nothing else. */
  readonly published?: Pick<PublishedSchema, 'current'>;
  readonly pseudonymKeys: readonly PseudonymKey[];
  /** Suspensions and unmaskings are recorded here before they take effect. */
  readonly administration: AdministrationLogSettings;
  /** Interval between comparisons of the tables with that log. */
  readonly checkEveryMs?: number;
  /** URL of the person index's `/person-list`. Undefined: no pseudonym can be resolved. */
  readonly personListUrl: () => string | undefined;
  /**
   * Origin of the log in which the person index records changes of links. Absent: accountings do not follow merged persons,
   * and wrong links have no list of disclosures.
   */
  readonly personIndexLog?: string | undefined;
  /** How long one call searches the person index. */
  readonly searchStepMs?: number;
}): SubgraphDefinition {
  const { catalogue, published = nothingPublished, pseudonymKeys, administration } = options;
  const { personListUrl, searchStepMs } = options;
  const known = knownDatasets(catalogue, published);
  const register = createComparedRegister(administration, [suspensionTable, unmaskingTable, unmaskingDecisionTable]);
  const suspensions = createSuspensionRegister(register);
  const audit = createAuditResolvers(known, pseudonymKeys, suspensions, options.personIndexLog);
  const search = createPseudonymSearch({
    ...{ pseudonymKeys, url: personListUrl },
    ...(searchStepMs === undefined ? {} : { stepMs: searchStepMs }),
  });
  const unmasking = createUnmaskingResolvers(createUnmaskings(register), search);
  return {
    name: 'audit',
    schema: readSubgraphSchema('audit'),
    resolvers: {
      ...audit,
      DisclosureEntry: createEntryWords(known),
      Query: { ...audit.Query, ...unmasking.Query },
      Mutation: { ...audit.Mutation, ...unmasking.Mutation },
    },
    migrationsDirectory: auditMigrationsDirectory,
    createLoaders: () => ({}),
    asksAboutNamedPersons: true,
    async openRoutes(system) {
      try {
        await register.align(system);
      } catch (error) {
        await register.close();
        throw error;
      }
      const indexCheck = indexCheckRoutes(system);
      const tableCheck = startTableCheckJob(register, system, options.checkEveryMs ?? CHECK_EVERY_MS);
      return {
        router: indexCheck.router,
        async stop() {
          await Promise.all([indexCheck.stop(), tableCheck.stop()]);
          await register.close();
        },
      };
    },
  };
}

/** Entries in words. */
function createEntryWords({
  descriptions,
}: KnownDatasets): Pick<Required<DisclosureEntryResolvers>, 'facts' | 'inWords'> {
  return {
    facts: (entry, { language }) => entryFacts(entry, language ?? 'ENGLISH'),
    inWords(entry, { language }) {
      if (language === 'SPANISH') return factsInWords(entry, language);
      return entryInWords(entry, descriptions());
    },
  };
}
