import type { GatewayOptions } from '../../../gateway/gatewayOptions.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import type { Who } from '../requesters.ts';
import { type FakeEmou, startFakeEmou } from './fakeEmou.ts';

/** What a test states about an approval; by default it is in force for any role. */
export type Approved = Pick<FeedApproval, 'dataset'> &
  Partial<Pick<FeedApproval, 'fields' | 'roles' | 'id' | 'validFrom' | 'validUntil'>>;

/** A feed of approvals that are what the test says. */
export interface GivenApprovals {
  readonly emou: FakeEmou;
  readonly feed: GatewayOptions['feed'];
  /** Revision of the approvals in force. */
  readonly revision: number;
  /** Replaces every approval by these, all of them for one requester. */
  approve(who: Who, approvals: readonly Approved[]): void;
  replace(approvals: readonly FeedApproval[]): void;
}

export async function startGivenApprovals(): Promise<GivenApprovals> {
  const emou = await startFakeEmou();
  let revision = 1;
  let approvals: readonly FeedApproval[] = [];
  emou.greetWith(() => emou.snapshot({ revision, approvals }));
  const replace = (next: readonly FeedApproval[]): void => {
    revision += 1;
    approvals = next;
    emou.send('snapshot', emou.snapshot({ revision, approvals }));
  };
  return {
    emou,
    feed: { ...emou, maxAgeSeconds: 86_400 },
    get revision() {
      return revision;
    },
    replace,
    approve: (who, given) => replace(given.map((approved, index) => inForce(who, approved, index))),
  };
}

/** An approval that is in force for a long time, for every role of the requester's agency. */
export function inForce({ agency, purpose }: Who, approved: Approved, index = 0): FeedApproval {
  return {
    id: `approval-${index}`,
    requestingAgency: agency,
    purpose,
    legalBasis: 'a statute',
    roles: [...STAFF_ROLES],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
    ...approved,
  };
}
