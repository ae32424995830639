import { createKeyedLoader } from '../kit/database/keyedLoader.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';
import type { EmouLoaders } from './records.ts';
import { readAgreements } from './register/queries/readAgreements.ts';
import type { RegisterRules } from './register/register.ts';

/** Creates the loaders, which read all agreements that a response refers to in one statement. */
export function createEmouLoaders(rules: RegisterRules): (system: SubgraphSystem) => EmouLoaders {
  return ({ database, clock }) => ({
    agreements: createKeyedLoader(async (ids) => {
      const agreements = await readAgreements(database, rules, clock(), ids);
      return new Map(agreements.map((agreement) => [agreement.id, [agreement]]));
    }),
  });
}
