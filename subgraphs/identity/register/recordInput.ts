import type { RegisterRecordInput, TraitsInput } from '../../../schema/generated/identity.ts';
import type { RecordContent, Traits } from '../../../schema/persons/sourceRecord.ts';
import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { isNumber, NUMBER_RULE } from '../links/personLink.ts';

/** More than any name or address has. */
const LONGEST_TRAIT = 200;
const LANGUAGE = /^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** What a call sends of a record. Throws BAD_USER_INPUT, which never repeats what was sent. */
export function readContent({ traits, primaryLanguage, living }: RegisterRecordInput): RecordContent {
  if (primaryLanguage != null && !LANGUAGE.test(primaryLanguage)) {
    throw new PublicError('BAD_USER_INPUT', 'primaryLanguage must be a language tag (BCP 47), such as es.');
  }
  return { ...readTraits(traits), primaryLanguage: primaryLanguage ?? null, living: living ?? null };
}

/** Traits as written. Throws BAD_USER_INPUT for text that is too long or that readers would not see. */
export function readTraits(traits: TraitsInput): Traits {
  const text = (name: keyof Traits): string | null => {
    const value = traits[name] ?? null;
    if (value === null) return null;
    if (value.length > LONGEST_TRAIT) {
      throw new PublicError('BAD_USER_INPUT', `traits.${name} must have at most ${LONGEST_TRAIT} characters.`);
    }
    // The second line of an address may come after a line feed.
    const visible = name === 'street' ? value.replaceAll('\n', ' ') : value;
    if (/\p{Cc}/u.test(visible) || holdsHiddenCharacters(visible)) {
      throw new PublicError('BAD_USER_INPUT', `traits.${name} has hidden characters. Remove them.`);
    }
    return value;
  };
  return {
    given: text('given'),
    middle: text('middle'),
    family: text('family'),
    suffix: text('suffix'),
    birthDate: text('birthDate'),
    gender: text('gender'),
    ssn: text('ssn'),
    street: text('street'),
    city: text('city'),
    state: text('state'),
    zip: text('zip'),
    phone: text('phone'),
  };
}

/** Throws BAD_USER_INPUT unless the text may be a number of a system. */
export function requireNumber(name: string, number: string): void {
  if (!isNumber(number)) throw new PublicError('BAD_USER_INPUT', `${name}: ${NUMBER_RULE}`);
}
