import { termOf, terms } from '../../../../i18n/terms.ts';
import type { SessionUser } from '../../../../session/server.ts';

/** Title of the officer for a decision, which is on record in English: "Data officer, IDHS". */
export function officersTitle({ roles, agency }: SessionUser): string {
  const role = termOf(terms.en, 'roles', roles[0]);
  return `${role.charAt(0).toUpperCase()}${role.slice(1)}, ${agency}`;
}
