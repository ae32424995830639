import type { IncomingHttpHeaders } from 'node:http';
import { readEmergencyHeaders } from '../../emergency/emergencyHeaders.ts';
import type { AccessMode, AccessOptions } from '../../model/request.ts';

export const accessModes: readonly AccessMode[] = ['filter', 'reject', 'dry-run'];

/** An identifier, not free text, because it is recorded for years. */
const CASE_ID = /^[\w.:/#-]{1,64}$/;

export type AccessOptionsResult =
  | { readonly kind: 'read'; readonly options: AccessOptions }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads `access-mode`, `access-explain`, `min-approval-revision`, `case-id`, and the headers of an emergency. An
 * invalid value is rejected, never ignored.
 */
export function readAccessOptions(headers: IncomingHttpHeaders): AccessOptionsResult {
  const modeText = headers['access-mode'] ?? 'filter';
  const mode = accessModes.find((candidate) => candidate === modeText);
  if (mode === undefined) return refuse(`The header access-mode takes: ${accessModes.join(', ')}.`);
  const explainText = headers['access-explain'] ?? 'false';
  if (explainText !== 'true' && explainText !== 'false') return refuse('The header access-explain takes: true, false.');
  const revisionText = headers['min-approval-revision'];
  if (revisionText !== undefined && (typeof revisionText !== 'string' || !/^\d{1,15}$/.test(revisionText))) {
    return refuse('The header min-approval-revision takes a revision, a whole number.');
  }
  const caseId = headers['case-id'];
  if (caseId !== undefined && (typeof caseId !== 'string' || !CASE_ID.test(caseId))) {
    return refuse('The header case-id takes the number of a case: 1 to 64 letters, digits and ._:/#- without spaces.');
  }
  const emergency = readEmergencyHeaders(headers);
  if (emergency.kind === 'refused') return emergency;
  return {
    kind: 'read',
    options: {
      mode,
      explain: explainText === 'true',
      minRevision: revisionText === undefined ? undefined : Number(revisionText),
      caseId,
      emergency: emergency.declaration,
    },
  };
}

function refuse(message: string): AccessOptionsResult {
  return { kind: 'refused', message };
}
