import { sealedTable } from '../kit/encryption/sealedTable.ts';

/** Children with their names and birth dates, which are encrypted. They are as this system wrote them down. */
export const children = sealedTable({
  name: 'child',
  key: { cyp_id: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate'],
});
