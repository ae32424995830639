import type { LoggedTable } from '../../kit/administration/loggedTable.ts';

/** Table of the changes of links, and of proposals. The log names persons by pseudonym, and no numbers. */
export const linkChangeTable = {
  name: 'link_change',
  key: ['link_change_id'],
  uncompared: true,
  event: 'link-change',
  changes: true,
  writtenBy: { subject: 'changed_by', agency: 'changed_by_agency', time: 'changed_at' },
} as const satisfies LoggedTable;
