import { readAdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { replayUnmaskings } from '../../../../subgraphs/audit/unmasking/replayUnmaskings.ts';
import type { ReplayedApprovals } from '../../../../subgraphs/emou/register/log/replayApprovals.ts';
import type { ReplayedEmergencies } from '../../../../subgraphs/emou/register/log/replayEmergencies.ts';

/** Replayed content of a log of decisions. */
export interface ReplayedDecisions {
  readonly approvals: ReplayedApprovals;
  readonly emergencies: ReplayedEmergencies;
}

export interface DecisionCheck {
  add(first: number, bodies: readonly Buffer[]): void;
  /** Findings as sentences. */
  findings(): readonly string[];
}

/** Checks that the entries of a log of decisions are readable and numbered without gaps, and replays them. */
export function checkDecisions(origin: string, { approvals, emergencies }: ReplayedDecisions): DecisionCheck {
  const findings: string[] = [];
  const unmaskings = replayUnmaskings();
  return {
    add(first, bodies) {
      for (const [at, body] of bodies.entries()) {
        const index = first + at;
        const entry = readAdministrationEntry(body);
        if (entry === undefined) {
          findings.push(`entry ${index} of ${origin} is no readable decision`);
          continue;
        }
        if (entry.seq !== index + 1) {
          findings.push(`entry ${index} of ${origin} has the number ${entry.seq} instead of ${index + 1}`);
        }
        const problem = approvals.add(entry, index) ?? emergencies.add(entry) ?? unmaskings.add(entry);
        if (problem !== undefined) findings.push(`entry ${index} of ${origin}: ${problem}`);
      }
    },
    findings: () => findings,
  };
}
