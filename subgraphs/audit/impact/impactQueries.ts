import { signatories } from '../../../schema/catalog/agencies.ts';
import { isPurpose } from '../../../schema/catalog/purposes.ts';
import { isRole } from '../../../schema/catalog/roles.ts';
import type {
  ProposedApprovalImpact,
  ProposedApprovalInput,
  ProposedFieldImpact,
  QueryResolvers,
} from '../../../schema/generated/audit.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requireAgency } from '../../kit/values/requireAgency.ts';
import type { KnownDatasets } from '../knownDatasets.ts';
import { isAuditor } from '../reader.ts';
import { SMALLEST_COUNT } from '../statistics/suppressSmallCounts.ts';
import { countRefusals, lastThirtyDays, type RefusalCount } from './countRefusals.ts';

const MOST_FIELDS = 500;
/** Proposals that differ a little could otherwise be subtracted from each other. */
const ROUNDED_TO = 10;

/** The dry run of an approval over the log. */
export function impactQueries({
  datasets,
  openedCoordinates,
}: KnownDatasets): Pick<QueryResolvers, 'proposedApprovalImpact'> {
  return {
    proposedApprovalImpact: async (_, { proposal }, { grant, system }) => {
      const owner = datasets().get(proposal.dataset)?.owner;
      const seesAll = requireParty(grant, owner, proposal.requestingAgency);
      checkProposal(proposal, owner);
      const range = await lastThirtyDays(system.database, system.clock());
      const { requestingAgency: agency, dataset, purpose, roles, fields } = proposal;
      const coordinates = fields == null ? undefined : openedCoordinates()(fields);
      const counts = await countRefusals(system.database, range, { agency, dataset, purpose, roles, coordinates });
      return impactOf(counts, range, (proposal.conditions ?? []).length > 0, seesAll);
    },
  };
}

/** Throws FORBIDDEN for everyone who has no part in the decision. True for auditors, who see every count. */
function requireParty(grant: GrantClaims, owner: string | undefined, requestingAgency: string): boolean {
  if (isAuditor(grant)) return true;
  const isParty = grant.agency === owner || grant.agency === requestingAgency;
  if (grant.purpose === 'DATA_GOVERNANCE' && grant.roles.includes('DATA_OFFICER') && isParty) return false;
  throw new PublicError(
    'FORBIDDEN',
    'Only a DATA_OFFICER of the owner or of the requesting agency can see this, and an AUDITOR or DATA_STEWARD of DOIT ' +
      '(purpose DATA_GOVERNANCE).',
  );
}

function checkProposal({ requestingAgency, dataset, purpose, roles, fields }: ProposedApprovalInput, owner?: string) {
  const refuse = (message: string): never => {
    throw new PublicError('BAD_USER_INPUT', message);
  };
  if (owner === undefined) refuse(`The dataset ${dataset} does not exist.`);
  const codes = signatories.map(({ code }) => code);
  requireAgency('requestingAgency', requestingAgency, codes);
  if (!isPurpose(purpose)) refuse(`The purpose ${purpose} does not exist.`);
  if (roles.length === 0 || !roles.every(isRole))
    refuse('Give the roles that the approval would cover, by their names.');
  if (fields != null && (fields.length === 0 || fields.length > MOST_FIELDS))
    refuse(`Give 1 to ${MOST_FIELDS} fields.`);
}

function impactOf(
  counts: readonly RefusalCount[],
  { from, to }: { readonly from: Date; readonly to: Date },
  atMost: boolean,
  seesAll: boolean,
): ProposedApprovalImpact {
  const total = counts.find(({ field }) => field === null) ?? { requests: 0, requesters: 0, persons: 0 };
  const isSmall = (persons: number): boolean => !seesAll && persons < SMALLEST_COUNT;
  const shown = (count: number): number => (seesAll ? count : count - (count % ROUNDED_TO));
  const fields = counts.flatMap(({ field, requests, persons }): readonly ProposedFieldImpact[] => {
    if (field === null) return [];
    return isSmall(persons)
      ? [{ field, requests: null, persons: null, suppressed: true }]
      : [{ field, requests: shown(requests), persons: shown(persons), suppressed: false }];
  });
  const suppressed = isSmall(total.persons);
  const summary = suppressed
    ? `In these 30 days, refused requests that it would have opened named fewer than ${SMALLEST_COUNT} persons, or nobody.`
    : `Refused requests that it would have opened in these 30 days: ${shown(total.requests)}, by ${total.requesters} ` +
      `requesters, about ${shown(total.persons)} persons${seesAll ? '' : ' (rounded down)'}.`;
  const caveat = atMost
    ? ' Its conditions on the person cannot be evaluated over past requests, so it would have opened at most this.'
    : '';
  return {
    ...{ from: from.toISOString(), to: to.toISOString(), atMost, suppressed },
    requests: suppressed ? null : shown(total.requests),
    requesters: suppressed ? null : total.requesters,
    persons: suppressed ? null : shown(total.persons),
    fields: [
      ...fields.filter((one) => one.suppressed !== true),
      // Their order would reveal their size.
      ...fields.filter((one) => one.suppressed === true).sort((a, b) => ((a.field ?? '') < (b.field ?? '') ? -1 : 1)),
    ],
    explanation: `${summary}${caveat} Persons without a record are included.`,
  };
}
