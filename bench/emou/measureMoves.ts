import { type Answer, at } from '../../test/harness/answer.ts';

export interface MoveTimes {
  /** From the mutation to its answer, ms. */
  readonly acknowledged: readonly number[];
  /** From the answer until another gateway decides by it, ms, seen by asking that gateway again and again. */
  readonly inForce: readonly number[];
}

const REQUEST = `mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { requests { id } } }`;
const APPROVE = `mutation ($input: ApproveRequestInput!) { approveRequest(input: $input) { approvalRevision } }`;
const REVOKE = `mutation ($input: RevokeApprovalInput!) { revokeApproval(input: $input) { approvalRevision } }`;
const PATIENCE_MS = 10_000;

/** Approves and revokes in turn, and watches a field open and close. */
export async function measureMoves(options: {
  readonly moves: number;
  readonly decide: (
    query: string,
    variables: Readonly<Record<string, unknown>>,
    who: 'requester' | 'owner',
  ) => Promise<Answer>;
  readonly see: () => Promise<Answer>;
}): Promise<MoveTimes> {
  const { moves, decide, see } = options;
  const acknowledged: number[] = [];
  const inForce: number[] = [];

  async function measured(query: string, input: object, open: boolean): Promise<void> {
    const begun = performance.now();
    const answer = await decide(query, { input }, 'owner');
    if (answer.errors.length > 0) throw new Error(`A move was refused: ${answer.text}`);
    const known = performance.now();
    acknowledged.push(known - begun);
    while ((at((await see()).data, 'person.tanf') !== null) !== open) {
      if (performance.now() - known > PATIENCE_MS) throw new Error('A move did not come into force.');
    }
    inForce.push(performance.now() - known);
  }

  for (let move = 0; move < moves; move += 2) {
    const input = {
      datasets: ['tanf.participation'],
      purpose: 'CARE_COORDINATION',
      justification: 'Meals for older people.',
      legalBasis: '45 CFR 205.50(a)(1)(i)',
    };
    const asked = await decide(REQUEST, { input }, 'requester');
    const id = at(asked.data, 'requestAccess.requests.0.id');
    if (typeof id !== 'string') throw new Error(`A request was refused: ${asked.text}`);
    await measured(APPROVE, { requestId: id }, true);
    await measured(REVOKE, { approvalId: id, reason: 'The benchmark goes on.' }, false);
  }
  return { acknowledged, inForce };
}
