import { knownApprovals } from '../../gateway/authorization/knownApprovals.ts';
import type { FeedApproval } from '../../schema/approvalFeed.ts';

/** What one gateway's event loop is held up by: milliseconds of CPU time of the longest single step. */
export interface GatewaySteps {
  readonly snapshotPart: number;
  readonly delta: number;
}

/** Gives a gateway all approvals in parts, then one change after another, and measures each step. */
export function measureGateway(approvals: readonly FeedApproval[], partSize: number, changes: number): GatewaySteps {
  const known = knownApprovals(new Set(approvals.map(({ dataset }) => dataset)));
  const agencies = [...new Set(approvals.map(({ requestingAgency }) => requestingAgency))];
  const hearing = { revision: 0, unfinished: undefined };
  const of = Math.ceil(approvals.length / partSize);
  const base = { iss: 'person360-emou', iat: 0 } as const;
  const texts = Array.from({ length: of }, (_, place) =>
    JSON.stringify({
      ...base,
      ...{ kind: 'snapshot', revision: 1, agencies, part: { number: place + 1, of } },
      approvals: approvals.slice(place * partSize, (place + 1) * partSize),
    }),
  );
  const longest = (steps: readonly string[]): number =>
    Math.max(
      ...steps.map((text) => {
        const begun = process.cpuUsage();
        known.accept(JSON.parse(text), hearing);
        const { user, system } = process.cpuUsage(begun);
        return (user + system) / 1_000;
      }),
    );
  const snapshotPart = longest(texts);
  const deltas = Array.from({ length: changes }, (_, place) => {
    const changed = approvals[place % approvals.length];
    return JSON.stringify({
      ...base,
      ...{ kind: 'delta', base: place + 1, revision: place + 2 },
      ...(place % 2 === 0 ? { changed: [], removed: [changed?.id] } : { changed: [changed], removed: [] }),
    });
  });
  return { snapshotPart, delta: longest(deltas) };
}
