import type { QueryResolvers, ResolversTypes } from '../../../schema/generated/emou.ts';
import { requireAgency } from '../../kit/values/requireAgency.ts';
import type { Status } from '../agreement/status/statusAt.ts';
import type { EmouContext } from '../records.ts';
import { listApprovals, listRequests } from '../register/queries/listAgreements.ts';
import { type PageRequest, pageOfAgreements } from '../register/queries/pageOfAgreements.ts';
import { readAgreements } from '../register/queries/readAgreements.ts';
import { responseStatistics } from '../register/queries/responseStatistics.ts';
import type { RegisterRules } from '../register/register.ts';
import { agencyCode } from './terms.ts';

type AgreementQueries = Pick<
  QueryResolvers,
  'approvals' | 'accessRequest' | 'accessRequests' | 'requests' | 'publicRegister' | 'responseStatistics'
>;

/** Statuses of everything that was decided, whatever happened to it later. */
const DECIDED: readonly Status[] = [
  'APPROVED',
  'PARTIALLY_APPROVED',
  'DEEMED_APPROVED',
  'OVERTURNED',
  'SUSTAINED',
  'DENIED',
  'ESCALATED',
  'UPHELD',
  'APPEALED',
  'DENIAL_REINSTATED',
  'PENDING_FEDERAL_APPROVAL',
  'FEDERALLY_REFUSED',
  'IN_FORCE',
  'SUSPENDED',
  'EXPIRED',
  'REVOKED',
  'REVOCATION_ESCALATED',
];
const YEAR_MS = 365 * 86_400_000;

export function agreementQueries(rules: RegisterRules): AgreementQueries {
  const { catalogue, approvable, settings } = rules;
  /** Agencies that take part in the procedure. */
  const agencies = [...rules.catalogues.signatories, settings.stewardAgency, settings.appealAgency];

  async function pageOf(
    { loaders, system: { database, clock } }: EmouContext,
    request: PageRequest,
  ): Promise<ResolversTypes['AccessRequestConnection']> {
    const { entries, hasNextPage } = await pageOfAgreements(database, request, clock());
    const agreements = await loaders.agreements.loadMany(entries.map(({ id }) => id));
    const edges = entries.map(({ cursor }, place) => {
      const node = agreements[place];
      if (node instanceof Error) throw node;
      return { cursor, node: node ?? null };
    });
    return { edges, pageInfo: { hasNextPage, endCursor: entries.at(-1)?.cursor ?? null } };
  }

  return {
    approvals: async (_, filter, { system: { database, clock } }) => {
      // Nothing can be approved for a dataset that the catalog never had, and odd text need not reach the database.
      if (typeof filter.dataset === 'string' && !catalogue.datasets.has(filter.dataset)) return [];
      const now = clock();
      return [...(await readAgreements(database, rules, now, await listApprovals(database, filter, approvable, now)))];
    },
    accessRequest: (_, { id }, { loaders }) => loaders.agreements.load(id.toLowerCase()),
    accessRequests: async (_, filter, { system: { database, clock } }) => {
      const now = clock();
      return [...(await readAgreements(database, rules, now, await listRequests(database, filter, now)))];
    },
    requests: (_, { box = null, agency = null, status = null, dataset = null, first, after = null }, context) => {
      const whose = box === null ? agency : (agency ?? context.grant.agency);
      if (dataset !== null && !catalogue.datasets.has(dataset)) return emptyPage;
      if (agency !== null) requireAgency('agency', agency, agencies);
      const all = { owner: null, requester: null, statuses: status, dataset };
      return pageOf(context, { ...all, box, agency: whose, first: first ?? 50, after });
    },
    publicRegister: (_, { requestingAgency = null, owner = null, dataset = null, first, after = null }, context) => {
      if (dataset !== null && !catalogue.datasets.has(dataset)) return emptyPage;
      const whose = { owner, requester: requestingAgency, box: null, agency: null };
      return pageOf(context, { ...whose, statuses: DECIDED, dataset, first: first ?? 50, after });
    },
    responseStatistics: async (_, { owner = null, since, until }, { system: { database, clock } }) => {
      const now = clock();
      const from = since == null ? new Date(now.getTime() - YEAR_MS) : new Date(since);
      const rows = await responseStatistics(database, {
        now,
        owner,
        since: from,
        until: until == null ? now : new Date(until),
      });
      return rows.map((row) => ({ ...row, owner: agencyCode(row.owner) }));
    },
  };
}

const emptyPage = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
