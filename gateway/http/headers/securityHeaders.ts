/** Security headers of every response: those that matter for JSON. See OWASP, REST Security Cheat Sheet. */
export const securityHeaders: readonly (readonly [string, string])[] = [
  // Responses hold personal data: no cache may keep one.
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];
