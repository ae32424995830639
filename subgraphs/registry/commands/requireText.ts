import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

/** Returns the text without white space at its ends. Throws BAD_USER_INPUT if it is empty, too long, or unreadable. */
export function requireText(name: string, text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed.length < 3 || trimmed.length > most || holdsHiddenCharacters(trimmed)) {
    throw new PublicError('BAD_USER_INPUT', `${name} must have 3 to ${most} visible characters.`);
  }
  return trimmed;
}
