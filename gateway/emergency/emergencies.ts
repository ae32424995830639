import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';
import { operationError } from '../errors/createErrors.ts';
import type { GrantedEmergency } from '../grants/grantSigner.ts';
import type { DisclosureScope } from '../model/disclosure.ts';
import type { EmergencyDeclaration, EmergencyDisclosure } from '../model/emergency.ts';
import type { EngineResponse } from '../model/engineResponse.ts';
import type { PersonFacts } from '../model/personFacts.ts';
import type { Requester } from '../model/requester.ts';
import type { Caches } from '../runtime/caches.ts';
import { disclosedByEmergency } from './disclosedByEmergency.ts';
import type { EmergencyRefusal, EmergencyRegister, OpenedEmergency } from './emergencyRegister.ts';
import { emergencyDatasets } from './emergencyTerms.ts';

/** Effect of a declared emergency on one request. */
export interface RequestEmergency {
  /** Persons who meet the condition EMERGENCY; empty unless the emergency is open. */
  readonly household: ReadonlySet<string>;
  /** For grants; undefined unless it is open. */
  readonly granted: GrantedEmergency | undefined;
  /** JSON text for the response's extensions; empty if none was declared. */
  readonly text: string;
  /** Data that the response shows only because of the emergency; undefined if there is none. */
  disclosedBy(
    response: EngineResponse,
    scopes: readonly DisclosureScope[] | undefined,
    persons: PersonFacts | undefined,
  ): EmergencyDisclosure | undefined;
  /** Records for the owners whose data is shown, before the response is sent. Rejects with EMERGENCY_NOT_RECORDED. */
  recordDisclosed(disclosed: EmergencyDisclosure): Promise<void>;
}

/** Opens the declared emergency durably, or returns why it did not. Never rejects: a failure opens nothing. */
export type Emergencies = (
  requester: Requester,
  declaration: EmergencyDeclaration,
  fieldDecisions: readonly FieldDecision[],
  decisions: DecisionTable,
) => Promise<RequestEmergency>;

interface CachedEmergency {
  readonly emergency: OpenedEmergency;
  /** When emou confirmed it, in ms since 1970. An owner may have ended it since. */
  readonly learnedAt: number;
  /** Datasets that emou has recorded as requested in this emergency. */
  readonly datasets: Set<string>;
  /** Disclosures that emou has recorded: `<person> <dataset>`. */
  readonly recorded: Set<string>;
}

/** Open emergencies. If one is evicted, emou is called again. */
const MAX_CACHED = 10_000;
const BYTES_EACH = 4_000;

