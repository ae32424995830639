import { z } from 'zod';
import type { AdministrationEntry } from '../../../schema/administration.ts';
import { LogTampered } from '../../kit/administration/logErrors.ts';
import { mayBeSamePerson, type Unmasking, type UnmaskingDecision } from './unmasking.ts';

const Time = z.string().transform((text) => new Date(text));

const RequestRow = z.object({
  unmasking_id: z.string(),
  pseudonyms: z.array(z.string()),
  reason: z.string(),
  case_reference: z.string(),
  requested_by: z.string().min(1),
  requested_at: Time,
});

const DecisionRow = z.object({
  unmasking_id: z.string(),
  approved: z.boolean(),
  comment: z.string(),
  decided_by: z.string().min(1),
  decided_at: Time,
});

export function requestOf({ row, seq }: AdministrationEntry): Unmasking {
  const parsed = RequestRow.safeParse(row);
  if (!parsed.success) throw new LogTampered(`administration entry ${seq} holds no request for an unmasking`);
  const { unmasking_id: id, pseudonyms, reason, ...rest } = parsed.data;
  const { case_reference: caseReference, requested_by: requestedBy, requested_at: requestedAt } = rest;
  return { id, pseudonyms, reason, caseReference, requestedBy, requestedAt, decision: undefined };
}

/** The unmasking as this decision leaves it. Throws LogTampered when this system would not have made the decision. */
export function decidedBy(
  { row, seq }: AdministrationEntry,
  requests: ReadonlyMap<string, Unmasking>,
): Unmasking & { readonly decision: UnmaskingDecision } {
  const parsed = DecisionRow.safeParse(row);
  const request = parsed.success ? requests.get(parsed.data.unmasking_id) : undefined;
  if (!parsed.success || request === undefined || request.decision !== undefined) {
    throw new LogTampered(`administration entry ${seq} decides about no unmasking that waits for a decision`);
  }
  const { approved, comment, decided_by, decided_at: decidedAt } = parsed.data;
  if (mayBeSamePerson(request.requestedBy, decided_by)) {
    throw new LogTampered(
      `administration entry ${seq} is a decision about an unmasking by the person who requested it`,
    );
  }
  return { ...request, decision: { approved, comment, decidedBy: decided_by, decidedAt } };
}
