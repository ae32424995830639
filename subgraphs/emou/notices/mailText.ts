import type {
  EmergencyNoticeBody,
  EmergencyNoticeKind,
  NoticeBody,
  NoticeKind,
  RequestNoticeBody,
} from './noticeBody.ts';

/** Subject, and a sentence that says what happened and what follows from it. */
const told: Readonly<Record<NoticeKind, readonly [subject: string, sentence: string]>> = {
  NEW_REQUEST: ['New request', 'A request waits for your answer. Without one, it is deemed approved.'],
  THREE_DAYS_LEFT: [
    '3 business days left or fewer',
    'At most three business days are left before it is deemed approved.',
  ],
  DUE_TODAY: ['Due today', 'Today is the last day to answer. After that, it is deemed approved.'],
  DEEMED_APPROVED: ['Deemed approved', 'The time to answer has passed, so the request is deemed approved.'],
  ESCALATED: ['Escalated to the CIO', 'A denial or a revocation was escalated to the chief information officer.'],
  OVERTURNED: ['Overturned by the CIO', 'The chief information officer has overturned a denial or a revocation.'],
  APPEALED: ['Appealed to the COO', "An overturn was appealed to the Governor's chief operating officer."],
  EXPIRES_IN_30_DAYS: [
    'Expires within 30 days',
    'Access under this agreement ends within 30 days unless it is renewed.',
  ],
  EXTENSION_PROPOSED: ['More time proposed', 'The owner proposes more time to answer. It takes effect once you agree.'],
  RENEWAL_ASKED: ['Renewal requested', 'The requester asks you to renew access. Silence does not renew it.'],
  INFORMATION_ASKED: ['Question from the owner', 'The owner has a question. The time to answer keeps running.'],
  INFORMATION_GIVEN: ['Question answered', 'The requester has answered your question.'],
  TIME_EXTENDED: ['More time taken', 'The owner has extended the time to answer.'],
  EXTENSION_AGREED: ['More time agreed', 'The requester has agreed to more time.'],
  APPROVED: ['Approved', 'The owner has approved the request, in whole or in part.'],
  DENIED: ['Denied', 'The owner has denied the request. You can accept what it offers, or escalate the denial.'],
  OFFER_ACCEPTED: ['Offer accepted', 'The requester has accepted your partial offer.'],
  WITHDRAWN: ['Withdrawn', 'The requester has withdrawn the request. No answer is needed.'],
  UPHELD: ['Upheld', 'The denial or revocation that was escalated stands.'],
  APPEAL_DECIDED: ['Appeal decided', "The Governor's chief operating officer has decided the appeal."],
  DECISION_OVERDUE: ['Appeal past its target', 'The target date for the appeal has passed. The appeal is still open.'],
  FEDERAL_APPROVAL_REQUESTED: [
    'Federal approval requested',
    'Federal approval was requested. Access stays closed until it is given.',
  ],
  FEDERALLY_APPROVED: ['Federal approval given', 'The federal agency has approved.'],
  FEDERALLY_REFUSED: ['Federal approval refused', 'The federal agency has refused. Access stays closed.'],
  SUSPENDED: ['Suspended', 'Access under this agreement is suspended. It is closed until the suspension is lifted.'],
  SUSPENSION_LIFTED: ['Suspension lifted', 'The suspension of access under this agreement is lifted.'],
  RENEWED: ['Renewed', 'The owner has renewed the agreement.'],
  REVOKED: ['Revoked', 'Access under this agreement is revoked and closed.'],
};

const toldOfEmergency: Readonly<Record<EmergencyNoticeKind, readonly [subject: string, sentence: string]>> = {
  NEW_EMERGENCY: ['Emergency access', 'A declared emergency opens your data. Review it once it has ended.'],
  EMERGENCY_REVIEW_OVERDUE: ['Review overdue', 'The review of an emergency is overdue.'],
};

const inChicago = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  dateStyle: 'full',
  timeStyle: 'short',
});

interface MailText {
  readonly subject: string;
  readonly text: string;
}

export function mailText(notice: NoticeBody): MailText {
  return 'emergency' in notice ? textOfEmergency(notice) : textOfRequest(notice);
}

function textOfRequest({ kind, request }: RequestNoticeBody): MailText {
  const { id, requestingAgency, owner, dataset, purpose, due, validUntil } = request;
  const [subject, sentence] = told[kind];
  const lines = [
    sentence,
    '',
    `Request:     ${id}`,
    `From:        ${requestingAgency}`,
    `To:          ${owner}`,
    `Dataset:     ${dataset}`,
    `Purpose:     ${purpose}`,
    ...(due === null ? [] : [`Answer by:   ${localTime(due)}`]),
    ...(validUntil === null ? [] : [`Valid until: ${localTime(validUntil)}`]),
    '',
    `To see it:   person360 emou show ${id}`,
  ];
  return {
    subject: `[person360] ${subject}: ${requestingAgency} asks ${owner} for ${dataset}`,
    text: lines.join('\n'),
  };
}

/** Omits the person and the requester's words, which do not belong in a mailbox. */
function textOfEmergency({ kind, owner, emergency }: EmergencyNoticeBody): MailText {
  const { id, requestingAgency, purpose, reason, openedAt, endsAt, reviewDue } = emergency;
  const [subject, sentence] = toldOfEmergency[kind];
  const lines = [
    sentence,
    '',
    `Emergency:   ${id}`,
    `By:          ${requestingAgency}`,
    `Purpose:     ${purpose}`,
    `Reason:      ${reason}`,
    `Open:        ${localTime(openedAt)}`,
    `  until:     ${localTime(endsAt)}`,
    `Review of:   ${owner}, before ${localTime(reviewDue)}`,
    '',
    'To see it:   person360 emou emergencies',
  ];
  return { subject: `[person360] ${subject}: ${requestingAgency} for ${purpose}`, text: lines.join('\n') };
}

function localTime(instant: string): string {
  return `${inChicago.format(new Date(instant))}, Illinois`;
}
