/**
 * What every answer of the graph says to whoever passes it on or shows it: it is data for one reader. The application's
 * other routes get theirs from helmet; these are the ones that mean something for JSON (OWASP, REST Security Cheat Sheet).
 */
export const securityHeaders: readonly (readonly [string, string])[] = [
  // Answers hold personal data: no cache may keep one.
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];
