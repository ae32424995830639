import type { LoggedTable } from '../../kit/administration/loggedTable.ts';

/** Table of the calls that linked persons. The log names the persons by pseudonym, and no numbers. */
export const linkBatchTable = {
  name: 'person_link_batch',
  key: ['person_link_batch_id'],
  uncompared: true,
  event: 'person-link',
  // Only DOIT's data steward links persons.
  writtenBy: { subject: 'linked_by', agency: 'DOIT', time: 'linked_at' },
} as const satisfies LoggedTable;
