import type { SubgraphUnderTest } from './subgraphUnderTest.ts';

/** Result of one item of the contract, in words. */
export type Outcome =
  | { readonly result: 'pass' }
  | {
      readonly result: 'fail';
      /** What the subgraph did. */
      readonly found: string;
      readonly whatToDo: string;
    }
  | { readonly result: 'skipped'; readonly reason: string };

/** One promise that a subgraph keeps, whatever language it is written in. */
export interface ContractItem {
  readonly id: string;
  /** The promise, as a sentence. */
  readonly title: string;
  check(subgraph: SubgraphUnderTest): Promise<Outcome>;
}

export const pass: Outcome = { result: 'pass' };

export function fail(found: string, whatToDo: string): Outcome {
  return { result: 'fail', found, whatToDo };
}

export function skipped(reason: string): Outcome {
  return { result: 'skipped', reason };
}
