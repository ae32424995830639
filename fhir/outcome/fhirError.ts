import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';

/** A refusal, as an HTTP status and an OperationOutcome (http://hl7.org/fhir/R4/operationoutcome.html). */
export class FhirError extends Error {
  override readonly name = 'FhirError';
  readonly status: number;
  readonly code: OperationOutcomeIssue['code'];
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: OperationOutcomeIssue['code'], message: string, retryAfterMs?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export function operationOutcome(
  code: OperationOutcomeIssue['code'],
  diagnostics: string,
  severity: OperationOutcomeIssue['severity'] = 'error',
): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, diagnostics }] };
}
