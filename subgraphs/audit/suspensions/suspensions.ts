import { signatories } from '../../../schema/catalog/agencies.ts';
import type { DisclosureRecord } from '../../../schema/ledger/disclosureRecord.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requireAgency } from '../../kit/values/requireAgency.ts';
import { isFileNumber } from '../entries/fileNumber.ts';

/** A period in which disclosures to one agency are left out of a person's accounting. See 45 CFR 164.528(a)(2). */
export interface Suspension {
  readonly person: Buffer;
  readonly recipientAgency: string;
  readonly from: Date;
  readonly until: Date;
  readonly oral: boolean;
  readonly reference: string;
  readonly enteredBy: string;
}

/**
 * Detects entries that read or change suspensions. A resident must not find them: the fact that somebody looked for one
 * about them, and which agency's fields were returned, reveals what must stay hidden.
 */
export function revealsSuspensions({
  disclosed,
  effects,
  empty,
}: Pick<DisclosureRecord, 'disclosed' | 'effects' | 'empty'>): boolean {
  if (effects?.some(({ field }) => field === 'Mutation.suspendAccounting')) return true;
  return [...(disclosed ?? []), ...(empty ?? [])].some(({ fields }) =>
    fields.some((field) => field === 'Query.suspensions' || field.startsWith('AccountingSuspension.')),
  );
}

/** An oral request is valid for at most 30 days. See 45 CFR 164.528(a)(2)(ii)(C). */
const ORAL_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Throws BAD_USER_INPUT unless the suspension may be entered.
 *
 * @param personId the person concerned: the reference is logged in clear text and must not name them
 */
export function assertSuspension(wanted: Suspension, personId: string): void {
  // Agency codes are compared exactly, so a different spelling would be recorded and withhold nothing.
  requireAgency(
    'recipientAgency',
    wanted.recipientAgency,
    signatories.map(({ code }) => code),
  );
  if (wanted.until <= wanted.from)
    throw new PublicError('BAD_USER_INPUT', 'The suspension would end before it begins. Set a later time in until.');
  if (wanted.oral && wanted.until.getTime() > wanted.from.getTime() + ORAL_DAYS * DAY_MS) {
    throw new PublicError(
      'BAD_USER_INPUT',
      `An oral request can suspend for at most ${ORAL_DAYS} days. Set an earlier time in until.`,
    );
  }
  if (!isFileNumber(wanted.reference)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'Give the file number of the statement: 3 to 200 letters, digits, and ./:#-',
    );
  }
  if (wanted.reference.toLowerCase().includes(personId)) {
    throw new PublicError('BAD_USER_INPUT', 'The reference names the person. Give the file number of the statement.');
  }
}
