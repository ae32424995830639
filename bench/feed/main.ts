import { readDatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../schema/files.ts';
import { answerParent } from '../processes/answerParent.ts';
import type { LoopMeasurement } from './loopWatch.ts';
import { manyApprovals } from './manyApprovals.ts';
import { type FeedStandIn, startFeedStandIn } from './startFeedStandIn.ts';

/** `one`: the one of that place goes, or comes back; `all`: every approval ends a day earlier; `tell`: now readers hear of it. */
export type FeedQuestion =
  | { readonly kind: 'start'; readonly approvals: number }
  | { readonly kind: 'one'; readonly place: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'tell' };

export interface FeedAnswer {
  readonly url: string;
  readonly jwksUrl: string;
  /** Revision that was published last. */
  readonly revision: number;
  /** Measurements of the last frames built. */
  readonly making: LoopMeasurement | undefined;
}

let standIn: FeedStandIn | undefined;
let approvals = manyApprovals(0, readDatasetCatalogue(datasetsDirectory));
let prepared: Awaited<ReturnType<FeedStandIn['become']>> | undefined;
let now = new Map(approvals.map((approval) => [approval.id, approval]));

let revision = 1;

/** A feed in a process of its own, so that what it costs to write is not counted to who reads it. */
answerParent<FeedQuestion, FeedAnswer>(
  async (question) => {
    await take(question);
    return { url: standIn?.url ?? '', jwksUrl: standIn?.jwksUrl ?? '', revision, making: prepared?.making };
  },
  async () => standIn?.stop(),
);

async function take(question: FeedQuestion): Promise<void> {
  switch (question.kind) {
    case 'start':
      approvals = manyApprovals(question.approvals, readDatasetCatalogue(datasetsDirectory));
      now = new Map(approvals.map((approval) => [approval.id, approval]));
      standIn = await startFeedStandIn(approvals, () => new Date());
      return;
    case 'one': {
      const approval = approvals[question.place];
      if (approval === undefined) throw new Error('There is no such approval.');
      now = new Map(now);
      if (!now.delete(approval.id)) now.set(approval.id, approval);
      prepared = await standIn?.become(now, [approval.id]);
      return;
    }
    case 'all':
      now = new Map(
        [...now].map(([id, approval]) => [id, { ...approval, validUntil: dayBefore(approval.validUntil) }]),
      );
      prepared = await standIn?.become(now, undefined);
      return;
    case 'tell':
      revision = prepared?.tell() ?? revision;
  }
}

function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - 86_400_000).toISOString();
}
