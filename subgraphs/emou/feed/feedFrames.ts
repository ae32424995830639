import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeLog } from '../../../feed/changeLog.ts';
import type { FeedFrames } from '../../../feed/feedFrames.ts';
import type { FeedKey } from '../../../feed/feedKey.ts';
import { feedFrame, signFeedEvent } from '../../../feed/signFeedEvent.ts';
import {
  type FeedApproval,
  type FeedEvent,
  LARGEST_DELTA,
  LARGEST_PART,
} from '../../../schema/approvals/approvalFeed.ts';
import { writeApprovals } from '../../../schema/approvals/snapshotApprovals.ts';
import { signatories } from '../../../schema/catalog/agencies.ts';
import type { RegisterState } from './register/registerState.ts';

const agencies = signatories.map(({ code }) => code);
const issuer = { iss: 'person360-emou' } as const;

export function feedFrames(key: FeedKey, { revision, approvals, asOf }: RegisterState, log: ChangeLog): FeedFrames {
  const iat = Math.floor(asOf.getTime() / 1000);
  const id = log.eventId(revision);
  const made = new Map<number, string>();
  let snapshot: Promise<string> | undefined;
  const frame = (event: FeedEvent): string => feedFrame(event.kind, id, signFeedEvent(key, event));

  async function makeSnapshot(): Promise<string> {
    const all = groupByFields([...approvals.values()]);
    const of = Math.max(1, Math.ceil(all.length / LARGEST_PART));
    const frames: string[] = [];
    for (let number = 1; number <= of; number++) {
      if (of > 1) await nextTurn();
      const some = writeApprovals(all.slice((number - 1) * LARGEST_PART, number * LARGEST_PART));
      const part = of === 1 ? {} : { part: { number, of } };
      frames.push(frame({ ...issuer, kind: 'snapshot', revision, iat, agencies, ...some, ...part }));
    }
    return frames.join('');
  }

  function change(base: number): string | undefined {
    if (base === revision) return frame({ ...issuer, kind: 'heartbeat', revision, iat });
    const ids = base > revision ? undefined : log.since(base);
    if (ids === undefined || ids.length > LARGEST_DELTA) return undefined;
    const changed = ids.map((each) => approvals.get(each)).filter((each): each is FeedApproval => each !== undefined);
    const removed = ids.filter((each) => !approvals.has(each));
    return frame({ ...issuer, kind: 'delta', base, revision, iat, changed, removed });
  }

  return {
    revision,
    since(base) {
      if (base === undefined) return undefined;
      const cached = made.get(base) ?? change(base);
      if (cached !== undefined) made.set(base, cached);
      return cached;
    },
    snapshot() {
      snapshot ??= makeSnapshot();
      return snapshot;
    },
  };
}

/** Sorts approvals that share their fields next to each other, so that few parts repeat the same list. */
function groupByFields(approvals: readonly FeedApproval[]): readonly FeedApproval[] {
  const byFields = new Map<FeedApproval['fields'], FeedApproval[]>();
  for (const approval of approvals) {
    const alike = byFields.get(approval.fields);
    if (alike === undefined) byFields.set(approval.fields, [approval]);
    else alike.push(approval);
  }
  return [...byFields.values()].flat();
}
