import { createHash } from 'node:crypto';
import { copyText } from '../../population/load/copyText.ts';
import type { PersonIndexLoader } from '../../population/load/personIndexLoader.ts';
import { REFERENCE_DATE } from '../../population/referenceDay.ts';
import type { IdentityInput } from '../../schema/persons/identityInput.ts';
import { initialTables } from '../../subgraphs/identity/initialLoad/initialTables.ts';
import type { PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';

const MOST_TOKENS = 500_000;

/** Loads the person index of a local run: links the records of the population, and encrypts what is stored. */
export function personIndexLoader(personalData: PersonalData, seed: string, clock: () => Date): PersonIndexLoader {
  return {
    tables: initialTables,
    prepare() {
      // A failure is reported by the import that is waited for.
      importLinkage().catch(() => undefined);
    },
    async *load(input) {
      const { initialRows } = await importLinkage();
      const registeredAt = clock();
      const { index, model, ids } = await linkPopulation(input, { seed, registeredAt });
      const data = rememberingTokens(personalData);
      for (const { table, columns, rows } of initialRows(index, data, { registeredAt, model, ids })) {
        yield { table, columns, text: rows.map(copyText).join('') };
      }
    },
  };
}

/** Links what the systems send about the population of a seed. The same input and seed give the same index. */
export async function linkPopulation(
  input: IdentityInput,
  { seed, registeredAt }: { readonly seed: string; readonly registeredAt: Date },
) {
  const { createInitialIds, linkInitialIndex, readDefaultModel } = await importLinkage();
  const ids = createInitialIds(createHash('sha256').update(`ids of ${seed}`).digest());
  const model = readDefaultModel();
  const today = REFERENCE_DATE.replaceAll('-', '');
  return { index: await linkInitialIndex(input, { model, today, registeredAt, ids }), model: model.version, ids };
}

/** Lazy: it is needed at the first start only. The embedded database that compares records takes long to load. */
async function importLinkage() {
  const [index, rows, ids, model] = await Promise.all([
    import('../../subgraphs/identity/initialLoad/initialIndex.ts'),
    import('../../subgraphs/identity/initialLoad/initialRows.ts'),
    import('../../subgraphs/identity/initialLoad/initialIds.ts'),
    import('../../subgraphs/identity/linkage/model/defaultModel.ts'),
  ]);
  return { ...index, ...rows, ...ids, ...model };
}

/** Persons share most of their search keys, and records many of their blocking keys. */
function rememberingTokens(personalData: PersonalData): PersonalData {
  const searchTokens = new Map<string, Buffer>();
  const blockingTokens = new Map<string, bigint>();
  return {
    ...personalData,
    searchToken: (key) => remember(searchTokens, key, () => personalData.searchToken(key)),
    blockingToken: (key) => remember(blockingTokens, `${key.rule}|${key.key}`, () => personalData.blockingToken(key)),
  };
}

function remember<Token>(tokens: Map<string, Token>, key: string, make: () => Token): Token {
  const token = tokens.get(key) ?? make();
  if (tokens.size < MOST_TOKENS) tokens.set(key, token);
  return token;
}
