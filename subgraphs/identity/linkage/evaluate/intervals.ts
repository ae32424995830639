/** A share with its 95 % interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** Share of `hits` among `of`, with its Wilson score interval (1927), which holds near 0 and 1 as well. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1, of };
  const share = hits / of;
  const center = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return {
    value: share,
    low: hits === 0 ? 0 : Math.max(0, (center - spread) / scale),
    high: hits === of ? 1 : Math.min(1, (center + spread) / scale),
    of,
  };
}
