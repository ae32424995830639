import type { Publication } from '../../../schema/publishing/publication.ts';

/** One thing that the checks found. */
export interface Finding {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'notice';
  readonly check: 'compose' | 'guards' | 'changes' | 'access' | 'plans' | 'lint';
  readonly message: string;
  readonly whatToDo: string;
  readonly location?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
  readonly coordinate?: string | undefined;
  readonly fingerprint: string;
  readonly affected?:
    | {
        readonly approvals?: readonly AffectedApproval[];
        readonly clients?: readonly string[];
        readonly operations?: readonly string[];
      }
    | undefined;
  /** False for errors that nobody may accept: the publication has to change. */
  readonly acceptable: boolean;
  readonly accepted: boolean;
}

export interface AffectedApproval {
  readonly id: string;
  readonly agency: string;
  readonly purpose: string;
  readonly change: 'opens' | 'closes' | 'changes' | 'orphaned';
}

export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly outcome: 'passed' | 'stopped';
  readonly secondPersonBecause: readonly string[];
  /** Absent if it does not compose. */
  readonly supergraph: string | undefined;
}

export interface CheckQuestion {
  readonly current: readonly Publication[];
  readonly candidate: Publication | { readonly retire: string };
  readonly accepted: readonly string[];
}

/** A difference between two supergraphs, as clients see them. */
export interface SchemaDifference {
  readonly severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  readonly message: string;
  readonly coordinate?: string | undefined;
}

/** What a thread of the checks is asked. */
export type ThreadQuestion =
  | { readonly kind: 'check'; readonly question: CheckQuestion }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string };
