import { z } from 'zod';
import { ExtensionReason } from './extensionReasons.ts';
import { ApprovedTerms, Denial, RequestTerms } from './terms/terms.ts';
import { Role } from './terms/vocabulary.ts';

/**
 * Grounds for revoking an agreement. LEGAL_BAR carries a denial and is checked like one. An owner cannot use it against
 * access that the CIO or the COO ordered: that is what the appeal is for.
 */
export const RevocationGround = z.enum(['LEGAL_BAR', 'BREACH_OF_TERMS', 'SECURITY_INCIDENT', 'NO_LONGER_NEEDED']);
export type RevocationGround = z.infer<typeof RevocationGround>;

/** All moves of the procedure. Reasons, questions and arguments are in the event's `why`. */
export const Move = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DRAFT'), terms: RequestTerms }).readonly(),
  z.strictObject({ kind: z.literal('REVISE'), terms: RequestTerms }).readonly(),
  z.strictObject({ kind: z.literal('SUBMIT') }).readonly(),
  z.strictObject({ kind: z.literal('WITHDRAW') }).readonly(),
  z.strictObject({ kind: z.literal('ASK_INFORMATION') }).readonly(),
  z.strictObject({ kind: z.literal('GIVE_INFORMATION') }).readonly(),
  z.strictObject({ kind: z.literal('EXTEND'), businessDays: z.number().int(), reason: ExtensionReason }).readonly(),
  /**
   * Extension beyond what the owner may take alone: total business days beyond the first ten. Counts once the requester
   * agrees.
   */
  z
    .strictObject({
      kind: z.literal('PROPOSE_EXTENSION'),
      businessDays: z.number().int(),
      reason: ExtensionReason,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('AGREE_EXTENSION') }).readonly(),
  /** Complete if it grants every requested field; otherwise the remaining fields need denials. */
  z
    .strictObject({
      kind: z.literal('APPROVE'),
      grant: ApprovedTerms.prefault({}),
      denials: z.array(Denial).readonly().default([]),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('DENY'),
      denials: z.array(Denial).readonly(),
      /** Partial release that the owner would make. The requester may accept it. */
      offer: ApprovedTerms.nullable().default(null),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('ACCEPT_OFFER') }).readonly(),
  z.strictObject({ kind: z.literal('ESCALATE') }).readonly(),
  z.strictObject({ kind: z.literal('OVERTURN'), grant: ApprovedTerms.prefault({}) }).readonly(),
  z.strictObject({ kind: z.literal('UPHOLD') }).readonly(),
  z.strictObject({ kind: z.literal('APPEAL') }).readonly(),
  /** SUSTAIN: the CIO's overturn is final. REVERSE: the owner's denial is restored. */
  z.strictObject({ kind: z.literal('DECIDE'), outcome: z.enum(['SUSTAIN', 'REVERSE']) }).readonly(),
  /** Records that the federal agency was asked, and under which rule. It decides nothing. */
  z
    .strictObject({
      kind: z.literal('REQUEST_FEDERAL_APPROVAL'),
      from: z.string(),
      rule: z.string(),
      reference: z.string().nullable().default(null),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('FEDERAL_APPROVE'), reference: z.string() }).readonly(),
  z.strictObject({ kind: z.literal('FEDERAL_REFUSE'), reference: z.string() }).readonly(),
  z.strictObject({ kind: z.literal('SUSPEND') }).readonly(),
  z.strictObject({ kind: z.literal('LIFT') }).readonly(),
  /** Asks the owner to renew. If the owner does not respond, nothing is renewed. */
  z.strictObject({ kind: z.literal('ASK_RENEWAL'), months: z.number().int() }).readonly(),
  z.strictObject({ kind: z.literal('RENEW'), months: z.number().int() }).readonly(),
  z
    .strictObject({ kind: z.literal('REVOKE'), ground: RevocationGround, denial: Denial.nullable().default(null) })
    .readonly(),
]);
export type Move = z.infer<typeof Move>;
export type MoveKind = Move['kind'];

/** The side that a move is made for. */
export const Side = z.enum(['REQUESTER', 'OWNER', 'CIO', 'COO', 'FEDERAL']);
export type Side = z.infer<typeof Side>;

/** One entry of an agreement's append-only history, numbered from 1 without gaps. JSON has `at` as RFC 3339 text. */
export const AgreementEvent = z
  .strictObject({
    sequence: z.number().int().min(1),
    at: z.iso
      .datetime()
      .transform((text) => new Date(text))
      .or(z.date()),
    by: z.strictObject({ subject: z.string(), agency: z.string(), role: Role, side: Side }).readonly(),
    why: z.string(),
    move: Move,
    /** Set on DRAFT, REVISE and SUBMIT: the dataset as the catalogs described it at that time. */
    dataset: z.strictObject({ owner: z.string(), federalApprovalBy: z.string().nullable() }).readonly().nullable(),
  })
  .readonly();
export type AgreementEvent = z.infer<typeof AgreementEvent>;

/** Parses a stored history. Throws if it has gaps, runs backward, or contains an invalid event. */
export function parseHistory(json: unknown): readonly AgreementEvent[] {
  const events = z.array(AgreementEvent).parse(json);
  events.forEach((event, index) => {
    const before = events[index - 1];
    if (event.sequence !== index + 1) throw new Error(`event ${index + 1} of the history is missing`);
    if (before !== undefined && event.at < before.at)
      throw new Error(`event ${event.sequence} is older than the one before`);
  });
  return events;
}
