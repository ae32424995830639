import { parse } from 'graphql';
import { request } from 'undici';
import { z } from 'zod';
import type { Engine, PreparedOperation, SubgraphCredentials } from '../execution/engine.ts';
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
  readonly engine: Engine;
  /** The gateway's own rights, for nothing but these questions. */
  readonly credentials: SubgraphCredentials;
  readonly emouUrl: string;
  readonly caseAgency: string;
  readonly timeoutMs: number;
}

/**
 * Facts through the graph itself: the person index knows who lives together, the child welfare system who is a ward and
 * whose case it is, emou which consents are on file. Asked with the gateway's own grant; nothing of it is ever shown.
 */
export function createFactSources(options: FactSourcesOptions): FactSources {
  const { engine, credentials, emouUrl, caseAgency, timeoutMs } = options;
  const document = parse(CASE_QUERY, { noLocation: true });
  let prepared: Promise<PreparedOperation> | undefined;
  const prepare = (): Promise<PreparedOperation> => {
    prepared ??= engine.prepare({
      key: 'case facts',
      operationName: undefined,
      original: document,
      pruned: document,
      personType: undefined,
      waysOf: () => undefined,
      treatmentOf: () => ({ kind: 'show' }),
    });
    prepared.catch(() => {
      prepared = undefined;
    });
    return prepared;
  };

  return {
    caseAgency,
    async caseFacts(personIds) {
      const operation = await prepare();
      const signal = AbortSignal.timeout(timeoutMs);
      const { data, errors } = await operation.execute({ variables: { ids: personIds }, credentials, signal });
      // Half an answer could show a ward's case as closed; then nobody's conditions are known.
      if (errors.length > 0) throw new Error(`case facts are not to be had: ${errors[0]?.extensions.code}`);
      const facts = new Map<string, CaseFacts>();
      for (const person of CaseAnswer.parse(JSON.parse(data)).persons) {
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
      const { statusCode, body } = await request(emouUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...credentials.headersFor('emou') },
        body: JSON.stringify({ query: CONSENT_QUERY, variables: { ids: personIds, agency, purpose, datasets } }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`consents are not to be had: ${statusCode}`);
      const consents = new Map<string, Set<string>>();
      for (const { personId, dataset } of ConsentAnswer.parse(JSON.parse(text)).data.consentFacts) {
        const ofPerson = consents.get(personId) ?? new Set<string>();
        consents.set(personId, ofPerson.add(dataset));
      }
      return consents;
    },
  };
}
