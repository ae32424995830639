import { PublicError } from '../../kit/publicError.ts';
import { MoveRefused } from '../register/moveRefused.ts';

interface Refused {
  readonly code: string;
  readonly kind: string;
  readonly because: string;
  readonly remedy: string | null;
}

const REFUSING: readonly PublicError['code'][] = ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'];

/**
 * A refusal as part of the answer: as an error it would arrive without its reason, because gateways pass on no words of
 * a system. Failures of the system are no refusals: they are thrown on.
 */
export function refusalOf(error: unknown): Refused {
  if (error instanceof MoveRefused) {
    const { code, because, remedy } = error.refusal;
    return { code, because, remedy, kind: error.code };
  }
  if (error instanceof PublicError && REFUSING.includes(error.code)) {
    return { code: error.code, kind: error.code, because: error.message, remedy: null };
  }
  throw error;
}
