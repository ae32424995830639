import type { GraphQLSchema } from 'graphql';
import type { Ledger, LedgerEntry } from '../../ledger/index.ts';
import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import type { Attribution } from '../authorization/attribution.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { DisclosedObject, DisclosureScope } from '../model/disclosure.ts';
import type { EmergencyDisclosure } from '../model/emergency.ts';
import type { EngineResponse } from '../model/engineResponse.ts';
import type { Operation } from '../model/operation.ts';
import type { Caches } from '../runtime/caches.ts';
import { auditUnavailable } from './auditUnavailable.ts';
import { recordsOfChanges } from './records/changes.ts';
import { createAppendWithManifests, type ManifestEntry } from './records/disclosureManifest.ts';
import { effectsOf } from './records/effects.ts';
import { createEntryWriter, type RecordedRequest, type SearchMember, type WriteEntry } from './records/entryWriter.ts';
import { createPseudonyms, type PersonPseudonym } from './records/pseudonyms.ts';
import type { RecordedFields } from './records/recordedFields.ts';
import { createRecordTemplates, type RecordTemplates } from './records/recordTemplates.ts';
import { type RefusedPlace, refusalsOf, withheldCoordinate } from './records/refusals.ts';
import { recordsOfRefusedRequest } from './records/refusedRequest.ts';
import { createHmacOf } from './request/hmac.ts';
import { type LogReading, logReadingsOf } from './request/logReadings.ts';
import { type Lookups, lookupsOf } from './request/lookups.ts';
import { type RootField, rootFieldsOf } from './request/rootFields.ts';

