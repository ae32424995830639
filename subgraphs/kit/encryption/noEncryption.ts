import type { Encryption } from './encryption.ts';

/** Stands in for the encryption of a system that has no encrypted tables. Every use throws. */
export const noEncryption: Encryption = {
  generation: refuse,
  column: refuse,
  token: refuse,
  searchTokens: refuse,
  knows: refuse,
  refresh: async () => undefined,
  stop: () => undefined,
};

function refuse(): never {
  throw new Error('This system has no encrypted tables: name them in SubgraphDefinition.encryptedTables.');
}
