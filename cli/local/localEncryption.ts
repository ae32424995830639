import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseholdRecords } from '../../population/householdRecords.ts';
import { copyText } from '../../population/load/copyText.ts';
import type { PopulationTable } from '../../population/load/populationTable.ts';
import { systemNumbersOf } from '../../population/systems/identity.ts';
import { encryptedTables } from '../../subgraphs/identity/personalData/encryptedTables.ts';
import { createPersonalData, type PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import {
  householdRow,
  personRow,
  rowColumns,
  searchTokenRows,
  systemNumberRow,
} from '../../subgraphs/identity/personalData/personRows.ts';
import { type Encryption, hasKeys, openEncryption } from '../../subgraphs/kit/encryption/encryption.ts';
import { EncryptionKeyError, type KeyEncryption } from '../../subgraphs/kit/encryption/keyEncryption.ts';
import { createKeyFile, hasKeyFile, openKeyFile } from '../../subgraphs/kit/encryption/keyFile.ts';

/** File that tells `person360 encryption` where the encrypted data of a local system is. */
export const LOCAL_ENCRYPTION_FILE = 'encryption.json';

const MOST_TOKENS = 500_000;

export function localKeyFile(dataDirectory: string): string {
  return join(dataDirectory, 'keys', 'encryption.json');
}

export interface LocalEncryption {
  readonly keys: KeyEncryption;
  readonly personalData: PersonalData;
  readonly stop: () => void;
}

/**
 * Opens the encryption of a local run's person index, whose migrations have run. Creates the key file on first use, but
 * never for a database that has keys: they can be opened by the former file only.
 */
export async function openLocalEncryption(dataDirectory: string, databaseUrl: string): Promise<LocalEncryption> {
  const file = localKeyFile(dataDirectory);
  if (!hasKeyFile(file)) {
    if (await hasKeys(databaseUrl)) {
      throw new EncryptionKeyError(
        `The key file ${file} is missing, and the persons in the database are encrypted. Nothing was changed. Restore the ` +
          'file from its backup, or start with --fresh, which removes all data.',
      );
    }
    createKeyFile(file);
  }
  const keys = openKeyFile(file);
  const encryption = await openIdentityEncryption(databaseUrl, keys);
  writeFileSync(join(dataDirectory, LOCAL_ENCRYPTION_FILE), `${JSON.stringify({ identity: databaseUrl })}\n`, {
    mode: 0o600,
  });
  return { keys, personalData: createPersonalData(encryption), stop: () => encryption.stop() };
}

/** Opens the keys of a person index; the caller stops it. */
export function openIdentityEncryption(databaseUrl: string, keys: KeyEncryption): Promise<Encryption> {
  const tables = encryptedTables.map(({ name }) => name);
  return openEncryption({ system: 'identity', databaseUrl, keys, tables, log: () => undefined });
}

/** Tables of the person index as the population is loaded into them: encrypted. */
export function identityTables(personalData: PersonalData): readonly PopulationTable[] {
  // Persons share most of their search keys.
  const tokens = new Map<string, Buffer>();
  const data: PersonalData = {
    ...personalData,
    searchToken(key) {
      const token = tokens.get(key) ?? personalData.searchToken(key);
      if (tokens.size < MOST_TOKENS) tokens.set(key, token);
      return token;
    },
  };
  const encrypted = (
    name: keyof typeof rowColumns,
    rowsOf: (records: HouseholdRecords) => Iterable<Parameters<typeof copyText>[0]>,
  ): PopulationTable => ({
    ...{ system: 'identity', name, columns: rowColumns[name] },
    copyText(records) {
      let text = '';
      for (const row of rowsOf(records)) text += copyText(row);
      return text;
    },
  });
  const personsOf = ({ persons }: HouseholdRecords) =>
    persons.map((person) => ({
      ...person,
      given: person.givenName,
      middle: person.middleName,
      family: person.familyName,
    }));
  return [
    encrypted('household', ({ households }) => households.map((household) => householdRow(data, household))),
    encrypted('person', (records) => personsOf(records).map((person) => personRow(data, person))),
    encrypted('person_search_token', (records) =>
      personsOf(records).flatMap((person) => searchTokenRows(data, person)),
    ),
    encrypted('system_number', ({ persons }) =>
      persons.flatMap(systemNumbersOf).map((row) => systemNumberRow(data, { ...row, isCurrent: true })),
    ),
    {
      ...{ system: 'identity', name: 'relationship', columns: ['person_id', 'other_person_id', 'kind'] },
      copyText: ({ relationships }) =>
        relationships.map(({ personId, otherPersonId, kind }) => copyText([personId, otherPersonId, kind])).join(''),
    },
  ];
}
