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
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What a receiver reads. No person's data is in an agreement, and none in a notice. */
export const NoticeBody = z.object({
  kind: NoticeKind,
  /** To whom. */
  agency: z.string(),
  at: z.iso.datetime(),
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
export type NoticeBody = z.infer<typeof NoticeBody>;
