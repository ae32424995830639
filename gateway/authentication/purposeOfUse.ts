import { isPurpose, PURPOSES } from '../../schema/catalog/purposes.ts';
import type { Caller } from './tokenVerifier.ts';

export type PurposeChoice =
  | { readonly kind: 'chosen'; readonly purpose: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403; readonly code: string; readonly message: string };

/** The purpose of one request: the `purpose-of-use` header, which may be left out when the token has only one. */
export function choosePurpose(caller: Caller, header: string | undefined): PurposeChoice {
  const allowed = caller.purposes.filter(isPurpose);
  if (header === undefined || header === '') {
    const [only] = allowed;
    if (only !== undefined && allowed.length === 1) return { kind: 'chosen', purpose: only };
    return {
      kind: 'refused',
      status: 400,
      code: 'PURPOSE_REQUIRED',
      message: `Name the purpose in the header purpose-of-use; this token allows: ${allowed.join(', ') || 'none'}.`,
    };
  }
  if (!isPurpose(header)) {
    return {
      kind: 'refused',
      status: 400,
      code: 'PURPOSE_UNKNOWN',
      message: `The header purpose-of-use names no purpose of the agreement; there are: ${PURPOSES.join(', ')}.`,
    };
  }
  if (!allowed.includes(header)) {
    return {
      kind: 'refused',
      status: 403,
      code: 'PURPOSE_NOT_PERMITTED',
      message: `This token does not allow the purpose ${header}; it allows: ${allowed.join(', ') || 'none'}.`,
    };
  }
  return { kind: 'chosen', purpose: header };
}
