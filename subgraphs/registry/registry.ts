import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import type { ComparedRegister, RegisterSystem } from '../kit/administration/comparedRegister.ts';
import type { CheckRunner } from './checks/runChecks.ts';
import type { ContentStore } from './content/contentStore.ts';

/** What the registry's commands work on. */
export interface Registry {
  readonly register: ComparedRegister;
  readonly contents: ContentStore;
  readonly checks: CheckRunner;
  /** Undefined if they are not known. */
  readonly approvals: () => readonly FeedApproval[] | undefined;
  /** Pushes a change to the readers of the feed. Never rejects: the next heartbeat makes up for it. */
  readonly announce: () => Promise<void>;
  /** The same for trusted documents. */
  readonly announceDocuments: () => Promise<void>;
}

export type { RegisterSystem };
