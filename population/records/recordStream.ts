import { createRandomStream, type RandomStream } from '../random/randomStream.ts';
import { scramble } from '../random/scramble.ts';

/**
 * Random stream for one purpose, from an id of the population alone (a UUID). Streams of different purposes are
 * unrelated, and none of them is the household's own stream, so the population does not depend on its source records.
 */
export function createRecordStream(id: string, purpose: number): RandomStream {
  const word = (from: number, to: number) => Number.parseInt(id.slice(from, to), 16) | 0;
  const salt = Math.imul(purpose + 1, 0x9e3779b1);
  return createRandomStream([
    scramble(word(0, 8) ^ salt) | 0,
    scramble((word(9, 13) << 16) ^ word(14, 18) ^ salt) | 0,
    scramble((word(19, 23) << 16) ^ word(24, 28) ^ salt) | 0,
    scramble(word(28, 36) ^ salt) | 0,
  ]);
}
