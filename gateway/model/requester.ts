/** Who asks, for which agency and purpose: everything that a decision may depend on. */
export interface Requester {
  /** Subject of the token. */
  readonly subject: string;
  readonly agency: string;
  /** Sorted, without repetitions. */
  readonly roles: readonly string[];
  readonly purpose: string;
  /** As the identity provider knows it; only searches are held against it, and no decision depends on it. */
  readonly familyName?: string | undefined;
  /** OAuth client that the token was issued to, if the token says so. No decision on data depends on it. */
  readonly clientId?: string | undefined;
}
