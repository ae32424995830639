/** The signed-in user, from the claims of the ID token. */
export interface SessionUser {
  readonly subject: string;
  /** For the page's header. */
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  /** Surname, if the provider gives it: the pages warn before the user looks at somebody of that name. */
  readonly familyName?: string | undefined;
}

/** What the user chose on the pages. */
export interface Preferences {
  /** Purpose of use for the next requests. */
  readonly purpose?: string | undefined;
  readonly language?: 'en' | 'es' | undefined;
}

/** Everything the server knows about one sign-in. Times are milliseconds since the epoch. */
export interface Session {
  readonly user: SessionUser;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string | undefined;
  /** For the provider's end of the sign-out. */
  readonly idToken: string;
  readonly startedAt: number;
  /** When the user last gave their credentials. */
  readonly authenticatedAt: number;
  readonly lastActiveAt: number;
  /** Key of the handles in addresses; it stays when the same user signs in again, so that addresses stay valid. */
  readonly handleKey: string;
  readonly preferences: Preferences;
  /** True after the user locked the page, or after the idle time. */
  readonly isLocked: boolean;
}

/** Idle time after which a session locks (WCAG 2.2.1: the page warns two minutes before). */
export const LOCKS_AFTER_MS = 15 * 60_000;
/** A session ends after this time, whatever its user does. */
export const ENDS_AFTER_MS = 10 * 3_600_000;
/** How recent the credentials must be for a decision, a revocation, an emergency, or an export. */
export const FRESH_FOR_MS = 5 * 60_000;

export type SessionState = 'open' | 'locked' | 'ended';

export function stateOf(session: Session, now: number): SessionState {
  if (now >= session.startedAt + ENDS_AFTER_MS) return 'ended';
  return session.isLocked || now >= session.lastActiveAt + LOCKS_AFTER_MS ? 'locked' : 'open';
}

export function isFresh({ authenticatedAt }: Session, now: number): boolean {
  return now < authenticatedAt + FRESH_FOR_MS;
}
