import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import type { Encryption } from '../../kit/encryption/encryption.ts';
import type { BlockingKey } from '../linkage/blocking/blockingRules.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import { readCompared, writeCompared } from './comparedTraits.ts';
import {
  type HouseholdAddress,
  type PersonTraits,
  readAddress,
  readTraits,
  writeAddress,
  writeTraits,
} from './personTraits.ts';
import { readContent, writeContent } from './recordContent.ts';

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
  /** @param recordId source_record.record_id */
  sealRecord(recordId: string, content: RecordContent): Buffer;
  openRecord(recordId: string, sealed: Buffer): RecordContent;
  sealCompared(recordId: string, record: NormalizedRecord): Buffer;
  /** Undefined: an earlier version normalized the record. Normalize its content. */
  openCompared(recordId: string, sealed: Buffer): NormalizedRecord | undefined;
  /** Token to store of a record's content. */
  contentToken(content: RecordContent): Buffer;
  /** Tokens under which the content may be stored, one for each generation of keys. */
  contentTokens(content: RecordContent): readonly Buffer[];
  /** Token to store of a blocking key (linkage/blocking), as a signed 64-bit integer. */
  blockingToken(key: BlockingKey): bigint;
  blockingTokens(key: BlockingKey): readonly bigint[];
  /** Token to store of a review's known answer. */
  knownAnswerToken(reviewId: string, answer: string): Buffer;
  knownAnswerTokens(reviewId: string, answer: string): readonly Buffer[];
}

const SEARCH = 'search';
const CONTENT = 'record-content';
const KNOWN_ANSWER = 'known-answer';

export function createPersonalData(encryption: Encryption): PersonalData {
  const person = encryption.column('person', 'personal');
  const household = encryption.column('household', 'address');
  const number = encryption.column('system_number', 'number');
  const record = encryption.column('source_record', 'content');
  const compared = encryption.column('source_record', 'compared');
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
    sealRecord: (recordId, content) => record.encrypt(recordId, writeContent(content)),
    openRecord: (recordId, sealed) => readContent(record.decrypt(recordId, sealed)),
    sealCompared: (recordId, traits) => compared.encrypt(recordId, writeCompared(traits)),
    openCompared: (recordId, sealed) => readCompared(compared.decrypt(recordId, sealed)),
    contentToken: (content) => encryption.token(CONTENT, writeContent(content)),
    contentTokens: (content) => encryption.searchTokens(CONTENT, writeContent(content)),
    blockingToken: ({ rule, key }) => firstBytes(encryption.token(`block/${rule}`, key)),
    knownAnswerToken: (reviewId, answer) => encryption.token(KNOWN_ANSWER, `${reviewId} ${answer}`),
    knownAnswerTokens: (reviewId, answer) => encryption.searchTokens(KNOWN_ANSWER, `${reviewId} ${answer}`),
    blockingTokens: ({ rule, key }) => encryption.searchTokens(`block/${rule}`, key).map(firstBytes),
  };
}

/** Numbers of two systems may be equal: their tokens are not. */
function kindOf(system: string): string {
  return `number/${system}`;
}

/** Enough to tell the keys of a state's records apart; a coincidence only costs a comparison. */
function firstBytes(token: Buffer): bigint {
  return token.readBigInt64BE(0);
}
