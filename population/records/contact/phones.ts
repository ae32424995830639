import type { RandomStream } from '../../random/randomStream.ts';

/** Area codes by the first digits of a ZIP code. */
const AREA_CODES: readonly (readonly [zip: RegExp, codes: readonly string[]])[] = [
  [/^606/, ['312', '773', '872']],
  [/^600/, ['847', '224']],
  [/^60[134]/, ['630', '331', '708']],
  [/^60[25]/, ['630', '331', '847']],
  [/^60[789]|^61[01]/, ['815', '779']],
  [/^61[2-6]/, ['309']],
  [/^62[0289]/, ['618', '730']],
  [/^6/, ['217', '447']],
];

/** A number of the area whose exchange begins with 0 or 1: nobody can be reached by it. */
export function drawPhone(random: RandomStream, zip: string): string {
  const [, codes] = AREA_CODES.find(([pattern]) => pattern.test(zip)) ?? ['', ['217']];
  const exchange = String(random.between(0, 199)).padStart(3, '0');
  return `${random.pick(codes)}-${exchange}-${String(random.between(0, 9999)).padStart(4, '0')}`;
}
