import { sealedTable } from '../kit/encryption/sealedTable.ts';

/** Recipients with their names and birth dates, which are encrypted. They are as this system wrote them down. */
export const recipients = sealedTable({
  name: 'coverage',
  key: { rin: 'text' },
  column: 'personal',
  values: ['givenName', 'familyName', 'birthDate'],
});
