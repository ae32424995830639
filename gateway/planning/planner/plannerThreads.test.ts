import { expect, test } from '@jest/globals';
import { writtenSupergraph } from '../../../test/harness/graphs/writtenSupergraph.ts';
import { PlannerThreadEnded } from './plannerThread.ts';
import { createPlannerThreads, type LoadedThread } from './plannerThreads.ts';

const graphOf = (field: string) => ({
  sdl: writtenSupergraph({ graphs: { A: 'a' }, types: `type Query @join__type(graph: A) { ${field}: String }` }),
  reads: undefined,
});
const plan = (thread: LoadedThread, document: string) => thread.plan({ document, operationName: undefined });

test('a thread in reserve plans the next supergraph, and nothing of the one before it', async () => {
  const threads = createPlannerThreads(true);
  const first = await threads.load(graphOf('before'));
  expect(await plan(first, '{ before }')).toMatchObject({ node: { operation: '{before}' } });
  await first.release();
  await first.release();
  const next = await threads.load(graphOf('after'));
  expect(next.metadata.apiSdl).toContain('after: String');
  expect(next.metadata.apiSdl).not.toContain('before');
  expect(await plan(next, '{ after }')).toMatchObject({ node: { operation: '{after}' } });
  await expect(plan(next, '{ before }')).rejects.toThrow('before');
  // It is the first one's thread.
  await first.end();
  await expect(plan(next, '{ after }')).rejects.toThrow(PlannerThreadEnded);
  await threads.stop();
});

test('no thread is kept that was in the middle of a plan, that could not load, or after the stop', async () => {
  const threads = createPlannerThreads(true);
  await expect(threads.load({ sdl: 'type Query { a: Int }', reads: undefined })).rejects.toThrow('cannot be planned');
  const busy = await threads.load(graphOf('a'));
  const planning = plan(busy, '{ a }');
  await busy.release();
  await expect(planning).rejects.toThrow(PlannerThreadEnded);
  const last = await threads.load(graphOf('a'));
  await threads.stop();
  await last.release();
  await expect(plan(last, '{ a }')).rejects.toThrow(PlannerThreadEnded);
});
