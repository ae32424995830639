import { isPurpose, PURPOSES } from '../../schema/catalog/purposes.ts';
import { type Refusal, refusal } from '../errors/createErrors.ts';
import type { Caller } from './tokenVerifier.ts';

export type PurposeChoice = { readonly kind: 'chosen'; readonly purpose: string } | Refusal;

/** The purpose of one request: the `purpose-of-use` header, which may be left out when the token has only one. */
export function choosePurpose(caller: Caller, header: string | undefined): PurposeChoice {
  const allowed = caller.purposes.filter(isPurpose);
  if (header === undefined || header === '') {
    const [only] = allowed;
    if (only !== undefined && allowed.length === 1) return { kind: 'chosen', purpose: only };
    return refusal(
      'PURPOSE_REQUIRED',
      `Name the purpose in the header purpose-of-use; this token allows: ${allowed.join(', ') || 'none'}.`,
    );
  }
  if (!isPurpose(header)) {
    return refusal(
      'PURPOSE_UNKNOWN',
      `The header purpose-of-use names no purpose of the agreement; there are: ${PURPOSES.join(', ')}.`,
    );
  }
  if (!allowed.includes(header)) {
    return refusal(
      'PURPOSE_NOT_PERMITTED',
      `This token does not allow the purpose ${header}; it allows: ${allowed.join(', ') || 'none'}.`,
    );
  }
  return { kind: 'chosen', purpose: header };
}
