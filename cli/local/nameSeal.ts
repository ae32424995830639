import type { SealName } from '../../population/load/populationTable.ts';
import { namesOf, type SystemWithNames } from '../../subgraphs/encryptedTables.ts';
import { openEncryption } from '../../subgraphs/kit/encryption/encryption.ts';
import type { KeyEncryption } from '../../subgraphs/kit/encryption/keyEncryption.ts';

/** Opens the encryption of names in a program's system, for loading them. The caller stops it. */
export async function openNameSeal(
  system: string,
  databaseUrl: string,
  keys: KeyEncryption,
): Promise<{ readonly seal: SealName; readonly stop: () => void }> {
  if (!hasNames(system)) throw new Error(`${system} is not a program's system with encrypted names.`);
  const table = namesOf[system];
  const encryption = await openEncryption({ system, databaseUrl, keys, tables: [table.name], log: () => undefined });
  return {
    seal(number, { givenName, familyName, birthDate, reporter = null }) {
      const values = { givenName, familyName, birthDate, reporter };
      const { personal, key_generation } = table.seal(encryption, [number], values);
      // The encrypted column, in the input format of PostgreSQL's type.
      return [`\\x${(personal as Buffer).toString('hex')}`, Number(key_generation)];
    },
    stop: () => encryption.stop(),
  };
}

function hasNames(system: string): system is SystemWithNames {
  return Object.hasOwn(namesOf, system);
}
