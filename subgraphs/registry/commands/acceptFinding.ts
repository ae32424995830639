import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { publisherOf } from './actor.ts';
import { requireSubgraph } from './requireSubgraph.ts';
import { requireText } from './requireText.ts';
import { writeAcceptedFinding } from './writePublication.ts';

export interface AcceptedRecord {
  readonly subgraph: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly acceptedBy: string;
  readonly agency: string;
  readonly acceptedAt: Date;
}

/** Those accepted since the subgraph's last publication took effect: they hold for one change. */
const accepted = statement<AcceptedRecord>(
  'registry.acceptedFindings',
  `select subgraph, fingerprint, reason, subject as "acceptedBy", agency, accepted_at as "acceptedAt"
   from accepted_finding
   where subgraph = $1 and accepted_at > coalesce((
     select max(coalesce(decision.decided_at, publication.published_at)) from publication
     left join publication_decision as decision on decision.number = publication.number
     where publication.subgraph = $1 and decision.outcome is distinct from 'rejected'
       and (cardinality(publication.second_person) = 0 or decision.outcome = 'approved')), '-infinity')
   order by accepted_id limit 1000`,
);

export async function readAcceptedFindings(queries: Queries, subgraph: string): Promise<readonly AcceptedRecord[]> {
  return await queries.rows(accepted, [subgraph]);
}

/** Accepts a finding, with a reason that everybody can read. Resolves once it is in the log and in the table. */
export async function acceptFinding(
  { register }: Registry,
  system: RegisterSystem,
  grant: GrantClaims,
  input: { readonly subgraph: string; readonly fingerprint: string; readonly reason: string },
): Promise<AcceptedRecord | undefined> {
  const { owner } = await requireSubgraph(system.database, input.subgraph);
  const by = publisherOf(grant, owner);
  const reason = requireText('reason', input.reason, 500);
  if (!/^[0-9a-f]{8,64}$/.test(input.fingerprint)) {
    throw new PublicError('BAD_USER_INPUT', 'Give the fingerprint of a finding, as subgraphChecks returns it.');
  }
  const now = system.clock();
  await register.change(system, now, async (queries) => [
    await writeAcceptedFinding(queries, { ...input, reason }, by, now),
  ]);
  return (await readAcceptedFindings(system.database, input.subgraph)).findLast(
    ({ fingerprint }) => fingerprint === input.fingerprint,
  );
}
