import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kind, parse, type SelectionNode, visit } from 'graphql';
import type { PreparedOperation } from '../../../gateway/execution/contract/engine.ts';
import { type Federation, startFederation } from '../../harness/graphs/federation.ts';
import { keyFieldsOf } from '../../harness/graphs/world.ts';
import { commandFor, testSeed } from '../../harness/propertySeed.ts';
import { compareAnswers } from './compareAnswers.ts';
import { type Answer, type CompiledUnderTest, type Oracle, startCompiled, startOracle } from './engines.ts';
import { type RandomOperation, randomOperation } from './randomOperation.ts';
import { renameAliases } from './renameAliases.ts';
import type { TestSupergraph } from './supergraphs.ts';

/** Per supergraph and world. */
const OPERATIONS = 75;

/** Generated operations get the answer of the stock engine, in a world without faults and in one with. */
export function testAgainstStockEngine(
  { name, subgraphs, interfaceObjects }: TestSupergraph,
  operations = OPERATIONS,
): void {
  const takenNames = [...new Set(subgraphs.flatMap(({ sdl }) => fieldSetNames(sdl)))];
  describe(name, () => {
    // Both worlds are asked the same: planning, most of the work, is done once, and what was prepared runs again.
    const world = { faulty: false, interfaceObjects, keyFields: keyFieldsOf(subgraphs.map(({ sdl }) => sdl)) };
    const prepared = new Map<string, PreparedOperation>();
    let federation: Federation;
    let compiled: CompiledUnderTest;
    let oracle: Oracle;

    beforeAll(async () => {
      federation = await startFederation(subgraphs.map((subgraph) => ({ ...subgraph, world })));
      oracle = await startOracle(federation.supergraphSdl);
      compiled = await startCompiled(federation);
    });
    afterAll(async () => {
      await compiled?.engine.stop();
      await oracle?.stop();
      await federation?.stop();
    });

    test.each([
      { faulty: false, title: 'a world without faults' },
      { faulty: true, title: 'a faulty world' },
    ])(
      `$title: answers ${operations} generated operations as the stock engine does`,
      async ({ faulty }) => {
        world.faulty = faulty;
        const differences: string[] = [];
        let compared = 0;
        let renamed = 0;
        for (let seed = testSeed; compared < operations; seed++) {
          const { query, variables } = randomOperation(oracle.schema, seed);
          if (selectsNothingSomewhere(query)) continue;
          let stock: Answer;
          try {
            stock = await oracle.ask(query, variables);
          } catch (error) {
            // A limit of the planner both engines use: it cannot leave an interface object for one of its types here.
            if (String(error).includes('We should have an edge from')) continue;
            throw error;
          }
          const asked = renameAliases(oracle.schema, query, takenNames, seed);
          const ours = asked.backIn(await ask({ query: asked.query, variables }));
          const difference = compareAnswers(query, ours, stock);
          if (difference !== undefined)
            differences.push(`#${seed} ${asked.query} ${JSON.stringify(variables)}\n${difference}`);
          if (asked.query !== query) renamed++;
          compared++;
        }
        expect(renamed).toBeGreaterThan(operations / 50);
        // A failure names the command that finds it again.
        const again = differences.length === 0 ? [] : [`To run it again: ${commandFor(testSeed)}`];
        expect([...differences.slice(0, 3), ...again].join('\n\n')).toBe('');
      },
      240_000,
    );

    async function ask({ query, variables }: RandomOperation): Promise<Answer> {
      const operation = prepared.get(query) ?? (await compiled.prepare(query));
      prepared.set(query, operation);
      return compiled.run(operation, variables);
    }
  });
}

/**
 * Whether everything in some selection is always left out. The planner then leaves out the field itself; the gateway
 * never plans such a field, since pruning adds `__typename` (operations.test.ts has those operations).
 */
function selectsNothingSomewhere(query: string): boolean {
  let found = false;
  const isLeftOut = ({ directives = [] }: SelectionNode): boolean =>
    directives.some(({ name, arguments: given }) => {
      const value = given?.[0]?.value;
      return value?.kind === Kind.BOOLEAN && name.value === (value.value ? 'skip' : 'include');
    });
  visit(parse(query), {
    SelectionSet({ selections }) {
      if (selections.every(isLeftOut)) found = true;
    },
  });
  return found;
}

/** Names in keys and requirements. */
function fieldSetNames(sdl: string): readonly string[] {
  return [...sdl.matchAll(/@(?:key|requires)\(fields: "([^"]*)"/g)].flatMap(
    ([, fields]) => fields?.match(/\w+/g) ?? [],
  );
}
