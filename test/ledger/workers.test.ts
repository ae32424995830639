import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../harness/eventually.ts';
import type { GatewayProcess } from '../harness/product/startProduct.ts';
import { idOf } from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';
import { startAnswerLoad } from './harness/answerLoad.ts';
import { type FaultBed, startFaultBed } from './harness/faultBed.ts';

const TREES = ['/worker-1', '/worker-2'];

let bed: FaultBed;
let gateway: GatewayProcess;
beforeAll(async () => {
  bed = await startFaultBed();
  gateway = await bed.startGateway(2);
}, 300_000);
afterAll(async () => {
  await gateway?.kill('SIGTERM');
  await bed?.stop();
}, 120_000);

test('two workers write a tree each: every answer has one record in one of them, and both verify', async () => {
  const load = startAnswerLoad({
    url: () => gateway.url,
    token: bed.system.token(fosterCare, { lifetime: 36_000 }),
    personId: idOf('ward'),
    callers: 8,
  });
  await eventually(
    async () => load.answered.size,
    (answers) => answers >= 100,
    60_000,
  );
  await load.stop();
  const trees = await Promise.all(TREES.map((tree) => bed.records(tree)));
  const recorded = trees.flatMap((records) => records.map(({ request }) => request));
  expect(load.answered.size).toBeGreaterThanOrEqual(100);
  expect(recorded.sort()).toEqual([...load.answered].sort());
  for (const [index, tree] of TREES.entries()) {
    expect(trees[index]?.length).toBeGreaterThan(0);
    const size = await bed.size(tree);
    expect(await bed.verify(tree)).toMatchObject({ ok: true, checkpoint: { size } });
  }
}, 120_000);
