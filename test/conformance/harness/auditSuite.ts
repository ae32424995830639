import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { type Federation, startFederation } from '../../harness/graphs/federation.ts';
import type { AuditCase, AuditSuite } from './auditGraph.ts';
import { type Answer, type Ask, type CompiledUnderTest, type Oracle, startCompiled, startOracle } from './engines.ts';

/** Each case is asked of both engines: ours must be right, the stock one right or known to be wrong. */
export function testAudit(suites: readonly AuditSuite[]): void {
  describe.each(suites)('$name', ({ subgraphs, cases }) => {
    let federation: Federation;
    let compiled: CompiledUnderTest;
    let oracle: Oracle;

    beforeAll(async () => {
      federation = await startFederation(subgraphs);
      oracle = await startOracle(federation.supergraphSdl);
      compiled = await startCompiled(federation);
    }, 60_000);
    afterAll(async () => {
      await compiled?.engine.stop();
      await oracle?.stop();
      await federation?.stop();
    });

    test.each(cases)('$query', async (each) => {
      if (each.refused) {
        expect(validate(oracle.schema, parse(each.query))).not.toEqual([]);
        return;
      }
      expect(validate(oracle.schema, parse(each.query))).toEqual([]);
      const wanted = { data: each.data, errors: each.errors ?? false };
      const ours = await answered(compiled.ask, each);
      const stock = await answered(oracle.ask, each);
      expect(ours).toEqual({ answer: wanted, told: ours.told });
      if (each.stock === undefined) expect(stock).toEqual({ answer: wanted, told: stock.told });
      else expect(stock.answer).not.toEqual(wanted);
    });
  });
}

async function answered(ask: Ask, { query, variables }: AuditCase) {
  let answer: Answer;
  try {
    answer = await ask(query, { ...variables });
  } catch (error) {
    // No plan: the whole operation fails.
    answer = { data: null, errors: [{ message: String(error) }], invalid: [] };
  }
  const told = [...answer.errors, ...answer.invalid].map(({ message }) => message);
  return { answer: { data: JSON.parse(JSON.stringify(answer.data)), errors: told.length > 0 }, told };
}
