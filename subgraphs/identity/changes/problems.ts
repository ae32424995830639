import type { LinkChangeProblemKind } from '../../../schema/generated/enums/identity.ts';
import type { LinkChangePayload } from '../../../schema/generated/identity.ts';

/** Why nothing was changed. Thrown within a change of the register, which then changes nothing. */
export class LinkProblem extends Error {
  readonly kind: LinkChangeProblemKind;

  constructor(kind: LinkChangeProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The answer of a mutation: what it changed, or the problem. */
export async function payloadOf(work: Promise<LinkChangePayload>): Promise<LinkChangePayload> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof LinkProblem)) throw error;
    return { changeId: null, status: null, problems: [{ kind: error.kind, message: error.message }] };
  }
}
