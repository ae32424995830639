import { sealedTable } from '../kit/encryption/sealedTable.ts';

/**
 * Children with their names and birth dates, as this system wrote them down, and the person who made the report. These are
 * encrypted.
 */
export const children = sealedTable({
  name: 'child',
  key: { cyp_id: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate', 'reporter'],
});
