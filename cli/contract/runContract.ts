import { type ContractItem, fail, type Outcome, skipped } from './contractItem.ts';
import { contractItems } from './contractItems.ts';
import type { SubgraphUnderTest } from './subgraphUnderTest.ts';

export interface ItemResult {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
}

/**
 * Tests the items one after the other. Without a valid grant nothing else can be told apart from a refusal, so the
 * others are skipped if the first one fails.
 *
 * @param only ids of the items to test besides the first; undefined: all
 */
export async function runContract(
  subgraph: SubgraphUnderTest,
  only?: readonly string[],
  onResult: (result: ItemResult) => void = () => undefined,
): Promise<readonly ItemResult[]> {
  const results: ItemResult[] = [];
  let isAccepted = true;
  for (const item of contractItems) {
    const isFirst = results.length === 0;
    if (!isFirst && only !== undefined && !only.includes(item.id)) continue;
    const outcome: Outcome = isAccepted
      ? await outcomeOf(item, subgraph)
      : skipped('The subgraph does not accept a valid grant, so nothing else can be tested.');
    const result = { id: item.id, title: item.title, outcome };
    results.push(result);
    onResult(result);
    if (isFirst) isAccepted = outcome.result === 'pass';
  }
  return results;
}

async function outcomeOf(item: ContractItem, subgraph: SubgraphUnderTest): Promise<Outcome> {
  try {
    return await item.check(subgraph);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`the response cannot be read: ${reason}`, 'Respond as GraphQL over HTTP describes.');
  }
}
