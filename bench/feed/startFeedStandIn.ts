import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChangeLog } from '../../feed/changeLog.ts';
import { readFeedKey } from '../../feed/feedKey.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { feedFrames } from '../../subgraphs/emou/feed/feedFrames.ts';
import { type LoopMeasurement, watchTurns } from './loopWatch.ts';

/** Publishes its own approvals in emou's frames to any reader. */
export interface FeedStandIn {
  readonly url: string;
  readonly jwksUrl: string;
  /**
   * Builds the frames of the next revision; nothing is published before `tell`, which returns the revision. `ids`: the
   * changes; undefined: anything may have changed.
   */
  become(
    approvals: ReadonlyMap<string, FeedApproval>,
    ids: readonly string[] | undefined,
  ): Promise<{
    /** How long building the frames blocked emou's event loop. */
    readonly making: LoopMeasurement;
    tell(): number;
  }>;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 2_000;

export async function startFeedStandIn(
  first: readonly FeedApproval[],
  clock: () => Date,
  firstRevision = 1,
): Promise<FeedStandIn> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = readFeedKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const log = createChangeLog();
  const readers = new Map<ServerResponse, number | undefined>();
  let approvals: ReadonlyMap<string, FeedApproval> = new Map(first.map((approval) => [approval.id, approval]));
  let revision = firstRevision;
  let told = true;
  let whole = await framesNow().snapshot();

  function framesNow() {
    return feedFrames(
      key,
      { revision, logSize: 0, approvals, nextChange: Number.POSITIVE_INFINITY, asOf: clock() },
      log,
    );
  }

  const server = createServer((request, response) => {
    if (request.url === '/jwks') return void response.end(JSON.stringify({ keys: [key.publicJwk] }));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(whole);
    readers.set(response, revision);
    return void response.on('close', () => readers.delete(response));
  });
  const beat = setInterval(() => {
    // No heartbeat for a revision that was not published.
    if (!told) return;
    for (const reader of readers.keys()) reader.write(framesNow().since(revision));
  }, HEARTBEAT_MS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${origin}/feed`,
    jwksUrl: `${origin}/jwks`,
    async become(next, ids) {
      const base = revision;
      revision++;
      approvals = next;
      told = false;
      if (ids === undefined) log.startEpoch();
      else log.add(base, revision, ids);
      const frames = framesNow();
      let change: string | undefined;
      const making = await watchTurns(async () => {
        change = (ids === undefined ? undefined : frames.since(base)) ?? (await frames.snapshot());
      });
      whole = await frames.snapshot();
      return {
        making,
        tell() {
          told = true;
          for (const reader of readers.keys()) reader.write(change);
          return revision;
        },
      };
    },
    async stop() {
      clearInterval(beat);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
