import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compareAnswers } from './harness/compareAnswers.ts';
import { type CompiledUnderTest, type Oracle, startCompiled, startOracle } from './harness/engines.ts';
import { type Federation, startFederation } from './harness/federation.ts';
import { randomOperation } from './harness/randomOperation.ts';
import { SUPERGRAPHS } from './harness/supergraphs.ts';

/** Per supergraph and world; the whole is more than 2,000. */
const OPERATIONS = Number(40);

describe.each(SUPERGRAPHS)('$name', ({ subgraphs, interfaceObjects }) => {
  describe.each([{ faulty: false }, { faulty: true }])('faulty: $faulty', ({ faulty }) => {
    let federation: Federation;
    let compiled: CompiledUnderTest;
    let oracle: Oracle;

    beforeAll(async () => {
      const world = { faulty, interfaceObjects };
      federation = await startFederation(subgraphs.map((subgraph) => ({ ...subgraph, world })));
      oracle = await startOracle(federation.supergraphSdl);
      compiled = await startCompiled({ ...federation, plannerFor: oracle.plannerFor });
    });
    afterAll(async () => {
      await compiled.engine.stop();
      await oracle.stop();
      await federation.stop();
    });

    test(`answers ${OPERATIONS} generated operations as the stock engine does`, async () => {
      const differences: string[] = [];
      for (let seed = 1; seed <= OPERATIONS; seed++) {
        const { query, variables } = randomOperation(oracle.schema, seed);
        const stock = await oracle.ask(query, variables);
        const ours = await compiled.ask(query, variables);
        const difference = compareAnswers(query, ours, stock);
        if (difference !== undefined) differences.push(`#${seed} ${query} ${JSON.stringify(variables)}\n${difference}`);
      }
      expect(differences.slice(0, 3).join('\n\n')).toBe('');
    }, 90_000);
  });
});
