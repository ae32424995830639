import { z } from 'zod';
import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import type { Unmasking } from './unmasking.ts';
import { unmaskingDecisionTable, unmaskingTable } from './unmaskingTables.ts';

/** The unmaskings, reconstructed from the entries of the log alone. */
export interface ReplayedUnmaskings {
  /**
   * Applies the next entry. If the audit system would not have written it, returns the reason. Ignores entries of other
   * tables.
   */
  add(entry: Pick<AdministrationEntry, 'table' | 'row'>): string | undefined;
  /** By id, in the order of the requests. */
  readonly all: ReadonlyMap<string, Unmasking>;
}

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

export function replayUnmaskings(): ReplayedUnmaskings {
  const all = new Map<string, Unmasking>();

  function addRequest(row: unknown): string | undefined {
    const parsed = RequestRow.safeParse(row);
    if (!parsed.success) return 'its row is no request for an unmasking';
    const { unmasking_id: id, pseudonyms, reason, ...rest } = parsed.data;
    if (all.has(id)) return `unmasking ${id} was requested before`;
    const { case_reference: caseReference, requested_by: requestedBy, requested_at: requestedAt } = rest;
    all.set(id, { id, pseudonyms, reason, caseReference, requestedBy, requestedAt, decision: undefined });
    return undefined;
  }

  function addDecision(row: unknown): string | undefined {
    const parsed = DecisionRow.safeParse(row);
    if (!parsed.success) return 'its row is no decision about an unmasking';
    const { unmasking_id: id, approved, comment, decided_by: decidedBy, decided_at: decidedAt } = parsed.data;
    const request = all.get(id);
    if (request === undefined) return `it decides about unmasking ${id}, which nobody requested`;
    if (request.decision !== undefined) return `it decides about unmasking ${id} once more`;
    if (mayBeSamePerson(request.requestedBy, decidedBy))
      return `the person who requested unmasking ${id} decided about it`;
    all.set(id, { ...request, decision: { approved, comment, decidedBy, decidedAt } });
    return undefined;
  }

  return {
    all,
    add({ table, row }) {
      if (table === unmaskingTable.name) return addRequest(row);
      if (table === unmaskingDecisionTable.name) return addDecision(row);
      return undefined;
    },
  };
}