export function createEmergencies(options: {
  readonly source: EmergencyRegister;
  /** How long an emergency counts as open before it is confirmed with emou again. */
  readonly maxAgeMs: number;
  readonly clock: () => Date;
  readonly caches: Caches;
  readonly onFailure: (error: unknown) => void;
}): Emergencies {
  const { source, maxAgeMs, clock, caches, onFailure } = options;
  const cache = caches.lru<string, CachedEmergency>('emergencies', { max: MAX_CACHED, bytesOf: () => BYTES_EACH });
  const isOpen = ({ isOpen: wasOpen, endsAt }: OpenedEmergency): boolean =>
    wasOpen && clock().getTime() < Date.parse(endsAt);

  async function open(
    requester: Requester,
    declaration: EmergencyDeclaration,
    datasets: readonly string[],
  ): Promise<CachedEmergency | EmergencyRefusal | undefined> {
    const key = JSON.stringify([requester.subject, requester.agency, requester.purpose, declaration.personId]);
    const cached = cache.get(key);
    const learnedAt = clock().getTime();
    const isFresh = cached !== undefined && Math.abs(learnedAt - cached.learnedAt) < maxAgeMs;
    if (isFresh && isOpen(cached.emergency) && datasets.every((dataset) => cached.datasets.has(dataset))) return cached;
    const emergency = await source.open(requester, declaration, datasets);
    if (emergency === undefined || typeof emergency === 'string') return emergency;
    if (!isOpen(emergency)) return { emergency, learnedAt, datasets: new Set(), recorded: new Set() };
    const before = cache.get(key);
    const same = before?.emergency.id === emergency.id ? before : undefined;
    const opened = {
      emergency,
      learnedAt,
      datasets: new Set([...(same?.datasets ?? []), ...datasets]),
      recorded: same?.recorded ?? new Set<string>(),
    };
    cache.set(key, opened);
    return opened;
  }

  function opened(
    { emergency, recorded: alreadyRecorded }: CachedEmergency,
    personId: string,
    datasets: readonly string[],
    decisions: DecisionTable,
  ): RequestEmergency {
    const { id, reason, openedAt, endsAt } = emergency;
    const household = new Set(emergency.household);
    return {
      household,
      granted: { reference: id, until: Date.parse(endsAt) },
      text: JSON.stringify({ status: 'OPEN', reason, person: personId, openedAt, until: endsAt, reference: id }),
      disclosedBy(response, scopes, persons) {
        if (persons === undefined) return undefined;
        const disclosed = disclosedByEmergency(response, scopes, decisions, persons, { household, datasets });
        return disclosed.size === 0 ? undefined : { reference: id, reason, datasets: disclosed };
      },
      async recordDisclosed(disclosed) {
        const pairs = (personId: string, of: readonly string[]) => of.map((dataset) => `${personId} ${dataset}`);
        const unrecorded = [...disclosed.datasets].filter(([personId, of]) =>
          pairs(personId, of).some((pair) => !alreadyRecorded.has(pair)),
        );
        if (unrecorded.length === 0) return;
        try {
          await source.recordDisclosed(
            id,
            unrecorded.map(([personId, of]) => ({ personId, datasets: of })),
          );
        } catch (error) {
          onFailure(error);
          throw operationError('EMERGENCY_NOT_RECORDED');
        }
        for (const [personId, of] of unrecorded) for (const pair of pairs(personId, of)) alreadyRecorded.add(pair);
      },
    };
  }

  return async (requester, declaration, fieldDecisions, decisions) => {
    const datasets = emergencyDatasets(fieldDecisions, decisions);
    if (datasets.length === 0) return closed('NOT_NEEDED', 'An emergency opens nothing more of this operation to you.');
    try {
      const cached = await open(requester, declaration, datasets);
      if (cached === undefined) return closed('NOT_OPEN', 'No person has the id in the header emergency-person.');
      if (typeof cached === 'string') return closed(cached === 'LIMIT' ? 'LIMITED' : cached, REFUSALS[cached]);
      const { emergency } = cached;
      if (isOpen(emergency)) return opened(cached, declaration.personId, datasets, decisions);
      const { id, endsAt } = emergency;
      const message = 'Emergency access has ended. If the emergency continues, declare it again in new words.';
      return closed('OVER', message, { until: endsAt, reference: id });
    } catch (error) {
      onFailure(error);
      return closed('NOT_OPEN', 'The emergency could not be recorded, so it opens nothing. Try again.');
    }
  };
}

const REFUSALS: Readonly<Record<EmergencyRefusal, string>> = {
  LIMIT:
    'You have declared emergencies for as many persons as you may within an hour. A supervisor of your agency can lift ' +
    'this limit for a stated time (liftEmergencyLimit).',
  SAME_WORDS: 'You declared an emergency for another person in the same words. Describe the emergency of this person.',
};

const NOBODY: ReadonlySet<string> = new Set();

export const noEmergency: RequestEmergency = {
  household: NOBODY,
  granted: undefined,
  text: '',
  disclosedBy: () => undefined,
  recordDisclosed: async () => undefined,
};

function closed(
  status: 'NOT_NEEDED' | 'NOT_OPEN' | 'OVER' | 'LIMITED' | 'SAME_WORDS',
  message: string,
  more: object = {},
): RequestEmergency {
  return { ...noEmergency, text: JSON.stringify({ status, ...more, message }) };
}
