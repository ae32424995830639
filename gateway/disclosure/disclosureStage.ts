import type { GraphQLSchema } from 'graphql';
import type { Ledger, LedgerEntry } from '../../ledger/index.ts';
import type { Attribution } from '../authorization/attribution.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { EmergencyDisclosure } from '../model/emergency.ts';
import type { EngineResponse } from '../model/engineResponse.ts';
import type { Cache, Caches } from '../runtime/caches.ts';
import { auditUnavailable } from './auditUnavailable.ts';
import type { DisclosurePrepared, DisclosureRequest } from './disclosureRequest.ts';
import { recordChanges } from './records/changes.ts';
import { disclosedByPerson } from './records/disclosedByPerson.ts';
import type { AppendWithManifests, ManifestEntry } from './records/disclosureManifest.ts';
import { recordDisclosures, recordRootDisclosure } from './records/disclosures.ts';
import { effectsOf } from './records/effects.ts';
import type { BeginEntries, WriteEntry } from './records/entryWriter.ts';
import { recordLogReadings, recordRefusedReadings } from './records/logReadings.ts';
import type { PseudonymOf } from './records/pseudonyms.ts';
import type { RecordedFields } from './records/recordedFields.ts';
import { createRecordTemplates, type RecordTemplates } from './records/recordTemplates.ts';
import { recordRefusals } from './records/refusals.ts';
import { recordRefusedRequest } from './records/refusedRequest.ts';
import type { RequestRecords } from './records/requestRecords.ts';
import { recordSearches } from './records/searches.ts';
import type { Hmac } from './request/hmac.ts';
import { logReadingsOf } from './request/logReadings.ts';
import { type Lookups, lookupsOf } from './request/lookups.ts';
import { type RootField, rootFieldsOf } from './request/rootFields.ts';

/** Records what a response discloses, before the response is sent. */
export interface DisclosureStage {
  /** Checks that the ledger accepts records, before any system is called. Throws AUDIT_UNAVAILABLE. */
  admit(): void;
  /** Resolves once the records are durable; only then may the response be sent. Rejects with AUDIT_UNAVAILABLE. */
  record(
    request: DisclosureRequest,
    decisions: DecisionTable,
    prepared: DisclosurePrepared,
    response: EngineResponse,
    byEmergency?: EmergencyDisclosure,
  ): Promise<void>;
}

export interface DisclosureStageOptions {
  readonly ledger: Pick<Ledger, 'hasRoomFor'>;
  readonly schema: GraphQLSchema;
  readonly personType: string;
  /** Types that lead to persons: looking one of them up is a search for persons. */
  readonly attribution: Pick<Attribution, 'subjectsOf'>;
  /** Names of the root fields that read the log itself. */
  readonly readingFields: ReadonlySet<string>;
  readonly fields: RecordedFields;
  readonly pseudonymOf: PseudonymOf;
  /** Epoch of the key that makes the pseudonyms. */
  readonly epoch: string;
  readonly hmac: Hmac;
  readonly beginEntries: BeginEntries;
  readonly append: AppendWithManifests;
  /** Requesters whose introspection is recorded for the day. */
  readonly introspected: Cache<string, true>;
  readonly caches: Caches;
  readonly clock: () => Date;
  /** Called with the reason for the operator when a request is refused. */
  readonly onUnavailable: (reason: unknown) => void;
}

/** Room in the ledger that a request needs before any system is called. Few requests write more entries. */
const ROOM = 64;

/** Records of one request. */
interface Written {
  readonly entries: readonly LedgerEntry[];
  readonly manifests: ReadonlySet<ManifestEntry>;
  readonly time: Date;
}

/** Whatever the records of all requests of one prepared operation share. */
interface Recording {
  readonly templates: RecordTemplates;
  readonly roots: readonly RootField[];
}

