/** True when the text cites what the catalogue lists, or a part of it: 164.514(d)(2) is part of 164.514(d), 164.5141 is not. */
export function citationFits(text: string, listed: string): boolean {
  const given = normalize(text);
  const known = normalize(listed);
  for (let at = given.indexOf(known); at >= 0; at = given.indexOf(known, at + 1)) {
    const before = at === 0 ? '' : given.charAt(at - 1);
    const after = given.slice(at + known.length);
    if (!/[a-z0-9]/.test(before) && !/^(?:[a-z0-9]|\.\d)/.test(after)) return true;
  }
  return false;
}

/** Lawyers write "45 C.F.R. § 164.502(b)", "45 CFR 164.502 (b)" and "45 cfr 164.502(b)" for one thing. */
function normalize(citation: string): string {
  return citation
    .toLowerCase()
    .replaceAll(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replaceAll(/\b(cfr|usc|ilcs|iac)\./g, '$1')
    .replaceAll(/§+|\bsections?\b|\bsec\./g, ' ')
    .replaceAll(/\s*\(\s*/g, '(')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
