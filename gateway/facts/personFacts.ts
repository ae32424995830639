import DataLoader from 'dataloader';
import type { FactName } from '../model/accessRule.ts';
import type { PersonFacts } from '../model/personFacts.ts';
import type { Requester } from '../model/requester.ts';
import type { CacheName, Caches } from '../runtime/caches.ts';

/** A person's cases, from the child welfare system and the person index. */
export interface CaseFacts {
  /** The state is legally responsible for the person. */
  readonly ward: boolean;
  /** Workers of the person's own open case. */
  readonly workers: readonly string[];
  /** Workers of open cases of anybody in the household, the person included. */
  readonly householdWorkers: readonly string[];
}

/** Sources of facts. Each call is for many persons; one who is missing in the result has none of the facts. */
export interface FactSources {
  readonly caseFacts: (personIds: readonly string[]) => Promise<ReadonlyMap<string, CaseFacts>>;
  /** Datasets for which a consent to this agency and purpose is on file, by person. */
  readonly consents: (
    personIds: readonly string[],
    agency: string,
    purpose: string,
    datasets: readonly string[],
  ) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Agency whose case assignments count as a caseload. */
  readonly caseAgency: string;
}

export interface PersonFactsOptions {
  readonly sources: FactSources;
  /** Maximum age of a fact: the end of an assignment or of a consent takes effect this much later. */
  readonly maxAgeMs: number;
  readonly clock: () => Date;
  readonly caches: Caches;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Facts for one request: those of its requester, and of the kinds that its operation depends on. The household of a
 * declared emergency is known by then.
 */
export type PersonFactsFor = (
  requester: Requester,
  needs: ReadonlySet<FactName>,
  inEmergency: ReadonlySet<string>,
) => PersonFacts;

const MAX_PERSONS = 50_000;
const FACT_BYTES = 300;
/** A loader without its facts. */
const LOADER_BYTES = 3_000;
const NO_CASE: CaseFacts = { ward: false, workers: [], householdWorkers: [] };
const NO_CONSENT: ReadonlySet<string> = new Set();

/**
 * Loads facts in batches over concurrent requests, and caches them for seconds. A fact that cannot be loaded is false.
 */
export function createPersonFacts(options: PersonFactsOptions): PersonFactsFor {
  const { sources, maxAgeMs, clock, caches, onFailure } = options;
  const now = (): number => clock().getTime();
  const cases = createFactCache(sources.caseFacts, NO_CASE, { maxAgeMs, now, caches, name: 'case facts', onFailure });
  const consentsByRequester = caches.lru<string, FactCache<ReadonlySet<string>>>('consent requesters', {
    max: 500,
    bytesOf: () => LOADER_BYTES,
  });

  function consentsFor(agency: string, purpose: string, datasets: readonly string[]): FactCache<ReadonlySet<string>> {
    const key = JSON.stringify([agency, purpose, datasets]);
    const entry = consentsByRequester.get(key);
    if (entry !== undefined) return entry;
    const made = createFactCache((ids) => sources.consents(ids, agency, purpose, datasets), NO_CONSENT, {
      maxAgeMs,
      now,
      caches,
      name: 'consent facts',
      onFailure,
    });
    consentsByRequester.set(key, made);
    return made;
  }

  return ({ subject, agency, purpose }, needs, inEmergency) => {
    const datasets = [...needs].flatMap((fact) => (fact.startsWith('CONSENT:') ? [fact.slice('CONSENT:'.length)] : []));
    const needsCases = needs.size > datasets.length + (needs.has('EMERGENCY') ? 1 : 0);
    const consents = datasets.length > 0 ? consentsFor(agency, purpose, datasets.sort()) : undefined;
    const hasCaseload = agency === sources.caseAgency;
    // A request sees the same facts until its end, whatever happens to the caches.
    const learnedCases = new Map<string, CaseFacts>();
    const learnedConsents = new Map<string, ReadonlySet<string>>();
    return {
      holds(personId, fact) {
        if (fact === 'EMERGENCY') return inEmergency.has(personId);
        if (fact.startsWith('CONSENT:')) return learnedConsents.get(personId)?.has(fact.slice('CONSENT:'.length));
        const entry = learnedCases.get(personId);
        if (entry === undefined) return undefined;
        switch (fact) {
          case 'WARD':
            return entry.ward;
          case 'CASELOAD':
            return hasCaseload && entry.workers.includes(subject);
          case 'HOUSEHOLD_OF_CASELOAD':
            return hasCaseload && entry.householdWorkers.includes(subject);
          default:
            return false;
        }
      },
      async load(personIds) {
        await Promise.all([
          needsCases ? cases.fill(personIds, learnedCases) : undefined,
          consents?.fill(personIds, learnedConsents),
        ]);
      },
    };
  };
}

interface FactCache<Fact> {
  /** Puts a fact for every one of the persons into the map. */
  fill(personIds: readonly string[], into: Map<string, Fact>): Promise<void>;
}

function createFactCache<Fact extends object>(
  ask: (personIds: readonly string[]) => Promise<ReadonlyMap<string, Fact>>,
  none: Fact,
  options: Pick<PersonFactsOptions, 'maxAgeMs' | 'caches' | 'onFailure'> & {
    readonly now: () => number;
    readonly name: CacheName;
  },
): FactCache<Fact> {
  const { maxAgeMs, now, onFailure } = options;
  const cached = options.caches.lru<string, { readonly fact: Fact; readonly at: number }>(options.name, {
    max: MAX_PERSONS,
    bytesOf: ({ fact }) => FACT_BYTES + JSON.stringify(fact).length,
  });
  const loader = new DataLoader<string, Fact>(
    async (personIds) => {
      const at = now();
      const facts = await ask(personIds);
      return personIds.map((personId) => {
        const fact = facts.get(personId) ?? none;
        cached.set(personId, { fact, at });
        return fact;
      });
    },
    { cache: false, maxBatchSize: 100 },
  );
  return {
    async fill(personIds, into) {
      const missing: string[] = [];
      const at = now();
      for (const personId of personIds) {
        const entry = cached.get(personId);
        // A clock that was set back must not make a fact young again.
        if (entry !== undefined && Math.abs(at - entry.at) <= maxAgeMs) into.set(personId, entry.fact);
        else missing.push(personId);
      }
      if (missing.length === 0) return;
      const loaded = await loader.loadMany(missing);
      for (const [index, fact] of loaded.entries()) {
        const personId = missing[index];
        if (personId === undefined) continue;
        if (fact instanceof Error) onFailure(fact);
        into.set(personId, fact instanceof Error ? none : fact);
      }
    },
  };
}
