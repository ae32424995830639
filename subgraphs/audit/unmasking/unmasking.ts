import type { UnmaskingStatus } from '../../../schema/generated/audit.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { isFileNumber } from '../entries/fileNumber.ts';

/** A request to learn which persons the pseudonyms in the log belong to. */
export interface Unmasking {
  readonly id: string;
  /** Person references in base64url, as in log entries, without duplicates. */
  readonly pseudonyms: readonly string[];
  readonly reason: string;
  readonly caseReference: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decision: UnmaskingDecision | undefined;
}

export interface UnmaskingDecision {
  readonly approved: boolean;
  readonly comment: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

const OPEN_MS = 24 * 3_600_000;
const MOST_PSEUDONYMS = 50;
const SHORTEST_TEXT = 10;
const LONGEST_TEXT = 4_000;

/** End of access, or undefined if it was not approved. */
export function openUntil({ decision }: Unmasking): Date | undefined {
  return decision?.approved === true ? new Date(decision.decidedAt.getTime() + OPEN_MS) : undefined;
}

export function statusOf(unmasking: Unmasking, now: Date): UnmaskingStatus {
  if (unmasking.decision === undefined) return 'WAITING';
  const until = openUntil(unmasking);
  if (until === undefined) return 'REFUSED';
  return now < until ? 'OPEN' : 'EXPIRED';
}

/** Throws BAD_USER_INPUT if this may not be requested. Returns the pseudonyms without duplicates. */
export function checkRequest(wanted: Pick<Unmasking, 'pseudonyms' | 'reason' | 'caseReference'>): readonly string[] {
  const pseudonyms = [...new Set(wanted.pseudonyms)];
  if (pseudonyms.length < 1 || pseudonyms.length > MOST_PSEUDONYMS) {
    throw new PublicError('BAD_USER_INPUT', `Give 1 to ${MOST_PSEUDONYMS} pseudonyms, not ${pseudonyms.length}.`);
  }
  if (!pseudonyms.every((pseudonym) => /^[\w-]{43}$/.test(pseudonym))) {
    throw new PublicError('BAD_USER_INPUT', 'A pseudonym must have 43 characters, as in the field person of an entry.');
  }
  checkText('reason', wanted.reason);
  if (!isFileNumber(wanted.caseReference)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'caseReference is the number of a case or file: 3 to 200 letters, digits, spaces and ./:#-',
    );
  }
  return pseudonyms;
}

/** Throws BAD_USER_INPUT if the text is too short or too long. */
export function checkText(name: string, text: string): void {
  const { length } = text.trim();
  if (length >= SHORTEST_TEXT && length <= LONGEST_TEXT) return;
  throw new PublicError('BAD_USER_INPUT', `${name} must have ${SHORTEST_TEXT} to ${LONGEST_TEXT} characters.`);
}
