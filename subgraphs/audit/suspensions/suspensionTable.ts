import type { LoggedTable } from '../../kit/administration/loggedTable.ts';

/** Table of suspensions. The log names the person by pseudonym, never by id. */
export const suspensionTable = {
  name: 'suspension',
  key: ['suspension_id'],
  identity: 'suspension_id',
  event: 'suspension',
  // Only DOIT auditors may suspend.
  writtenBy: { subject: 'entered_by', agency: 'DOIT', time: 'starts_at' },
} as const satisfies LoggedTable;
