import { signatories } from '../../../schema/agencies.ts';
import type { DisclosureRecord } from '../../../schema/disclosureRecord.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requireAgency } from '../../kit/values/requireAgency.ts';
import { isFileNumber } from '../entries/fileNumber.ts';

/** A time during which disclosures to one agency stay out of a person's accounting (45 CFR 164.528(a)(2)). */
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
 * A reading or a change of suspensions, which no resident may find: that somebody looked for one about them, and which agency's fields
 * came back, says what is to stay unsaid.
 */
export function tellsOfSuspensions({
  disclosed,
  effects,
  empty,
}: Pick<DisclosureRecord, 'disclosed' | 'effects' | 'empty'>): boolean {
  if (effects?.some(({ field }) => field === 'Mutation.suspendAccounting')) return true;
  return [...(disclosed ?? []), ...(empty ?? [])].some(({ fields }) =>
    fields.some((field) => field === 'Query.suspensions' || field.startsWith('AccountingSuspension.')),
  );
}

/** 45 CFR 164.528(a)(2)(ii)(C): an oral request holds for 30 days at most. */
const ORAL_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Throws BAD_USER_INPUT when this is no suspension that may be entered.
 *
 * @param personId whom it is about: the reference is logged in clear and must not name the person
 */
export function assertSuspension(wanted: Suspension, personId: string): void {
  // Withholding compares codes as they stand: another spelling would be on record and withhold nothing.
  requireAgency(
    'recipientAgency',
    wanted.recipientAgency,
    signatories.map(({ code }) => code),
  );
  if (wanted.until <= wanted.from) throw new PublicError('BAD_USER_INPUT', 'The suspension ends before it begins.');
  if (wanted.oral && wanted.until.getTime() > wanted.from.getTime() + ORAL_DAYS * DAY_MS) {
    throw new PublicError('BAD_USER_INPUT', `An oral request suspends for ${ORAL_DAYS} days at most.`);
  }
  if (!isFileNumber(wanted.reference)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'Give the file number of the statement: 3 to 200 letters, digits and ./:#-',
    );
  }
  if (wanted.reference.toLowerCase().includes(personId)) {
    throw new PublicError('BAD_USER_INPUT', 'The reference names the person. Give the file number of the statement.');
  }
}
