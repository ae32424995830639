import { holdsHiddenCharacters } from '../../../../schema/values/hiddenCharacters.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';

// C0 controls but tab, line feed and carriage return: PostgreSQL cannot store NUL, and the others only hide things.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Trims text from a caller. Rejects it if it is too short or too long (in characters). */
export function statedText(name: string, text: string, shortest: number, longest: number): string {
  const stated = text.trim();
  const length = [...stated].length;
  if (length < shortest || length > longest) {
    const limits = `${shortest.toLocaleString('en-US')} to ${longest.toLocaleString('en-US')}`;
    throw new PublicError(
      'BAD_USER_INPUT',
      `${name} must have ${limits} characters; it has ${length.toLocaleString('en-US')}.`,
    );
  }
  if (CONTROL_CHARACTER.test(stated) || holdsHiddenCharacters(stated) || !stated.isWellFormed()) {
    throw new PublicError(
      'BAD_USER_INPUT',
      `${name} must be plain text; it holds control characters, hidden ones or broken Unicode.`,
    );
  }
  return stated;
}
