import { ADMINISTRATION_KIND } from '../../../../schema/ledger/administration.ts';
import { DisclosureManifest, manifestHash } from '../../../../schema/ledger/disclosureManifest.ts';
import { type DisclosedFields, DisclosureRecord } from '../../../../schema/ledger/disclosureRecord.ts';
import type { ReplayedTerms } from '../../../../subgraphs/emou/register/log/replayApprovals.ts';
import type { ReplayedDecisions } from './checkDecisions.ts';

export interface DisclosureCheck {
  add(first: number, bodies: readonly Buffer[]): void;
  /** Findings as sentences. All entries must have been added. */
  findings(): readonly string[];
  /** Number of records that name an approval. */
  checked(): number;
}

interface WaitingRecord {
  readonly index: number;
  readonly time: Date;
  readonly request: string;
  readonly agency: string;
  readonly purpose: string;
  readonly roles: readonly string[];
}

/**
 * Compares each record of a gateway's log with the approvals of the registers. At some instant within `toleranceMs` of
 * the record's time, every approval named by its manifest must have been in force for the record's agency, purpose and
 * one of its roles; the approvals of a group must together open each of its fields; and an emergency that it names must
 * have been open.
 */
export function checkDisclosures(
  origin: string,
  registers: readonly ReplayedDecisions[],
  toleranceMs: number,
): DisclosureCheck {
  const findings: { readonly index: number; readonly text: string }[] = [];
  const groupsOf = new Map<string, readonly DisclosedFields[]>();
  /** Records whose manifest has not been read yet: a manifest may come after the first records that name it. */
  const waiting = new Map<string, WaitingRecord[]>();
  let checked = 0;

  const find = (index: number, text: string) => findings.push({ index, text: `entry ${index} of ${origin} ${text}` });

  /** Checks that an emergency was open for everything shown only because of it. */
  function compareEmergency({ index, time, request, agency, purpose }: WaitingRecord, reference: string): void {
    const from = new Date(time.getTime() - toleranceMs);
    const to = new Date(time.getTime() + toleranceMs);
    const problems = registers.map(({ emergencies }) =>
      emergencies.problemOf(reference, { agency, purpose }, from, to),
    );
    if (problems.includes(undefined)) return;
    const closed = problems.find((problem) => problem?.kind === 'closed');
    const why = closed?.kind === 'closed' ? `which ${closed.why}` : 'which no entry of the log of decisions declares';
    find(index, `(${time.toISOString()}, request ${request}) names emergency ${reference}, ${why}`);
  }

  function compare(record: WaitingRecord, groups: readonly DisclosedFields[]): void {
    const { index, time, request } = record;
    const approvals = new Set(groups.flatMap((group) => group.approvals ?? []));
    if (approvals.size > 0) checked += 1;
    const from = new Date(time.getTime() - toleranceMs);
    const to = new Date(time.getTime() + toleranceMs);
    const where = `(${time.toISOString()}, request ${request})`;
    const inForce = new Map<string, ReplayedTerms>();
    for (const approval of approvals) {
      const standings = registers.map((register) => register.approvals.standing(approval, from, to));
      const open = standings.find((standing) => standing.kind === 'in-force');
      const known = standings.find((standing) => standing.kind === 'not-in-force');
      if (open !== undefined) inForce.set(approval, open.terms);
      const why =
        open !== undefined
          ? otherTerms(open.terms, record)
          : known === undefined
            ? 'which no entry of the log of decisions makes'
            : `which was ${known.why}`;
      if (why !== undefined) find(index, `${where} names approval ${approval}, ${why}`);
    }
    for (const { approvals: named = [], datasets, fields } of groups) {
      // A missing approval was already reported. Fields without a dataset need no approval of their own.
      if (datasets.length === 0 || named.length === 0 || !named.every((approval) => inForce.has(approval))) continue;
      const closed = fields.filter((field) => !named.some((approval) => inForce.get(approval)?.fields.has(field)));
      if (closed.length === 0) continue;
      const which =
        named.length === 1 ? `approval ${named[0]}, which does not open it` : 'approvals that do not open it';
      find(index, `${where} shows ${closed.join(', ')} by ${which}`);
    }
  }

  function addManifest(body: Buffer, json: unknown): boolean {
    const manifest = DisclosureManifest.safeParse(json);
    if (!manifest.success) return false;
    const name = manifestHash(body).toString('base64url');
    const groups = (manifest.data.disclosed ?? []).filter(({ approvals = [] }) => approvals.length > 0);
    groupsOf.set(name, groups);
    for (const record of waiting.get(name) ?? []) compare(record, groups);
    waiting.delete(name);
    return true;
  }

  function addRecord(index: number, json: unknown): boolean {
    const record = DisclosureRecord.safeParse(json);
    if (!record.success) return false;
    const { grounds: manifest, request, agency, purpose, roles, emergency, disclosed = [] } = record.data;
    const time = new Date(record.data.time);
    if (Number.isNaN(time.getTime())) return false;
    const placed = { index, time, request, agency, purpose, roles };
    if (emergency !== undefined) compareEmergency(placed, emergency.reference);
    // Approvals in the record itself count, too.
    const own = disclosed.filter(({ approvals = [] }) => approvals.length > 0);
    if (manifest === undefined || own.length > 0) compare(placed, own);
    if (manifest === undefined) return true;
    const known = groupsOf.get(manifest);
    if (known !== undefined) compare(placed, known);
    else {
      const records = waiting.get(manifest) ?? [];
      records.push(placed);
      waiting.set(manifest, records);
    }
    return true;
  }

  function addEntry(index: number, body: Buffer): void {
    const json = parsed(body);
    if (addManifest(body, json) || addRecord(index, json)) return;
    const isDecision = typeof json === 'object' && json !== null && 'kind' in json && json.kind === ADMINISTRATION_KIND;
    find(index, isDecision ? 'is a decision in a log of disclosures' : 'is no readable record');
  }

  return {
    add(first, bodies) {
      for (const [at, body] of bodies.entries()) addEntry(first + at, body);
    },
    findings() {
      for (const [name, records] of waiting) {
        for (const { index } of records) find(index, `names the grounds ${name}, which its log lacks`);
      }
      waiting.clear();
      return [...findings].sort((one, next) => one.index - next.index).map(({ text }) => text);
    },
    checked: () => checked,
  };
}

/** Describes how an approval does not cover those who were shown data under it. */
function otherTerms({ agency, purpose, roles }: ReplayedTerms, record: WaitingRecord): string | undefined {
  if (agency !== record.agency || purpose !== record.purpose) {
    return `which is for ${agency} and ${purpose}, not for ${record.agency} and ${record.purpose}`;
  }
  if (roles.some((role) => record.roles.includes(role))) return undefined;
  return `which is for the roles ${roles.join(', ')}, not for ${record.roles.join(', ') || 'none'}`;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
