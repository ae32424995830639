import { sealedTable } from '../kit/encryption/sealedTable.ts';

/** Students with their names and birth dates, which are encrypted. They are as this system wrote them down. */
export const students = sealedTable({
  name: 'student',
  key: { sis_id: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate'],
});
