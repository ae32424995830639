import type { AgreementEvent } from './move.ts';

/** The federal part of an agreement: the agency, the request and the decision. */
export interface FederalApproval {
  /** The federal agency, as named by the dataset catalog when the terms were fixed. */
  readonly neededFrom: string;
  readonly status: 'PENDING' | 'APPROVED' | 'REFUSED';
  /**
   * The last request and the last decision. Either may exist without the other, and a new request may follow a refusal.
   */
  readonly requested: {
    readonly at: Date;
    readonly from: string;
    readonly rule: string;
    readonly reference: string | null;
  } | null;
  readonly decided: { readonly at: Date; readonly reference: string } | null;
}

/** Returns null if the agreement needs no federal approval. */
export function federalApprovalOf(events: readonly AgreementEvent[]): FederalApproval | null {
  const neededFrom = events.findLast(({ dataset }) => dataset !== null)?.dataset?.federalApprovalBy ?? null;
  if (neededFrom === null) return null;
  let found: FederalApproval = { neededFrom, status: 'PENDING', requested: null, decided: null };
  for (const { at, move } of events) {
    if (move.kind === 'REQUEST_FEDERAL_APPROVAL') {
      const { from, rule, reference } = move;
      found = { ...found, requested: { at, from, rule, reference } };
    } else if (move.kind === 'FEDERAL_APPROVE' || move.kind === 'FEDERAL_REFUSE') {
      const status = move.kind === 'FEDERAL_APPROVE' ? 'APPROVED' : 'REFUSED';
      found = { ...found, status, decided: { at, reference: move.reference } };
    }
  }
  return found;
}
