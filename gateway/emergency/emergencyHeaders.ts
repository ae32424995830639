import type { IncomingHttpHeaders } from 'node:http';
import { emergencyReasons, emergencyWords, isEmergencyReason } from '../../schema/approvals/emergency.ts';
import { PERSON_ID_FORM, parsePersonId } from '../../schema/persons/personId.ts';
import { holdsHiddenCharacters } from '../../schema/values/hiddenCharacters.ts';
import type { EmergencyDeclaration } from '../model/emergency.ts';

export type EmergencyHeaders =
  | { readonly kind: 'read'; readonly declaration: EmergencyDeclaration | undefined }
  | { readonly kind: 'refused'; readonly message: string };

const REASONS = Object.entries(emergencyReasons)
  .map(([code, text]) => `${code} (${text})`)
  .join(', ');

/**
 * Reads `emergency-reason`, `emergency-words`, and `emergency-person`. All three together declare an emergency; some of
 * them without the others are rejected. Text that is not ASCII is percent-encoded UTF-8.
 */
export function readEmergencyHeaders(headers: IncomingHttpHeaders): EmergencyHeaders {
  const reason = headers['emergency-reason'];
  const encoded = headers['emergency-words'];
  const named = headers['emergency-person'];
  if (reason === undefined && encoded === undefined && named === undefined) {
    return { kind: 'read', declaration: undefined };
  }
  if (typeof reason !== 'string' || !isEmergencyReason(reason)) {
    return refuse(`The header emergency-reason takes: ${REASONS}.`);
  }
  const words = typeof encoded === 'string' ? decode(encoded) : undefined;
  const length = words === undefined ? 0 : [...words].length;
  if (words === undefined || length < emergencyWords.fewest || length > emergencyWords.most) {
    return refuse(
      `The header emergency-words says what the emergency is, in ${emergencyWords.fewest} to ${emergencyWords.most} ` +
        'characters of ASCII; others, and the percent sign, are written as encodeURIComponent writes them.',
    );
  }
  const personId = typeof named === 'string' ? parsePersonId(named) : undefined;
  if (personId === undefined) {
    return refuse(
      `The header emergency-person takes the Person.id of the person whose household it is for: ${PERSON_ID_FORM}.`,
    );
  }
  return { kind: 'read', declaration: { reason, words, personId } };
}

/** Decodes the text of a header. Undefined if it is malformed or has hidden characters. */
function decode(encoded: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(encoded)) return undefined;
  try {
    const words = decodeURIComponent(encoded).trim();
    return /\p{Cc}/u.test(words) || holdsHiddenCharacters(words) ? undefined : words;
  } catch {
    return undefined;
  }
}

function refuse(message: string): EmergencyHeaders {
  return { kind: 'refused', message };
}
