import { createHmac, type KeyObject } from 'node:crypto';
import { canonicalJson, type LedgerEntry } from '../../ledger/index.ts';
import type { Requester } from '../authentication/requester.ts';
import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { EmergencyShown } from './emergencyShown.ts';
import type { RecordedPerson } from './personReferences.ts';
import type { RecordTemplate } from './recordedOperation.ts';

/** Who asked what request, as every record of it says. */
export interface RecordedRequest {
  readonly requester: Requester;
  readonly access: { readonly caseId: string | undefined };
  readonly requestId: string;
  readonly client: { readonly name: string; readonly version: string | undefined } | undefined;
}

export interface SearchMember {
  readonly criteria: string;
  readonly field: string;
  readonly found: number;
  readonly sameSurname?: true;
}

interface RareMembers {
  readonly search?: SearchMember;
  readonly emergency?: Pick<EmergencyShown, 'reason' | 'reference'>;
}

export type WriteEntry = (
  template: RecordTemplate,
  person: RecordedPerson | undefined,
  rare?: RareMembers,
) => LedgerEntry;

/**
 * Puts records together from texts: members in the order of their names (RFC 8785), those of the request written once
 * for all of its records.
 */
export function entryWriter(
  request: RecordedRequest,
  subject: string,
  decisions: DecisionTable,
  data: string,
  time: Date,
  secret: KeyObject,
): WriteEntry {
  const { requester, requestId, client, access } = request;
  const answer = createHmac('sha256', secret).update(`answer\0${requestId}\0`).update(data).digest('base64url');
  const agency = canonicalJson(requester.agency);
  const caseMember = access.caseId === undefined ? '' : `"case":${canonicalJson(access.caseId)},`;
  const clientMember = client === undefined ? '' : `"client":${canonicalJson({ ...client })},`;
  const first = `{"agency":${agency},"answer":"${answer}",${caseMember}${clientMember}`;
  const middle =
    `,"purpose":${canonicalJson(requester.purpose)},` +
    `"request":${canonicalJson(requestId)},"requester":${canonicalJson(subject)},` +
    `"revision":${decisions.revision},"roles":${canonicalJson(requester.roles)},`;
  const last = `"time":"${time.toISOString()}","v":1}`;
  return (template, person, { search, emergency } = {}) => ({
    body:
      first +
      (emergency === undefined ? '' : emergencyMember(emergency)) +
      template.head +
      (person === undefined ? '' : person.member) +
      middle +
      (search === undefined ? '' : `"search":${canonicalJson({ ...search })},`) +
      last,
    time,
    indexes: {
      ...template.indexes,
      ...(person === undefined ? {} : { person: person.bytes }),
      requester: subject,
      agency: requester.agency,
    },
  });
}

function emergencyMember({ reason, reference }: Pick<EmergencyShown, 'reason' | 'reference'>): string {
  return `"emergency":${canonicalJson({ reason, reference })},`;
}
