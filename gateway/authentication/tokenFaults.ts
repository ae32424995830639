/**
 * Why a request has no requester. Programs act on the name (refresh the token, sign in again, fix the configuration);
 * people read the message. What is wrong with a token's claims is said only after its signature was verified, so that a
 * stranger who tries tokens learns nothing but TOKEN_INVALID.
 */
export const tokenFaults = {
  TOKEN_MISSING: 'Send an access token in the header Authorization: Bearer TOKEN.',
  TOKEN_INVALID:
    'The token cannot be verified: it is malformed, or not signed by the identity provider with RS256 or ES256.',
  TOKEN_EXPIRED: 'The token has expired. Get a new one.',
  TOKEN_NOT_YET_VALID: 'The token is not valid yet. Check the clock of the identity provider.',
  TOKEN_AUDIENCE: 'The token is for another audience. Ask the identity provider for one for this service.',
  TOKEN_ISSUER: 'The token is from another issuer than this service accepts.',
  TOKEN_CLAIMS: 'The token lacks a claim that is needed, or one has the wrong form: sub, exp, agency, roles, purposes.',
} as const;

export type TokenFault = keyof typeof tokenFaults;

/** Value of WWW-Authenticate for a 401 (RFC 6750, 3): a request without a token gets no error code. */
export function challengeOf(fault: TokenFault): string {
  if (fault === 'TOKEN_MISSING') return 'Bearer realm="person360"';
  return `Bearer realm="person360", error="invalid_token", error_description="${tokenFaults[fault]}"`;
}