export function createDisclosureStage(options: DisclosureStageOptions): DisclosureStage {
  const { ledger, schema, personType, fields, clock } = options;
  const { pseudonymOf, epoch, hmac, beginEntries, append, introspected } = options;
  const recordings = new WeakMap<DisclosurePrepared, Recording>();

  function recordingOf(prepared: DisclosurePrepared, decisions: DecisionTable): Recording {
    let recording = recordings.get(prepared);
    if (recording === undefined) {
      const { scopes = [], closed, operation } = prepared;
      recording = {
        templates: createRecordTemplates({
          ...{ schema, scopes, closed, operation, decisions, fields },
          epoch,
          caches: options.caches,
        }),
        roots: rootFieldsOf(schema, operation),
      };
      recordings.set(prepared, recording);
    }
    return recording;
  }

  /** True if a root field is a search: a dataset guards it, or what it returns leads to persons. */
  function isSearch({ coordinate, returns }: RootField, decisions: DecisionTable): boolean {
    return isGuarded(coordinate, decisions) || options.attribution.subjectsOf(returns).some(({ isPerson }) => isPerson);
  }

  function lookupsIn(
    roots: readonly RootField[],
    variables: Readonly<Record<string, unknown>>,
    decisions: DecisionTable,
    { requester }: DisclosureRequest,
  ): Lookups {
    return lookupsOf(roots, variables, personType, (root) => isSearch(root, decisions), hmac, requester.familyName);
  }

  function recordsOf(
    request: DisclosureRequest,
    decisions: DecisionTable,
    prepared: DisclosurePrepared,
    response: EngineResponse,
    byEmergency: EmergencyDisclosure | undefined,
  ): Written {
    const { operation } = prepared;
    const { templates, roots } = recordingOf(prepared, decisions);
    const time = clock();
    const manifests = new Set<ManifestEntry>();
    const entry = beginEntries(request, decisions, response.data ?? 'null', time);
    const write: WriteEntry = (template, person, rare) => {
      if (template.manifest !== undefined) manifests.add(template.manifest);
      return entry(template, person, rare);
    };
    const variables = prepared.withDefaults(request.variables);
    const lookups = lookupsIn(roots, variables, decisions, request);
    const readings = logReadingsOf(roots, variables, lookups, options.readingFields, response);
    const changed =
      operation.definition.operation === 'mutation'
        ? effectsOf({ schema, operation, roots, variables, response, personType }, pseudonymOf)
        : undefined;
    const records: RequestRecords = {
      entries: [],
      write,
      pseudonymOf,
      templates,
      kind: request.requester.purpose === 'EMERGENCY' ? 'break-glass' : 'disclosure',
      response,
      lookups,
      readings,
      disclosed: disclosedByPerson(response, prepared.scopes, templates, readings.read.length > 0),
      changed,
      denied: prepared.denied(request.variables),
      byEmergency,
    };
    recordRefusedRequest(records, schema, operation, roots);
    recordDisclosures(records);
    recordLogReadings(records);
    recordRootDisclosure(records);
    recordChanges(records);
    recordRefusedReadings(records);
    recordRefusals(records);
    recordSearches(records, options);
    if (needsIntrospectionRecord(prepared, request, time)) {
      records.entries.push(write(templates.plain('introspection'), undefined));
    }
    return { entries: records.entries, manifests, time };
  }

  function needsIntrospectionRecord(
    { operation }: DisclosurePrepared,
    request: DisclosureRequest,
    time: Date,
  ): boolean {
    return operation.selects !== 'data' && !introspected.has(introspectionKey(request, time));
  }

  return {
    admit() {
      if (ledger.hasRoomFor(ROOM)) return;
      options.onUnavailable('the ledger accepts no records now');
      throw auditUnavailable();
    },
    async record(request, decisions, prepared, response, byEmergency) {
      try {
        const { entries, manifests, time } = recordsOf(request, decisions, prepared, response, byEmergency);
        if (entries.length > 0) await append(entries, manifests, time);
        for (const { indexes } of entries) {
          if (indexes.kind === 'introspection') introspected.set(introspectionKey(request, time), true);
        }
      } catch (error) {
        options.onUnavailable(error);
        throw auditUnavailable();
      }
    },
  };
}

function introspectionKey({ requester }: DisclosureRequest, time: Date): string {
  return `${time.toISOString().slice(0, 10)} ${requester.subject}`;
}

function isGuarded(coordinate: string, decisions: DecisionTable): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const decision = decisions.decide(typeName, fieldName);
  return decision.kind === 'deny' || decision.basis.kind === 'owner' || decision.basis.kind === 'approval';
}
