import { sealedTable } from '../kit/encryption/sealedTable.ts';

/** Clients with their names and birth dates, which are encrypted. They are as this system wrote them down. */
export const clients = sealedTable({
  name: 'client',
  key: { client_id: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate'],
});
