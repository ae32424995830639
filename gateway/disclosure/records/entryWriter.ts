import { canonicalJson, type LedgerEntry } from '../../../ledger/index.ts';
import type { RecordedEffect } from '../../../schema/ledger/disclosureRecord.ts';
import type { DecisionTable } from '../../authorization/decisions/decisionTable.ts';
import type { EmergencyDisclosure } from '../../model/emergency.ts';
import type { Requester } from '../../model/requester.ts';
import type { Hmac } from '../request/hmac.ts';
import { type PersonPseudonym, type PseudonymOf, recordedSubject } from './pseudonyms.ts';
import type { RecordTemplate } from './recordTemplates.ts';

/** The request, as every record of it names it. */
export interface RecordedRequest {
  readonly requester: Requester;
  readonly access: { readonly caseId: string | undefined };
  readonly requestId: string;
  readonly client: { readonly name: string; readonly version: string | undefined } | undefined;
}

export interface SearchMember {
  readonly criteria: string;
  readonly datasets?: readonly string[];
  readonly field: string;
  readonly found: number;
  readonly sameSurname?: true;
}

interface RareMembers {
  readonly effects?: readonly RecordedEffect[] | undefined;
  readonly search?: SearchMember;
  readonly emergency?: Pick<EmergencyDisclosure, 'reason' | 'reference'> | undefined;
}

export type WriteEntry = (
  template: RecordTemplate,
  person: PersonPseudonym | undefined,
  rare?: RareMembers,
) => LedgerEntry;

/**
 * Begins the records of one request.
 *
 * @param data JSON text of the response's data
 */
export type BeginEntries = (request: RecordedRequest, decisions: DecisionTable, data: string, time: Date) => WriteEntry;

/** Members that all records of one requester share, as pieces of JSON. */
interface RequesterTexts {
  /** As the ledger's index holds it. */
  readonly subject: string;
  readonly agency: string;
  readonly purpose: string;
  readonly requester: string;
  readonly roles: string;
}

/**
 * Creates the writer of records. Members are in the order of their names. Bytes, not text: the template, the person,
 * and the request are encoded once for all of their records, and the ledger joins the pieces. See RFC 8785.
 */
export function createEntryWriter(hmac: Hmac, pseudonymOf: PseudonymOf): BeginEntries {
  const texts = new WeakMap<Requester, RequesterTexts>();

  function textsOf(requester: Requester): RequesterTexts {
    let known = texts.get(requester);
    if (known === undefined) {
      const subject = recordedSubject(requester.subject, pseudonymOf);
      known = {
        subject,
        agency: `{"agency":${canonicalJson(requester.agency)},"answer":"`,
        purpose: `,"purpose":${canonicalJson(requester.purpose)},"request":`,
        requester: `,"requester":${canonicalJson(subject)},"revision":`,
        roles: `,"roles":${canonicalJson(requester.roles)},`,
      };
      texts.set(requester, known);
    }
    return known;
  }

  return ({ requester, requestId, client, access }, decisions, data, time) => {
    const who = textsOf(requester);
    const { agency } = requester;
    const answer = hmac(`answer\0${requestId}\0`, data);
    const caseMember = access.caseId === undefined ? '' : `"case":${canonicalJson(access.caseId)},`;
    const clientMember = client === undefined ? '' : `"client":${canonicalJson({ ...client })},`;
    const first = Buffer.from(`${who.agency}${answer}",${caseMember}${clientMember}`);
    const middle = `${who.purpose}${canonicalJson(requestId)}${who.requester}${decisions.revision}${who.roles}`;
    const last = `"time":"${time.toISOString()}","v":1}`;
    const end = Buffer.from(middle + last);
    return (template, person, { effects, search, emergency } = {}) => {
      const { kind, dataset, approval } = template.indexes;
      return {
        body: [
          effects === undefined && emergency === undefined
            ? first
            : Buffer.concat([first, Buffer.from(effectsMember(effects) + emergencyMember(emergency))]),
          template.head,
          person === undefined ? NOTHING : person.member,
          search === undefined ? end : Buffer.from(`${middle}"search":${canonicalJson({ ...search })},${last}`),
        ],
        time,
        indexes: { kind, person: person?.bytes, requester: who.subject, agency, dataset, approval },
      };
    };
  };
}

const NOTHING: Buffer = Buffer.alloc(0);

function effectsMember(effects: RareMembers['effects']): string {
  if (effects === undefined) return '';
  return `"effects":${canonicalJson(effects.map(({ field, ids }) => ({ field, ids })))},`;
}

function emergencyMember(emergency: RareMembers['emergency']): string {
  if (emergency === undefined) return '';
  const { reason, reference } = emergency;
  return `"emergency":${canonicalJson({ reason, reference })},`;
}
