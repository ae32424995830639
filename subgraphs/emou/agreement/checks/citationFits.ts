/**
 * True if the text consists only of legal citations, at least one of which is listed in the catalog or is part of a
 * listed one: 164.514(d)(2) is part of 164.514(d); 164.5141 is not. A sentence that merely mentions a citation does not
 * count.
 */
export function citationFits(text: string, listed: string): boolean {
  const listedPiece = normalize(listed);
  const cited = normalize(text)
    .split(/;|,(?= ?\d+ [a-z])| and (?=\d+ [a-z])| & /)
    .map((piece) =>
      piece
        .trim()
        .replace(/^see (?:also )?/, '')
        .replace(/\.$/, ''),
    );
  if (!cited.every((piece) => isPartOf(piece, listedPiece) || CITATION.test(piece))) return false;
  return cited.some((piece) => isPartOf(piece, listedPiece));
}

const SUBDIVISION = String.raw`\([a-z0-9]{1,6}\)`;
const SECTION = String.raw`\d[a-z0-9./-]*(?:${SUBDIVISION})*`;
/** Text that may follow the listed citation: subdivisions, a range of sections, "et seq". */
const REST = new RegExp(`^(?:${SUBDIVISION}|, ?${SUBDIVISION}|, ?${SECTION}| ?(?:-|to) ?${SECTION}|,? et seq)*$`);
/** Matches any citation of federal or Illinois law. */
const CITATION = new RegExp(
  String.raw`^(?:\d+ (?:usc|cfr|fr|ilcs|iac|ill adm code) (?:part )?${SECTION}(?:, subpart [a-z])?(?:, ?${SUBDIVISION}|, ?${SECTION}| ?(?:-|to) ?${SECTION}|,? et seq)*|cjissecpol)$`,
);

function isPartOf(cited: string, listedPiece: string): boolean {
  if (!cited.startsWith(listedPiece)) return false;
  let rest = cited.slice(listedPiece.length);
  // A whole part of a code, or a whole act, is listed without a section.
  if (/(?:cfr|code|iac) \d+$/.test(listedPiece)) rest = rest.replace(/^\.\d+/, '');
  if (/ilcs \d+$/.test(listedPiece)) rest = rest.replace(/^\/[a-z0-9.-]+/, '');
  return REST.test(rest);
}

/** Normalizes spellings: "45 C.F.R. § 164.502(b)", "45 CFR 164.502 (b)" and "45 cfr 164.502(b)" are the same. */
function normalize(citation: string): string {
  return citation
    .toLowerCase()
    .replaceAll(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replaceAll(/\b(cfr|usc|ilcs|iac|ill|adm)\./g, '$1')
    .replaceAll(/§+|\bsections?\b|\bsec\./g, ' ')
    .replaceAll(/\s*\(\s*/g, '(')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
