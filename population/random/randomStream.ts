/**
 * A stream of random numbers that belongs to one household. Same state, same numbers, on every machine and on any day.
 * The generator is Chris Doty-Humphrey's sfc32: 128 bits of state, a few integer operations a number.
 */
export interface RandomStream {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with probability `probability`. */
  chance(probability: number): boolean;
  pick<const T>(choices: readonly T[]): T;
  /** One of the choices by its weight. */
  weighted<const T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
  /** Normal distribution with mean 0 and deviation 1, good to about three deviations: the sum of uniforms suffices here. */
  normal(): number;
}

export type StreamState = readonly [number, number, number, number];

const TWO_TO_32 = 4_294_967_296;

export function createRandomStream(state: StreamState): RandomStream {
  let [a, b, c, counter] = state;

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  };
  const pick = <T>(choices: readonly T[]): T => {
    const index = Math.floor(next() * choices.length);
    if (choices.length === 0) throw new RangeError('Nothing to pick from.');
    // The index is below the length that was just checked.
    return choices[index] as T;
  };
  const weighted = <T>(choices: readonly (readonly [number, T])[]): T => {
    let total = 0;
    for (const choice of choices) total += choice[0];
    let rest = next() * total;
    for (const choice of choices) {
      rest -= choice[0];
      if (rest < 0) return choice[1];
    }
    return pick(choices)[1];
  };

  return {
    next,
    pick,
    weighted,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    normal: () => (next() + next() + next() + next() - 2) * 1.732_050_8,
  };
}
