import type { SessionUser } from '../server/sessions/session.ts';

/** A user of the development login, and what they are for. */
export interface DevelopmentUser extends SessionUser {
  readonly description: string;
  /** Heading under which the page lists the user. */
  readonly group: string;
}
