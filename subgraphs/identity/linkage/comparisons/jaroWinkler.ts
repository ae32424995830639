/** Shared prefix that raises the similarity, at most this many characters. */
const MAX_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;
/** Below this Jaro similarity, a shared prefix does not count. See Winkler (1990). */
const BOOST_THRESHOLD = 0.7;
/** Flags of longer texts do not fit in 32 bits. */
const MAX_FLAGS = 31;

/**
 * Jaro-Winkler similarity of ASCII texts, from 0 to 1. Gives the same as DuckDB's jaro_winkler_similarity, operation by
 * operation. Symmetric: the texts are compared in alphabetical order, as `jaroWinklerSql` does.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = one < other ? [one, other] : [other, one];
  const jaro = a.length <= MAX_FLAGS && b.length <= MAX_FLAGS ? jaroShort(a, b) : jaroLong(a, b);
  if (jaro <= BOOST_THRESHOLD) return jaro;
  const longest = Math.min(MAX_PREFIX, a.length, b.length);
  let prefix = 0;
  while (prefix < longest && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/** SQL of jaroWinkler. */
export const jaroWinklerSql = (one: string, other: string): string =>
  `jaro_winkler_similarity(least(${one}, ${other}), greatest(${one}, ${other}))`;

/** Jaro similarity with the flags of matched characters in two integers. */
function jaroShort(a: string, b: string): number {
  const aLength = a.length;
  const bLength = b.length;
  const bound = Math.max(0, (Math.max(aLength, bLength) >> 1) - 1);
  let aMatched = 0;
  let bMatched = 0;
  let common = 0;
  for (let at = 0; at < bLength; at++) {
    const character = b.charCodeAt(at);
    const end = Math.min(aLength - 1, at + bound);
    for (let from = Math.max(0, at - bound); from <= end; from++) {
      if ((aMatched & (1 << from)) === 0 && a.charCodeAt(from) === character) {
        aMatched |= 1 << from;
        bMatched |= 1 << at;
        common++;
        break;
      }
    }
  }
  if (common === 0) return 0;
  let transposed = 0;
  let from = 0;
  for (let at = 0; at < bLength; at++) {
    if ((bMatched & (1 << at)) === 0) continue;
    while ((aMatched & (1 << from)) === 0) from++;
    if (a.charCodeAt(from++) !== b.charCodeAt(at)) transposed++;
  }
  return similarity(common, transposed, aLength, bLength);
}

function jaroLong(a: string, b: string): number {
  const bound = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const aMatched = new Uint8Array(a.length);
  const matchedOfB: string[] = [];
  for (let at = 0; at < b.length; at++) {
    const end = Math.min(a.length - 1, at + bound);
    for (let from = Math.max(0, at - bound); from <= end; from++) {
      if (aMatched[from] === 0 && a[from] === b[at]) {
        aMatched[from] = 1;
        matchedOfB.push(b.charAt(at));
        break;
      }
    }
  }
  const matchedOfA = [...a].filter((_, at) => aMatched[at] === 1);
  const transposed = matchedOfA.filter((character, at) => character !== matchedOfB[at]).length;
  return matchedOfB.length === 0 ? 0 : similarity(matchedOfB.length, transposed, a.length, b.length);
}

function similarity(common: number, transposed: number, aLength: number, bLength: number): number {
  const half = transposed >> 1;
  return (common / aLength + common / bLength + (common - half) / common) / 3;
}
