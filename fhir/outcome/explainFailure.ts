import { type Answer, type Denial, decisionAt, NoResponse, RequestRefused } from '../../client/src/index.ts';
import { FhirError } from './fhirError.ts';

const STATUS_OF_CODE: Readonly<Record<string, number>> = { BAD_USER_INPUT: 400, FORBIDDEN: 403, NOT_FOUND: 404 };

/**
 * Requires that a response shows a field of Query, which may be null. Throws a FhirError that says why it does not: the
 * approval that is missing, what is wrong with the input, or that a system is down.
 */
export function requireShown(answer: Answer<unknown>, field: string): void {
  const decision = decisionAt(answer, [field]);
  switch (decision.kind) {
    case 'withheld':
    case 'notInCaseload':
      throw new FhirError(403, 'forbidden', whyWithheld(decision));
    case 'systemDown':
      throw new FhirError(503, 'transient', `The system ${decision.system ?? 'identity'} did not respond. Try again.`);
    case 'refused':
      throw new FhirError(
        STATUS_OF_CODE[decision.code] ?? 422,
        codeOf(STATUS_OF_CODE[decision.code] ?? 422),
        decision.message,
      );
    default:
  }
}

/** What is closed, why, and whom to ask for an approval. */
function whyWithheld({ message, reason, dataset, owner }: Denial): string {
  const whom = dataset === undefined || owner === undefined ? '' : ` An approval of ${owner} for ${dataset} opens it.`;
  return `${message} Reason: ${reason}.${whom}`;
}

/** The FhirError for whatever `ask` rejects with; undefined for an error of our own. */
export function explainRefusal(error: unknown): FhirError | undefined {
  if (error instanceof NoResponse) return new FhirError(503, 'transient', 'The graph did not respond. Try again.');
  if (!(error instanceof RequestRefused)) return undefined;
  const { status, message, retryAfterMs } = error;
  return new FhirError(status, codeOf(status), message, retryAfterMs);
}

/** IssueType of an HTTP status. */
function codeOf(status: number) {
  if (status === 401) return 'login';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-long';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'transient' : 'invalid';
}
