import type { EmouTestBed } from './emouTestBed.ts';

/** Many approvals in force, in the index alone: no history is behind them. */
export async function writeApprovals(bed: EmouTestBed, count: number): Promise<void> {
  await bed.sql(
    `WITH made AS (
       INSERT INTO agreement (agreement_id, sequence, requester, owner, dataset, purpose, drafted_at, disputed, overturned,
         reversed, federally_approved, legal_basis)
       SELECT gen_random_uuid(), 3, 'DCFS', 'IDHS', 'snap.participation', 'AUDIT', now(), false, false, false, false,
         '7 CFR 272.1(c)(1)'
       FROM generate_series(1, $1) RETURNING agreement_id)
     INSERT INTO agreement_phase (agreement_id, starts_at, ends_at, status, granted, in_force, valid_from, valid_until,
       roles, fields, changes_access)
     SELECT agreement_id, '-infinity', 'infinity', 'IN_FORCE', true, true, now(), now() + interval '1 year',
       '{CASEWORKER}',
       '[{"field": "SnapParticipation.status", "transform": null, "conditions": [[]]}]', false FROM made`,
    [count],
  );
}
