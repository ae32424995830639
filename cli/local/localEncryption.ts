import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealName } from '../../population/load/populationTable.ts';
import { type EncryptedSystem, isEncrypted } from '../../subgraphs/encryptedTables.ts';
import { encryptedTables } from '../../subgraphs/identity/personalData/encryptedTables.ts';
import { createPersonalData, type PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import { type Encryption, hasKeys, openEncryption } from '../../subgraphs/kit/encryption/encryption.ts';
import { EncryptionKeyError, type KeyEncryption } from '../../subgraphs/kit/encryption/keyEncryption.ts';
import { createKeyFile, hasKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';
import { openNameSeal } from './nameSeal.ts';

/** File that tells `person360 encryption` where the encrypted data of a local system is. */
export const LOCAL_ENCRYPTION_FILE = 'encryption.json';

/** Every system has a key file of its own. */
export function localKeyFile(dataDirectory: string, system: EncryptedSystem): string {
  return join(dataDirectory, 'keys', system === 'identity' ? 'encryption.json' : `encryption-${system}.json`);
}

export interface LocalEncryption {
  keysOf(system: EncryptedSystem): KeyEncryption;
  readonly personalData: PersonalData;
  /** Opens the encryption of a program's system. */
  openSeal(system: string): Promise<SealName>;
  readonly stop: () => void;
}

/**
 * Opens the encryption of a local run's systems, whose migrations have run. Creates their key files on first use, but never
 * for a database that has keys: they can be opened by the former file only.
 */
export async function openLocalEncryption(
  dataDirectory: string,
  databaseUrls: ReadonlyMap<string, string>,
): Promise<LocalEncryption> {
  const urls = new Map([...databaseUrls].filter(([system]) => isEncrypted(system)));
  const keys = new Map<string, KeyEncryption>();
  for (const [system, databaseUrl] of urls) {
    if (isEncrypted(system)) keys.set(system, await openLocalKeys(dataDirectory, system, databaseUrl));
  }
  const keysOf = (system: string): KeyEncryption => {
    const found = keys.get(system);
    if (found === undefined) throw new Error(`${system} is not a system of this run with encrypted data.`);
    return found;
  };
  const encryption = await openIdentityEncryption(urls.get('identity') ?? '', keysOf('identity'));
  const stops = [() => encryption.stop()];
  writeFileSync(join(dataDirectory, LOCAL_ENCRYPTION_FILE), `${JSON.stringify(Object.fromEntries(urls))}\n`, {
    mode: 0o600,
  });
  return {
    keysOf,
    personalData: createPersonalData(encryption),
    async openSeal(system) {
      const { seal, stop } = await openNameSeal(system, urls.get(system) ?? '', keysOf(system));
      stops.push(stop);
      return seal;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

async function openLocalKeys(
  dataDirectory: string,
  system: EncryptedSystem,
  databaseUrl: string,
): Promise<KeyEncryption> {
  const file = localKeyFile(dataDirectory, system);
  if (!hasKeyFile(file)) {
    if (await hasKeys(databaseUrl)) {
      throw new EncryptionKeyError(
        `The key file ${file} is missing, and the persons in the database of ${system} are encrypted. Nothing was ` +
          'changed. Restore the file from its backup, or start with --fresh, which removes all data.',
      );
    }
    createKeyFile(file);
  }
  return openKeyFile(file);
}

/** Opens the keys of a person index; the caller stops it. */
export function openIdentityEncryption(databaseUrl: string, keys: KeyEncryption): Promise<Encryption> {
  const tables = encryptedTables.map(({ name }) => name);
  return openEncryption({ system: 'identity', databaseUrl, keys, tables, log: () => undefined });
}
