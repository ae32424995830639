import { PublicError } from '../../kit/errors/publicError.ts';

/** Converts a SHA-256 digest in hex (64 digits) or base64url (43 characters) to 64 lowercase hex digits. */
export function sha256Of(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const bytes = /^[\w-]{43}$/.test(text) ? Buffer.from(text, 'base64url') : undefined;
  if (bytes?.length === 32) return bytes.toString('hex');
  throw new PublicError(
    'BAD_USER_INPUT',
    'sha256 must be the SHA-256 digest of the signed document: 64 hex digits, or 43 characters of base64url.',
  );
}
