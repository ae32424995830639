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
  return new Sfc32(state);
}

/** A class, because every household has two of them: methods of the prototype are not made again for each. */
class Sfc32 implements RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(state: StreamState) {
    [this.a, this.b, this.c, this.counter] = state;
  }

  next(): number {
    const { b, c } = this;
    const sum = (((this.a + b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<const T>(choices: readonly T[]): T {
    const index = Math.floor(this.next() * choices.length);
    if (choices.length === 0) throw new RangeError('Nothing to pick from.');
    // The index is below the length that was just checked.
    return choices[index] as T;
  }

  weighted<const T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let total = 0;
    for (const choice of choices) total += choice[0];
    let rest = this.next() * total;
    for (const choice of choices) {
      rest -= choice[0];
      if (rest < 0) return choice[1];
    }
    return this.pick(choices)[1];
  }

  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.732_050_8;
  }
}
