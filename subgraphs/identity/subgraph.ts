import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { shippedCatalogue } from '../../schema/catalog/shippedCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { createChangeResolvers } from './changes/resolvers.ts';
import { createIndexDecider } from './linkage/decide/indexDecider.ts';
import { createLinkRegister } from './links/linkRegister.ts';
import { linkResolvers } from './links/linkResolvers.ts';
import { createIdentityLoaders, type IdentityLoaders } from './loaders.ts';
import { ownNumberResolvers } from './ownNumbers/ownNumbers.ts';
import { type OwnerOfSystem, ownersIn } from './ownNumbers/systemOwners.ts';
import { encryptedTables } from './personalData/encryptedTables.ts';
import { type FactSourceUrls, openPersonFacts } from './personFacts.ts';
import { combinePersonKeys, type PersonKeyFields } from './personKeys.ts';
import { createPersonListEndpoint } from './personList.ts';
import { followPublishedKeys, noPublishedKeys, type PublishedPersonKeys } from './publishedKeys.ts';
import { matchResolvers } from './register/matchResolvers.ts';
import { createPersonRegister, type PersonRegisterSettings } from './register/personRegister.ts';
import { createRecordRegister, type RecordRegisterSettings } from './register/recordRegister.ts';
import { registerResolvers } from './register/registerResolvers.ts';
import { createIdentityResolvers } from './resolvers.ts';

export const identityMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

export interface IdentityOptions {
  readonly factSources: FactSourceUrls;
  /** Absent: the keys of the systems in the index's own SDL. */
  readonly publishedKeys?: PublishedPersonKeys | undefined;
  /** Absent: the owners of the systems that the product comes with. */
  readonly ownerOf?: OwnerOfSystem | undefined;
  /** Absent: nothing can be linked. */
  readonly register?: PersonRegisterSettings & Pick<RecordRegisterSettings, 'linksAnHour'>;
}

/** The person index. */
export function createIdentitySubgraph(options: IdentityOptions): SubgraphDefinition<IdentityLoaders> {
  const { factSources, publishedKeys = noPublishedKeys, ownerOf = ownersIn(shippedCatalogue().systems) } = options;
  const schema = readSubgraphSchema('identity');
  const register = options.register === undefined ? undefined : createPersonRegister(options.register);
  const links = register === undefined ? undefined : createLinkRegister(register);
  const deciders = createIndexDecider();
  const changes = createChangeResolvers(register, deciders);
  const records = register && createRecordRegister({ register, deciders, linksAnHour: options.register?.linksAnHour });
  const matches = matchResolvers(deciders);
  const resolversOf = (keys: PersonKeyFields) => {
    const mutations = { ...linkResolvers(keys, links), ...registerResolvers(keys, ownerOf, records) };
    const queries = { ...matches, ...ownNumberResolvers(keys, ownerOf) };
    return createIdentityResolvers(factSources, keys, { changes, mutations, queries });
  };
  return {
    name: 'identity',
    schema,
    resolvers: resolversOf(combinePersonKeys({})),
    migrationsDirectory: identityMigrationsDirectory,
    plansOnce: true,
    encryptedTables,
    createLoaders: createIdentityLoaders,
    async openRoutes(system, serve) {
      const keys = await followPublishedKeys(publishedKeys, schema, resolversOf, system, serve);
      const facts = openPersonFacts(system, factSources, keys.current);
      return {
        router: Router().use(facts.router, createPersonListEndpoint(system)),
        async stop() {
          await keys.stop();
          await facts.stop();
          await register?.close();
        },
      };
    },
  };
}