/** What a record takes from the request. */
export interface DisclosureRequest extends RecordedRequest {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a record takes from the prepared operation. The same object for the same operation and decisions. */
export interface DisclosurePrepared {
  readonly operation: Operation;
  readonly scopes: readonly DisclosureScope[] | undefined;
  /** Type.field of what is denied somewhere, whatever the variables. */
  readonly closed: ReadonlySet<string>;
  /** What is denied under these variables, with the decisions that the client gets. */
  denied(variables: Readonly<Record<string, unknown>>): readonly RefusedPlace[];
  withDefaults(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** Writes down what will be shown, before it is. */
export interface DisclosureStage {
  /** Before agencies are asked: throws AUDIT_UNAVAILABLE when nothing could be recorded now. */
  admit(): void;
  /** Resolves once the records are durable; only then may the answer leave. Rejects with AUDIT_UNAVAILABLE. */
  record(
    request: DisclosureRequest,
    decisions: DecisionTable,
    prepared: DisclosurePrepared,
    response: EngineResponse,
    byEmergency?: EmergencyDisclosure,
  ): Promise<void>;
}

export interface DisclosureStageOptions {
  readonly ledger: Pick<Ledger, 'append' | 'hasRoomFor'>;
  readonly schema: GraphQLSchema;
  readonly personType: string;
  /** Types that lead to persons: who looks one of them up looks for persons. */
  readonly attribution: Pick<Attribution, 'subjectsOf'>;
  /** Root fields by which the log itself is read. */
  readonly readingFields: ReadonlySet<string>;
  readonly fields: RecordedFields;
  readonly pseudonymKey: PseudonymKey;
  readonly caches: Caches;
  readonly clock: () => Date;
  /** Told why a request was refused, in the operator's words. */
  readonly onUnavailable: (reason: unknown) => void;
}

/** Entries a request must find room for before agencies are asked: more than nearly any request writes. */
const ROOM = 64;

/** What one request writes down. */
interface Written {
  readonly entries: readonly LedgerEntry[];
  readonly manifests: ReadonlySet<ManifestEntry>;
  readonly time: Date;
}

/** What the records of one prepared operation are made from. */
interface Recording {
  readonly templates: RecordTemplates;
  readonly roots: readonly RootField[];
}

export function createDisclosureStage(options: DisclosureStageOptions): DisclosureStage {
  const { ledger, schema, personType, fields, pseudonymKey, clock } = options;
  const pseudonymOf = createPseudonyms(pseudonymKey, options.caches);
  const hmac = createHmacOf(pseudonymKey.secret);
  const beginEntries = createEntryWriter(hmac, pseudonymOf);
  const append = createAppendWithManifests(ledger, options.caches);
  const recordings = new WeakMap<DisclosurePrepared, Recording>();
  /** Requesters whose reading of the schema is recorded for the day. */
  const introspected = options.caches.lru<string, true>('readers of the schema', { max: 100_000, bytesOf: () => 150 });

  function recordingOf(prepared: DisclosurePrepared, decisions: DecisionTable): Recording {
    let recording = recordings.get(prepared);
    if (recording === undefined) {
      const { scopes = [], closed, operation } = prepared;
      recording = {
        templates: createRecordTemplates({
          ...{ schema, scopes, closed, operation, decisions, fields },
          epoch: pseudonymKey.epoch,
          caches: options.caches,
        }),
        roots: rootFieldsOf(schema, operation),
      };
      recordings.set(prepared, recording);
    }
    return recording;
  }

  /** Whom the readings name; the request alone when they name nobody. */
  function personsOf(readings: readonly LogReading[]): readonly (PersonPseudonym | undefined)[] {
    const ids = new Set(readings.flatMap((reading) => reading.ids));
    return ids.size === 0 ? [undefined] : [...ids].map(pseudonymOf);
  }

  function written(
    request: DisclosureRequest,
    decisions: DecisionTable,
    prepared: DisclosurePrepared,
    response: EngineResponse,
    byEmergency: EmergencyDisclosure | undefined,
  ): Written {
    const { operation } = prepared;
    const { templates, roots } = recordingOf(prepared, decisions);
    const disclosed = disclosedBy(response);
    const time = clock();
    const entry = beginEntries(request, decisions, response.data ?? 'null', time);
    const manifests = new Set<ManifestEntry>();
    const write: WriteEntry = (template, person, rare) => {
      if (template.manifest !== undefined) manifests.add(template.manifest);
      return entry(template, person, rare);
    };
    const kind = request.requester.purpose === 'EMERGENCY' ? 'break-glass' : 'disclosure';
    const entries: LedgerEntry[] = [];

    const variables = prepared.withDefaults(request.variables);
    const asked = lookupsOf(
      roots,
      variables,
      personType,
      ({ coordinate, returns }) =>
        isGuarded(coordinate, decisions) || options.attribution.subjectsOf(returns).some(({ isPerson }) => isPerson),
      hmac,
      request.requester.familyName,
    );
    const readings = logReadingsOf(roots, variables, asked, options.readingFields, response);

    if (response.refused !== undefined) {
      const refused = { schema, operation, templates, roots, asked };
      entries.push(...recordsOfRefusedRequest({ ...refused, reason: response.refused }, pseudonymOf, write));
    }

    const byPerson = new Map<string, DisclosedObject[]>();
    const ofNobody: DisclosedObject[] = [];
    for (const one of disclosed) {
      if (prepared.scopes?.[one.scope]?.kind !== 'person') {
        if (templates.showsOwnData(one) || (readings.read.length > 0 && isAnything(one))) ofNobody.push(one);
      } else if (one.personId !== undefined) {
        const known = byPerson.get(one.personId);
        if (known === undefined) byPerson.set(one.personId, [one]);
        else known.push(one);
      } else if (isAnything(one)) {
        throw new Error('The answer shows a person whose id could not be had.');
      }
    }
    const changed =
      operation.definition.operation === 'mutation'
        ? effectsOf({ schema, operation, roots, variables, response, personType }, pseudonymOf)
        : undefined;
    const effects = changed?.effects;
    for (const [personId, places] of byPerson) {
      const isByEmergency = byEmergency?.datasets.has(personId) === true;
      const template = templates.disclosed(isByEmergency ? 'break-glass' : kind, places);
      const rare =
        isByEmergency || effects !== undefined
          ? { effects, emergency: isByEmergency ? byEmergency : undefined }
          : undefined;
      entries.push(write(template, pseudonymOf(personId), rare));
    }

    if (readings.read.length > 0) {
      const template =
        ofNobody.length > 0 ? templates.disclosed('log-reading', ofNobody) : templates.plain('log-reading');
      for (const person of personsOf(readings.read)) entries.push(write(template, person));
    } else if (ofNobody.length > 0) entries.push(write(templates.disclosed(kind, ofNobody), undefined, { effects }));
    if (changed !== undefined) {
      const changes = { changed, asked, templates, disclosed: byPerson, isRecorded: entries.length > 0 };
      entries.push(...recordsOfChanges(changes, pseudonymOf, write));
    }
    for (const reading of readings.refused) {
      const template = templates.forbidden(reading.field.coordinate);
      for (const person of personsOf([reading])) entries.push(write(template, person));
    }

    const denied = prepared.denied(request.variables);
    const { withheld = [] } = response;
    if (denied.length > 0 || withheld.length > 0) {
      const named = new Set(asked.persons.flatMap(({ ids }) => ids));
      for (const { personId, places } of refusalsOf(denied, named, withheld)) {
        const person = personId === undefined ? undefined : pseudonymOf(personId);
        entries.push(write(templates.refused(places), person));
      }
    }
    // A request refused as a whole looked for nothing.
    if (response.data !== undefined) {
      const isDenied = (coordinate: string): boolean =>
        denied.some((one) => one.coordinate === coordinate) ||
        withheld.some((one) => withheldCoordinate(one) === coordinate);
      pushSearches(entries, asked, isDenied, response.data, byPerson, (search, person) => {
        const datasets = fields.datasetsOf(search.field);
        const member = datasets.length === 0 ? search : { ...search, datasets };
        return write(templates.search(datasets), person, { search: member });
      });
    }
    if (operation.selects !== 'data') {
      const key = introspectionKey(request, time);
      if (!introspected.has(key)) entries.push(write(templates.plain('introspection'), undefined));
    }
    return { entries, manifests, time };
  }

  /** What was looked for and how much was found; persons asked for by id that do not exist are such a search too. */
  function pushSearches(
    entries: LedgerEntry[],
    { persons, searches }: Lookups,
    isDenied: (coordinate: string) => boolean,
    data: string,
    found: ReadonlyMap<string, unknown>,
    write: (search: SearchMember, person: PersonPseudonym | undefined) => LedgerEntry,
  ): void {
    const open = searches.filter(({ field }) => !isDenied(field.coordinate));
    if (open.length > 0) {
      const answer: unknown = JSON.parse(data);
      for (const { field, criteria, sameSurname } of open) {
        const search = { criteria, field: field.coordinate, found: countOf(answer, field.key) };
        entries.push(write(sameSurname ? { ...search, sameSurname } : search, undefined));
      }
    }
    for (const { field, ids } of persons) {
      if (field.returns !== personType) continue;
      for (const id of ids) {
        if (found.has(id) || found.has(id.toLowerCase()) || isDenied(field.coordinate)) continue;
        entries.push(write({ criteria: 'id', field: field.coordinate, found: 0 }, pseudonymOf(id)));
      }
    }
  }

  return {
    admit() {
      if (ledger.hasRoomFor(ROOM)) return;
      options.onUnavailable('the ledger takes nothing at the moment');
      throw auditUnavailable();
    },
    async record(request, decisions, prepared, response, byEmergency) {
      try {
        const { entries, manifests, time } = written(request, decisions, prepared, response, byEmergency);
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

/** Whether anything but empty fields is shown. */
function isAnything({ bits }: DisclosedObject): boolean {
  return bits.some((word, index) => index % 2 === 0 && word !== 0);
}

function introspectionKey({ requester }: DisclosureRequest, time: Date): string {
  return `${time.toISOString().slice(0, 10)} ${requester.subject}`;
}

function disclosedBy({ data, disclosed }: EngineResponse): readonly DisclosedObject[] {
  if (disclosed !== undefined) return disclosed;
  // Nothing at all was shown. Otherwise the gateway is wrongly put together, and nothing may leave it.
  if (data === undefined) return [];
  throw new Error('The engine does not say what its answer shows.');
}

function isGuarded(coordinate: string, decisions: DecisionTable): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const decision = decisions.decide(typeName, fieldName);
  return decision.kind === 'deny' || decision.basis.kind === 'owner' || decision.basis.kind === 'approval';
}

function countOf(answer: unknown, key: string): number {
  if (typeof answer !== 'object' || answer === null || !Object.hasOwn(answer, key)) return 0;
  const value = (answer as Record<string, unknown>)[key]; // an object with that own key, as just checked
  if (Array.isArray(value)) return value.filter((item) => item !== null).length;
  return value === null || value === undefined ? 0 : 1;
}
