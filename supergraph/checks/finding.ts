import { createHash } from 'node:crypto';
import type { Locations, SourceLocation } from './locations.ts';

export type Level = 'error' | 'warning' | 'notice';
export type CheckName = 'compose' | 'guards' | 'changes' | 'access' | 'plans' | 'lint';

/** Whom and what a finding concerns. Lists are sorted and without repetitions. */
export interface Affected {
  /** `open` or `close`: what the publication does for each approval. */
  readonly approvals?: readonly AffectedApproval[];
  readonly clients?: readonly string[];
  /** Names of operations, or their hashes. */
  readonly operations?: readonly string[];
}

export interface AffectedApproval {
  readonly id: string;
  readonly agency: string;
  readonly purpose: string;
  readonly change: 'opens' | 'closes' | 'changes' | 'orphaned';
}

export interface Finding {
  /** See docs/schema-checks.md. */
  readonly code: string;
  readonly level: Level;
  readonly check: CheckName;
  /** One sentence: what is wrong, or what would change. */
  readonly message: string;
  readonly whatToDo: string;
  readonly location?: SourceLocation;
  /** `Type`, `Type.field`, `Type.field(argument:)`, or a dataset. */
  readonly coordinate?: string;
  /** Identifies the finding as long as the change and whom it concerns stay the same, wherever it is in the file. */
  readonly fingerprint: string;
  readonly affected?: Affected;
  /** False for errors that nobody may accept: the publication has to change. */
  readonly acceptable: boolean;
  readonly accepted: boolean;
}

/** A finding as a check reports it. */
export interface Draft extends Omit<Finding, 'location' | 'fingerprint' | 'acceptable' | 'accepted'> {
  /** Default: where the coordinate is declared, or its type. */
  readonly location?: SourceLocation | undefined;
  /** False: nobody may accept it. Default: true, except for the checks `compose` and `guards`. */
  readonly acceptable?: boolean;
  /** What else distinguishes it from others of the same code and coordinate. */
  readonly detail?: string;
  /** Why the publication needs a second person; one sentence. */
  readonly secondPerson?: string;
}

/** Completes the findings of all checks: with locations and fingerprints, in their order. */
export function completeFindings(
  drafts: readonly Draft[],
  { subgraph, locations, accepted }: Completion,
): readonly Finding[] {
  const byFingerprint = new Map<string, Finding>();
  for (const { detail, secondPerson, ...draft } of drafts) {
    const acceptable = draft.acceptable ?? !['compose', 'guards'].includes(draft.check);
    const fingerprint = fingerprintOf(subgraph, draft, detail);
    const location = draft.location ?? (draft.coordinate === undefined ? undefined : locations.of(draft.coordinate));
    const { location: _, ...rest } = draft;
    byFingerprint.set(fingerprint, {
      ...rest,
      ...(location && { location }),
      fingerprint,
      acceptable,
      accepted: acceptable && accepted.has(fingerprint),
    });
  }
  return [...byFingerprint.values()].sort(inOrder);
}

interface Completion {
  readonly subgraph: string;
  readonly locations: Locations;
  readonly accepted: ReadonlySet<string>;
}

/** Without its lines, and with the approvals and clients: whoever accepted it has judged what it does to those. */
function fingerprintOf(subgraph: string, { code, coordinate, affected, message }: Draft, detail?: string): string {
  const whom = {
    approvals: distinct((affected?.approvals ?? []).map((each) => `${each.agency} ${each.purpose} ${each.change}`)),
    clients: affected?.clients ?? [],
  };
  const about = [subgraph, code, coordinate ?? message, detail ?? '', whom];
  return createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32);
}

export function distinct(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];

function inOrder(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compare(a.location?.file ?? '\uffff', b.location?.file ?? '\uffff') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.coordinate ?? '', b.coordinate ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
