import { administrationKind } from '../../../schema/administration.ts';
import { DisclosureGrounds, groundsHash } from '../../../schema/disclosureGrounds.ts';
import { DisclosureRecord } from '../../../schema/disclosureRecord.ts';
import type { ReplayedApprovals } from '../../../subgraphs/emou/register/replayApprovals.ts';

export interface DisclosureCheck {
  add(first: number, bodies: readonly Buffer[]): void;
  /** In words. All entries have been added. */
  findings(): readonly string[];
  /** Records that name an approval. */
  checked(): number;
}

interface WaitingRecord {
  readonly index: number;
  readonly time: Date;
  readonly request: string;
}

/**
 * Compares each record of a gateway's log with the approvals of the registers: at some instant within `toleranceMs` of
 * the record's time, every approval that its grounds name was in force.
 */
export function checkDisclosures(
  origin: string,
  registers: readonly ReplayedApprovals[],
  toleranceMs: number,
): DisclosureCheck {
  const findings: { readonly index: number; readonly text: string }[] = [];
  const approvalsOf = new Map<string, readonly string[]>();
  /** Grounds may stand behind the first records that name them. */
  const waiting = new Map<string, WaitingRecord[]>();
  let checked = 0;

  const find = (index: number, text: string) => findings.push({ index, text: `entry ${index} of ${origin} ${text}` });

  function compare({ index, time, request }: WaitingRecord, approvals: readonly string[]): void {
    if (approvals.length > 0) checked += 1;
    const from = new Date(time.getTime() - toleranceMs);
    const to = new Date(time.getTime() + toleranceMs);
    for (const approval of approvals) {
      const standings = registers.map((register) => register.standing(approval, from, to));
      if (standings.some(({ kind }) => kind === 'in-force')) continue;
      const known = standings.find((standing) => standing.kind === 'not-in-force');
      const why = known === undefined ? 'which no entry of the log of decisions makes' : `which was ${known.why}`;
      find(index, `(${time.toISOString()}, request ${request}) names approval ${approval}, ${why}`);
    }
  }

  function addGrounds(body: Buffer, json: unknown): boolean {
    const grounds = DisclosureGrounds.safeParse(json);
    if (!grounds.success) return false;
    const name = groundsHash(body).toString('base64url');
    const approvals = [...new Set((grounds.data.disclosed ?? []).flatMap((group) => group.approvals ?? []))];
    approvalsOf.set(name, approvals);
    for (const record of waiting.get(name) ?? []) compare(record, approvals);
    waiting.delete(name);
    return true;
  }

  function addRecord(index: number, json: unknown): boolean {
    const record = DisclosureRecord.safeParse(json);
    if (!record.success) return false;
    const { grounds, request, disclosed = [] } = record.data;
    const time = new Date(record.data.time);
    if (Number.isNaN(time.getTime())) return false;
    const placed = { index, time, request };
    // What a record says by itself counts, too.
    const own = [...new Set(disclosed.flatMap(({ approvals = [] }) => approvals))];
    if (grounds === undefined || own.length > 0) compare(placed, own);
    if (grounds === undefined) return true;
    const known = approvalsOf.get(grounds);
    if (known !== undefined) compare(placed, known);
    else {
      const records = waiting.get(grounds) ?? [];
      records.push(placed);
      waiting.set(grounds, records);
    }
    return true;
  }

  function addEntry(index: number, body: Buffer): void {
    const json = parsed(body);
    if (addGrounds(body, json) || addRecord(index, json)) return;
    const isDecision = typeof json === 'object' && json !== null && 'kind' in json && json.kind === administrationKind;
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

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
