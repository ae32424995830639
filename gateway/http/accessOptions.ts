import type { IncomingHttpHeaders } from 'node:http';
import type { EmergencyDeclaration } from '../authorization/emergencySource.ts';
import { readEmergencyHeaders } from './emergencyHeaders.ts';

export const accessModes = ['filter', 'reject', 'dry-run'] as const;

/** How a client wants denials to be handled, from the headers of one request. */
export interface AccessOptions {
  /** `filter`: denied fields are null. `reject`: any denial refuses the whole operation, and nothing is asked. */
  readonly mode: (typeof accessModes)[number];
  /** Only the decisions are wanted; nothing is fetched. */
  readonly explain: boolean;
  /** The approvals must be at least at this revision; the gateway waits for them a little. */
  readonly minRevision: number | undefined;
  /** Undefined: the requester declares no emergency. */
  readonly emergency: EmergencyDeclaration | undefined;
}

export type AccessOptionsResult =
  | { readonly kind: 'read'; readonly options: AccessOptions }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads `access-mode`, `access-explain`, `min-approval-revision` and the headers of an emergency; a value that makes no
 * sense is refused, never ignored.
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
  const emergency = readEmergencyHeaders(headers);
  if (emergency.kind === 'refused') return emergency;
  return {
    kind: 'read',
    options: {
      mode,
      explain: explainText === 'true',
      minRevision: revisionText === undefined ? undefined : Number(revisionText),
      emergency: emergency.declaration,
    },
  };
}

function refuse(message: string): AccessOptionsResult {
  return { kind: 'refused', message };
}
