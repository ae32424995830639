import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askRevocation } from '../testing/askEmou.ts';
import { type EmouProcess, startEmouProcess } from '../testing/emouProcess.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { readFeed } from '../testing/readFeed.ts';

let bed: EmouTestBed;
let processes: readonly EmouProcess[] = [];

beforeAll(async () => {
  bed = await startEmouTestBed();
  processes = await Promise.all([startEmouProcess(bed), startEmouProcess(bed)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(processes.map((emou) => emou.end('SIGKILL')));
  await bed?.stop();
});

describe('two emou processes on one database', () => {
  test('each pushes what the other did; killed after an acknowledgment, nothing acknowledged is lost', async () => {
    const [one, two] = processes;
    if (one === undefined || two === undefined) throw new Error('Two processes were started.');
    const idhs = bed.grant({ agency: 'IDHS' });
    const feed = await readFeed(two.url, bed.gatewayGrant());
    const { ids } = await askAccess(one.url, bed.grant());
    const { approval } = await askApproval(one.url, idhs, ids[0]);
    await feed.snapshot(({ approvals }) => approvals.some(({ id }) => id === approval?.id));

    const { revision } = await askRevocation(one.url, idhs, approval?.id);
    await one.end('SIGKILL');
    expect((await feed.snapshot((snapshot) => snapshot.revision === revision)).approvals).toEqual([]);
    expect((await askRevocation(two.url, idhs, approval?.id)).code).toBe('CONFLICT');

    const again = await readFeed(two.url, bed.gatewayGrant());
    expect((await again.snapshot(() => true)).revision).toBe(revision);
    expect(await two.end('SIGTERM')).toBe(0);
  }, 60_000);
});
