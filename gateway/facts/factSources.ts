import { z } from 'zod';
import type { Engine } from '../execution/contract/engine.ts';
import { askEmou, type EmouConnection } from './emouClient.ts';
import { createGatewayQuery, type GatewayQuery } from './gatewayQuery.ts';
import type { CaseFacts, FactSources } from './personFacts.ts';

const CASE_QUERY = `query CaseFacts($ids: [ID!]!) {
  persons(ids: $ids) {
    id
    childWelfare { legalStatus assignedWorkers }
    household { members { childWelfare { assignedWorkers } } }
  }
}`;

/** Legal statuses in which the state is responsible for the child. */
const WARD_STATUSES: ReadonlySet<string> = new Set(['TEMPORARY_CUSTODY', 'GUARDIANSHIP']);

const Case = z.object({ legalStatus: z.string().nullish(), assignedWorkers: z.array(z.string()).nullish() }).nullable();
const CaseAnswer = z.object({
  persons: z.array(
    z
      .object({
        id: z.string(),
        childWelfare: Case,
        household: z.object({ members: z.array(z.object({ childWelfare: Case })).nullable() }).nullable(),
      })
      .nullable(),
  ),
});

const CONSENT_QUERY = `query ConsentFacts($ids: [ID!]!, $agency: AgencyCode!, $purpose: Purpose!, $datasets: [ID!]!) {
  consentFacts(personIds: $ids, agency: $agency, purpose: $purpose, datasets: $datasets) { personId dataset }
}`;

const ConsentAnswer = z.object({
  data: z.object({ consentFacts: z.array(z.object({ personId: z.string(), dataset: z.string() })) }),
});

export interface FactSourcesOptions {
  /** For `caseQueryOf`. */
  readonly askCases: GatewayQuery;
  /** Grant with the gateway's own rights, for these queries only. */
  readonly emou: EmouConnection;
  readonly caseAgency: string;
}

/** The query for wards, cases, and households. */
export function caseQueryOf(engine: Engine, emou: EmouConnection): GatewayQuery {
  return createGatewayQuery({ ...emou, engine, key: 'case facts', query: CASE_QUERY });
}

/**
 * Facts from the graph itself: households from the person index, wards and cases from the child welfare system,
 * consents from emou. Fetched with the gateway's own grant, and never sent to a client.
 */
export function createFactSources(options: FactSourcesOptions): FactSources {
  const { askCases, emou, caseAgency } = options;

  return {
    caseAgency,
    async caseFacts(personIds) {
      const facts = new Map<string, CaseFacts>();
      for (const person of CaseAnswer.parse(await askCases.run({ ids: personIds })).persons) {
        if (person === null) continue;
        const workers = person.childWelfare?.assignedWorkers ?? [];
        const others =
          person.household?.members?.flatMap(({ childWelfare }) => childWelfare?.assignedWorkers ?? []) ?? [];
        facts.set(person.id, {
          ward: WARD_STATUSES.has(person.childWelfare?.legalStatus ?? ''),
          workers,
          householdWorkers: [...new Set([...workers, ...others])],
        });
      }
      return facts;
    },
    async consents(personIds, agency, purpose, datasets) {
      const answer = await askEmou(emou, CONSENT_QUERY, { ids: personIds, agency, purpose, datasets });
      const consents = new Map<string, Set<string>>();
      for (const { personId, dataset } of ConsentAnswer.parse(answer).data.consentFacts) {
        const ofPerson = consents.get(personId) ?? new Set<string>();
        consents.set(personId, ofPerson.add(dataset));
      }
      return consents;
    },
  };
}
