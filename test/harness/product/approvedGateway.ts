import type { ProposedApprovals } from '../../../gateway/approvals/proposedApprovals.ts';
import type { LedgerChoice } from '../../../gateway/disclosure/startDisclosure.ts';
import type { IntrospectionSetting } from '../../../gateway/documents/introspection.ts';
import type { EngineName } from '../../../gateway/execution/engineNames.ts';
import type { GatewayLimits } from '../../../gateway/startGateway.ts';
import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import { staffRoles } from '../../../schema/roles.ts';
import type { Answer } from '../answer.ts';
import type { Who } from '../requesters.ts';
import { type FakeEmou, startFakeEmou } from './fakeEmou.ts';
import { startGatewayBeside } from './gatewayBeside.ts';
import { type Person360, post } from './person360.ts';

/** What a test says of one approval; the rest is: in force, for any role. */
export type Approved = Pick<FeedApproval, 'dataset'> &
  Partial<Pick<FeedApproval, 'fields' | 'roles' | 'id' | 'validFrom' | 'validUntil'>>;

/** A gateway before the real systems whose approvals are what the test says. */
export interface ApprovedGateway {
  readonly url: string;
  readonly emou: FakeEmou;
  /** Revision of the approvals in force. */
  readonly revision: number;
  /** Replaces every approval by these, all of them for one requester. */
  approve(who: Who, approvals: readonly Approved[]): void;
  replace(approvals: readonly FeedApproval[]): void;
  /** Asks once the approvals have arrived. */
  ask(who: Who, query: string, variables?: object, more?: AskMore): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AskMore {
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApprovedGatewayOptions {
  readonly engine?: EngineName;
  readonly limits?: Partial<GatewayLimits>;
  readonly introspection?: IntrospectionSetting;
  readonly proposedApprovals?: ProposedApprovals;
  readonly ledger?: LedgerChoice;
}

export async function startApprovedGateway(
  system: Person360,
  options: ApprovedGatewayOptions = {},
): Promise<ApprovedGateway> {
  const emou = await startFakeEmou();
  let revision = 1;
  let approvals: readonly FeedApproval[] = [];
  emou.greetWith(() => emou.snapshot({ revision, approvals }));
  const gateway = await startGatewayBeside(system, { ...options, feed: { ...emou, maxAgeSeconds: 86_400 } });
  await gateway.ready;
  const replace = (next: readonly FeedApproval[]): void => {
    revision += 1;
    approvals = next;
    emou.send('snapshot', emou.snapshot({ revision, approvals }));
  };
  return {
    url: gateway.url,
    emou,
    get revision() {
      return revision;
    },
    replace,
    approve: (who, given) => replace(given.map((approved, index) => inForce(who, approved, index))),
    ask: (who, query, variables = {}, { subject, headers } = {}) =>
      post(
        gateway.url,
        system.token(who, subject === undefined ? {} : { subject }),
        { query, variables },
        { 'min-approval-revision': String(revision), ...headers },
      ),
    async stop() {
      await gateway.stop();
      await emou.stop();
    },
  };
}

/** An approval that is in force for a long time, for every role of the requester's agency. */
export function inForce({ agency, purpose }: Who, approved: Approved, index = 0): FeedApproval {
  return {
    id: `approval-${index}`,
    requestingAgency: agency,
    purpose,
    legalBasis: 'a statute',
    roles: [...staffRoles],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
    ...approved,
  };
}
