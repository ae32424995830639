import type { Denial } from '@person360/client';

/** What the page says in a place without a value, short for a table cell and long for an explanation. */
export const placeEn = {
  withheld: 'Withheld',
  noRecord: 'No record',
  noRecordLong: 'The agency responded and has no record.',
  notInCaseload: 'Not in your caseload',
  systemDown: (system: string) => `${system} does not respond`,
  systemDownLong: (system: string) => `${system} does not respond at the moment. The rest of the page is complete.`,
  systemFailed: (system: string) => `${system} failed`,
  tryAgain: 'Try again',
  partly: 'Shown in part',
  partlyLong: (masks: string) => `Shown in part under the approval: ${masks}.`,
  refused: 'Refused',
  askForIt: 'Request access',
  why: 'Why?',
  owner: (agency: string) => `Owner: ${agency}`,
  short: {
    UNKNOWN_DATASET: 'Not available',
    HARD_BAR: 'Closed by law',
    OWNER_ONLY: "Owner's staff only",
    APPROVALS_UNAVAILABLE: 'Cannot be decided now',
    NO_APPROVAL: 'No approval',
    NOT_IN_FORCE: 'Approval not in force',
    ROLE_NOT_COVERED: 'Other roles only',
    FIELD_NOT_COVERED: 'Not in the approval',
    CONDITION_NOT_MET: 'Condition not met',
    PERSON_UNKNOWN: 'Not available here',
  },
  long: {
    UNKNOWN_DATASET: (_: LongWords) => 'This field is in no dataset of the agreement, so nobody can see it.',
    HARD_BAR: (_: LongWords) => 'A law closes this to everyone. No approval can open it.',
    OWNER_ONLY: ({ owner }: LongWords) => `Only staff of ${owner} can see this.`,
    APPROVALS_UNAVAILABLE: (_: LongWords) => 'Person 360 does not know at the moment what is approved. Try again soon.',
    NO_APPROVAL: ({ agency, purpose, owner }: LongWords) =>
      `${owner} has not approved this for ${agency} and the purpose "${purpose}".`,
    NOT_IN_FORCE: ({ owner }: LongWords) => `The approval of ${owner} has not begun, or is over.`,
    ROLE_NOT_COVERED: ({ owner }: LongWords) => `The approval of ${owner} covers other roles than yours.`,
    FIELD_NOT_COVERED: ({ owner }: LongWords) => `The approval of ${owner} leaves this field out.`,
    CONDITION_NOT_MET: ({ conditions }: LongWords) => `Open only if ${conditions}.`,
    PERSON_UNKNOWN: (_: LongWords) => 'On this page it is not certain whose data this is, so it stays closed.',
  },
};

export interface LongWords {
  readonly owner: string;
  readonly agency: string;
  readonly purpose: string;
  readonly conditions: string;
}

export type PlaceTexts = typeof placeEn;
export type KnownReason = keyof PlaceTexts['short'];

export function isKnownReason(reason: Denial['reason']): reason is KnownReason {
  return Object.hasOwn(placeEn.short, reason);
}
