import { sealedTable } from '../kit/encryption/sealedTable.ts';

/** Persons with their names and birth dates, which are encrypted. They are as this system wrote them down. */
export const persons = sealedTable({
  name: 'custody_record',
  key: { idoc_number: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate'],
});
