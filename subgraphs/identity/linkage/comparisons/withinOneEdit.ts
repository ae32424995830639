/** True if the distance is at most 1: one edit, or two neighbors swapped. Takes linear time and allocates nothing. */
export function withinOneEdit(a: string, b: string): boolean {
  const shorter = a.length <= b.length ? a : b;
  const longer = shorter === a ? b : a;
  const difference = longer.length - shorter.length;
  if (difference > 1) return false;
  let start = 0;
  while (start < shorter.length && shorter.charCodeAt(start) === longer.charCodeAt(start)) start++;
  if (start === shorter.length) return true;
  if (difference === 1) return sameFrom(shorter, start, longer, start + 1);
  if (sameFrom(shorter, start + 1, longer, start + 1)) return true;
  return (
    shorter.charCodeAt(start) === longer.charCodeAt(start + 1) &&
    shorter.charCodeAt(start + 1) === longer.charCodeAt(start) &&
    sameFrom(shorter, start + 2, longer, start + 2)
  );
}

function sameFrom(a: string, aStart: number, b: string, bStart: number): boolean {
  if (a.length - aStart !== b.length - bStart) return false;
  for (let at = aStart, from = bStart; at < a.length; at++, from++) {
    if (a.charCodeAt(at) !== b.charCodeAt(from)) return false;
  }
  return true;
}

/** Condition that both ends differ, where both texts have more than `length` characters. */
const bothEndsDiffer = (a: string, b: string, length: number, end: number): string =>
  `length(${a}) > ${length} and length(${b}) > ${length} and ` +
  `left(${a}, ${end}) <> left(${b}, ${end}) and right(${a}, ${end}) <> right(${b}, ${end})`;

/**
 * SQL of withinOneEdit. One edit changes at most two neighbors, so that an end of the text stays the same: most pairs are
 * decided without the distance. A case is evaluated in order; `and` and `or` are not.
 */
export const withinOneEditSql = (a: string, b: string): string =>
  `case when abs(length(${a}) - length(${b})) > 1 then false when ${bothEndsDiffer(a, b, 6, 3)} then false ` +
  `when ${bothEndsDiffer(a, b, 2, 1)} then false else damerau_levenshtein(${a}, ${b}) <= 1 end`;
