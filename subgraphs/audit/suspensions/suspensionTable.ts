import type { LoggedTable } from '../../kit/administration/loggedTable.ts';

/** Suspensions are logged with the person's reference, never the id. */
export const suspensionTable = {
  name: 'suspension',
  key: ['suspension_id'],
  identity: 'suspension_id',
  event: 'suspension',
  // Only auditors of DOIT suspend.
  writtenBy: { subject: 'entered_by', agency: 'DOIT', time: 'starts_at' },
} as const satisfies LoggedTable;
