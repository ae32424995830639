import type { LoggedTable } from '../../kit/administration/loggedTable.ts';

export const unmaskingTable = {
  name: 'unmasking',
  key: ['unmasking_id'],
  event: 'unmasking',
  // Only DOIT auditors request, and only its data steward decides.
  writtenBy: { subject: 'requested_by', agency: 'DOIT', time: 'requested_at' },
} as const satisfies LoggedTable;

export const unmaskingDecisionTable = {
  name: 'unmasking_decision',
  key: ['unmasking_id'],
  event: 'unmasking',
  writtenBy: { subject: 'decided_by', agency: 'DOIT', time: 'decided_at' },
} as const satisfies LoggedTable;
