import { PublicError } from '../../kit/errors/publicError.ts';
import { MoveRefused } from '../register/commands/moveRefused.ts';

export interface Refused {
  readonly code: string;
  readonly kind: string;
  readonly because: string;
  readonly remedy: string | null;
}

const REFUSING: readonly PublicError['code'][] = ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'];

/**
 * Converts a refusal to payload data that a program can read; reportRefusals.ts adds the error. A system failure is not
 * a refusal and is rethrown.
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
