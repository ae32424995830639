import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { RunningSubgraph } from '../../../kit/startSubgraph.ts';
import { askAccess, askApproval, askRevocation } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { type FeedListener, readFeed } from '../../testing/readFeed.ts';
import type { FeedLimits } from '../feedRoutes.ts';

export let bed: EmouTestBed;
let open: RunningSubgraph[] = [];
let listeners: FeedListener[] = [];

beforeAll(async () => {
  bed = await startEmouTestBed();
});
afterAll(() => bed?.stop());
beforeEach(() => bed.clearRegister());
afterEach(async () => {
  for (const listener of listeners) listener.close();
  listeners = [];
  await stopAll();
  bed.log.length = 0;
});

/** Stops every emou that was started. */
export async function stopAll(): Promise<void> {
  await Promise.all(open.map((emou) => emou.stop()));
  open = [];
}

export async function start(limits: Partial<FeedLimits> = {}): Promise<string> {
  const emou = await bed.startEmou({ feedLimits: limits });
  open.push(emou);
  return emou.url;
}

export async function listen(url: string): Promise<FeedListener> {
  const listener = await readFeed(url, bed.gatewayGrant());
  listeners.push(listener);
  return listener;
}

export async function approve(
  url: string,
  dataset = 'snap.participation',
  validUntil?: string,
  terms: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { ids } = await askAccess(url, bed.grant(), { datasets: [dataset], ...terms });
  const { approval } = await askApproval(url, bed.grant({ agency: 'IDHS' }), ids[0], validUntil);
  return approval?.id ?? '';
}

export const revoke = (url: string, id: string) => askRevocation(url, bed.grant({ agency: 'IDHS' }), id);
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
