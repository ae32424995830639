import { z } from 'zod';

export const NoticeKind = z.enum([
  'NEW_REQUEST',
  'THREE_DAYS_LEFT',
  'DUE_TODAY',
  'DEEMED_APPROVED',
  'ESCALATED',
  'OVERTURNED',
  'APPEALED',
  'EXPIRES_IN_30_DAYS',
  'EXTENSION_PROPOSED',
  'RENEWAL_ASKED',
  'INFORMATION_ASKED',
  'INFORMATION_GIVEN',
  'TIME_EXTENDED',
  'EXTENSION_AGREED',
  'APPROVED',
  'DENIED',
  'OFFER_ACCEPTED',
  'WITHDRAWN',
  'UPHELD',
  'APPEAL_DECIDED',
  'DECISION_OVERDUE',
  'FEDERAL_APPROVAL_REQUESTED',
  'FEDERALLY_APPROVED',
  'FEDERALLY_REFUSED',
  'SUSPENDED',
  'SUSPENSION_LIFTED',
  'RENEWED',
  'REVOKED',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const EmergencyNoticeKind = z.enum(['NEW_EMERGENCY', 'EMERGENCY_REVIEW_OVERDUE']);
export type EmergencyNoticeKind = z.infer<typeof EmergencyNoticeKind>;

/** The recipient, and the time from which the notice is due. */
const sent = { agency: z.string(), at: z.iso.datetime() };

export const RequestNoticeBody = z.object({
  kind: NoticeKind,
  ...sent,
  request: z.object({
    id: z.string(),
    requestingAgency: z.string(),
    owner: z.string(),
    dataset: z.string(),
    purpose: z.string(),
    due: z.iso.datetime().nullable(),
    validUntil: z.iso.datetime().nullable(),
  }),
});
export type RequestNoticeBody = z.infer<typeof RequestNoticeBody>;

export const EmergencyNoticeBody = z.object({
  kind: EmergencyNoticeKind,
  ...sent,
  /** The agency whose data it opened and that reviews it. */
  owner: z.string(),
  emergency: z.object({
    id: z.string(),
    requestingAgency: z.string(),
    purpose: z.string(),
    reason: z.string(),
    openedAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    reviewDue: z.iso.datetime(),
  }),
});
export type EmergencyNoticeBody = z.infer<typeof EmergencyNoticeBody>;

/** The body that a receiver gets. No person's data is in an agreement, so none is in a notice. */
export const NoticeBody = z.union([RequestNoticeBody, EmergencyNoticeBody]);
export type NoticeBody = z.infer<typeof NoticeBody>;
