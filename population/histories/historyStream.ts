import { createRandomStream, type RandomStream } from '../random/randomStream.ts';

/**
 * Random stream of a household's history, from its id alone. It is not the household's own stream, so the records do not
 * depend on how much happened.
 */
export function createHistoryStream(householdId: string): RandomStream {
  const digits = householdId.replaceAll('-', '');
  const word = (place: number) => Number.parseInt(digits.slice(place * 8, place * 8 + 8), 16) | 0;
  return createRandomStream([word(0), word(1), word(2), word(3)]);
}
