import { askEmou } from './askEmou.ts';

export interface MoveAnswer {
  readonly request: {
    readonly id: string;
    readonly status: string;
    readonly sequence: number;
    readonly basis: string | null;
  } | null;
  readonly approvalRevision: number | null;
  readonly refusal: { readonly code: string; readonly kind: string; readonly remedy: string | null } | null;
}

const answer = 'request { id status sequence basis } approvalRevision refusal { code kind because remedy }';

/** Makes one move by its mutation's name; all mutations of moves share one payload type. */
export async function move(
  url: string,
  grant: string,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<MoveAnswer> {
  const type = INPUT_TYPES[mutation] ?? 'MoveInput';
  const query = `mutation ($input: ${type}!) { move: ${mutation}(input: $input) { ${answer} } }`;
  const { data, message } = await askEmou<{ move: MoveAnswer }>(url, grant, query, {
    input: { why: 'As told in this test.', ...input },
  });
  // A refused move is reported as an error too; the tests read the refusal.
  if (message !== undefined && data?.move?.refusal == null) throw new Error(message);
  return data.move;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  extendTime: 'ExtendTimeInput',
  proposeExtension: 'ProposeExtensionInput',
  denyRequest: 'DenyRequestInput',
  overturnDenial: 'GrantInput',
  decideAppeal: 'DecideAppealInput',
  requestFederalApproval: 'RequestFederalApprovalInput',
  recordFederalApproval: 'FederalDecisionInput',
  recordFederalRefusal: 'FederalDecisionInput',
  askRenewal: 'RenewAccessInput',
  renewAccess: 'RenewAccessInput',
  revokeAccess: 'RevokeAccessInput',
};

/** A denial that SNAP law allows. */
export const snapDenial = {
  code: 'FED-SNAP-1',
  citation: '7 CFR 272.1(c)(1)',
  factualBasis: 'The purpose is not one of the listed programs.',
  officerTitle: 'Chief privacy officer',
};
