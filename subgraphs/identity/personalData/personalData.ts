import type { Encryption } from '../../kit/encryption/encryption.ts';
import {
  type HouseholdAddress,
  type PersonTraits,
  readAddress,
  readTraits,
  writeAddress,
  writeTraits,
} from './personTraits.ts';

/** Encrypts and decrypts what the index stores about persons, and makes the tokens that find it. */
export interface PersonalData {
  /** Column `key_generation` of rows that are written. */
  generation(): number;
  sealPerson(personId: string, traits: PersonTraits): Buffer;
  openPerson(personId: string, sealed: Buffer): PersonTraits;
  sealAddress(householdId: string, address: HouseholdAddress): Buffer;
  openAddress(householdId: string, sealed: Buffer): HouseholdAddress;
  sealNumber(system: string, personId: string, number: string): Buffer;
  /** @param sealed in hexadecimal, as statements return it */
  openNumber(system: string, personId: string, sealed: string): string;
  /** Token to store of a number. */
  numberToken(system: string, number: string): Buffer;
  /** Tokens under which the number may be stored, as PostgreSQL writes bytea (`\x…`), one for each generation of keys. */
  numberTokens(system: string, number: string): readonly string[];
  /** Token to store of a search key (searchKeys.ts). */
  searchToken(key: string): Buffer;
  searchTokens(key: string): readonly Buffer[];
}

const SEARCH = 'search';

export function createPersonalData(encryption: Encryption): PersonalData {
  const person = encryption.column('person', 'personal');
  const household = encryption.column('household', 'address');
  const number = encryption.column('system_number', 'number');
  return {
    generation: () => encryption.generation(),
    sealPerson: (personId, traits) => person.encrypt(personId, writeTraits(traits)),
    openPerson: (personId, sealed) => readTraits(person.decrypt(personId, sealed)),
    sealAddress: (householdId, address) => household.encrypt(householdId, writeAddress(address)),
    openAddress: (householdId, sealed) => readAddress(household.decrypt(householdId, sealed)),
    sealNumber: (system, personId, text) => number.encrypt(`${system}/${personId}`, text),
    openNumber: (system, personId, sealed) => number.decrypt(`${system}/${personId}`, Buffer.from(sealed, 'hex')),
    numberToken: (system, text) => encryption.token(kindOf(system), text),
    numberTokens: (system, text) =>
      encryption.searchTokens(kindOf(system), text).map((token) => `\\x${token.toString('hex')}`),
    searchToken: (key) => encryption.token(SEARCH, key),
    searchTokens: (key) => encryption.searchTokens(SEARCH, key),
  };
}

/** Numbers of two systems may be equal: their tokens are not. */
function kindOf(system: string): string {
  return `number/${system}`;
}
