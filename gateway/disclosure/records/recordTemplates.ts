import { type GraphQLSchema, getNamedType, isLeafType } from 'graphql';
import { canonicalJson, type EntryIndexes } from '../../../ledger/index.ts';
import { joinSet, type RecordKind } from '../../../schema/ledger/disclosureRecord.ts';
import type { DecisionTable } from '../../authorization/decisions/decisionTable.ts';
import type { DisclosedObject, DisclosureScope } from '../../model/disclosure.ts';
import type { Operation } from '../../model/operation.ts';
import type { Caches } from '../../runtime/caches.ts';
import { disclosedCoordinates, emptyCoordinates } from './disclosedCoordinates.ts';
import { type ManifestEntry, manifestOf } from './disclosureManifest.ts';
import type { RecordedFields } from './recordedFields.ts';
import type { RefusedPlace } from './refusedPlace.ts';

/** Part of a record that depends on the operation and the decisions alone. */
export interface RecordTemplate {
  /** Members `epoch` to `operation`, as canonical JSON. */
  readonly head: Buffer;
  readonly manifest: ManifestEntry | undefined;
  readonly indexes: Pick<EntryIndexes, 'kind' | 'dataset' | 'approval'>;
}

/** Templates of one prepared operation, made on first use and then found by what is disclosed. */
export interface RecordTemplates {
  disclosed(kind: RecordKind, disclosed: readonly DisclosedObject[]): RecordTemplate;
  refused(places: readonly RefusedPlace[]): RecordTemplate;
  /** Template for a field whose system refused the requester. The field belongs to no dataset. */
  forbidden(coordinate: string): RecordTemplate;
  /** Template for a request that was refused because of its size. */
  refusedWhole(
    reason: string,
    fields: () => { readonly started: Iterable<string>; readonly requested: Iterable<string> },
  ): RecordTemplate;
  /** Template for a search in these datasets. */
  search(datasets: readonly string[]): RecordTemplate;
  plain(kind: RecordKind): RecordTemplate;
  /** True if an object that is about no person shows a value itself, and not only the path to persons. */
  showsOwnData(disclosed: DisclosedObject): boolean;
}

export interface RecordTemplatesInput {
  readonly schema: GraphQLSchema;
  readonly scopes: readonly DisclosureScope[];
  readonly operation: Pick<Operation, 'definition' | 'documentHash'>;
  /**
   * Type.field of everything that is denied somewhere in the operation, under any variables: no system was asked there.
   */
  readonly closed: ReadonlySet<string>;
  readonly decisions: DecisionTable;
  readonly fields: RecordedFields;
  readonly epoch: string;
  readonly caches: Pick<Caches, 'account'>;
}

/** Maximum number of templates of one operation. Nulls in the data make the disclosed fields vary. */
const MAX_TEMPLATES = 500;
/** Maximum number of keys for them, half a kilobyte each: objects come in different orders and more than once. */
const MAX_FOUND = 2_000;
const TEMPLATE_BYTES = 1_000;
const FOUND_BYTES = 200;
const FOUND_OBJECT_BYTES = 150;

type DisclosedBits = Omit<DisclosedObject, 'personId'>;

/** A template with its key, compared without building a text. */
interface FoundTemplate {
  readonly kind: RecordKind;
  readonly disclosed: readonly DisclosedBits[];
  readonly template: RecordTemplate;
}

export function createRecordTemplates(input: RecordTemplatesInput): RecordTemplates {
  const { schema, scopes, operation, closed, decisions, fields, epoch, caches } = input;
  const operationMember = canonicalJson({ hash: operation.documentHash, name: operation.definition.name?.value });
  const templates = new Map<string, RecordTemplate>();
  /** By hash. Of two with the same hash, the later one. */
  const found = new Map<number, FoundTemplate>();
  let bytes = 0;
  const owner = {
    evict() {
      templates.clear();
      found.clear();
      account.add(-bytes);
      bytes = 0;
    },
  };
  const account = caches.account('record templates', owner);
  function grow(by: number): void {
    bytes += by;
    account.add(by);
  }
  // A scope grows while an engine compiles other outcomes of the operation's conditions.
  const leaves = new Map<number, { readonly coordinates: number; readonly mask: readonly number[] }>();

  function leavesOf(scope: number): readonly number[] {
    const coordinates = scopes[scope]?.coordinates ?? [];
    const cached = leaves.get(scope);
    if (cached?.coordinates === coordinates.length) return cached.mask;
    const mask = maskOf(coordinates.map((coordinate) => isLeaf(schema, coordinate)));
    leaves.set(scope, { coordinates: coordinates.length, mask });
    return mask;
  }

  function templateOf(
    kind: RecordKind,
    manifest: ManifestEntry | undefined,
    datasets: string | undefined,
    approvals: string | undefined,
  ): RecordTemplate {
    const manifestMember = manifest === undefined ? '' : `"grounds":"${manifest.name}",`;
    return {
      head: Buffer.from(
        `"epoch":${canonicalJson(epoch)},${manifestMember}"kind":"${kind}","operation":${operationMember}`,
      ),
      manifest,
      indexes: { kind, dataset: datasets, approval: approvals },
    };
  }

  function cachedTemplate(key: string, make: () => RecordTemplate): RecordTemplate {
    let template = templates.get(key);
    if (template === undefined) {
      template = make();
      if (templates.size >= MAX_TEMPLATES) owner.evict();
      templates.set(key, template);
      grow(TEMPLATE_BYTES + 2 * key.length + (template.manifest?.body.length ?? 0));
    }
    return template;
  }

  return {
    disclosed: (kind, disclosed) => {
      const hash = hashOf(disclosed);
      const cached = found.get(hash);
      if (cached !== undefined && cached.kind === kind && isSame(cached.disclosed, disclosed)) return cached.template;
      const template = cachedTemplate(`${kind} ${keyOf(disclosed)}`, () => {
        const { groups, empty, datasets, approvals } = fields.disclosed(
          disclosed.flatMap((one) => disclosedCoordinates(scopes, one)),
          disclosed.flatMap((one) => emptyCoordinates(scopes, one)).filter((coordinate) => !closed.has(coordinate)),
          decisions,
        );
        return templateOf(kind, manifestOf({ disclosed: groups, empty }), datasets, approvals);
      });
      if (found.size >= MAX_FOUND) owner.evict();
      // Without the person: ids are not cached.
      found.set(hash, { kind, disclosed: disclosed.map(({ scope, bits }) => ({ scope, bits })), template });
      grow(FOUND_BYTES + FOUND_OBJECT_BYTES * disclosed.length);
      return template;
    },
    refused: (places) =>
      cachedTemplate(`refusal ${places.map(({ key }) => key).join(' ')}`, () => {
        const refused = fields.refused(places, decisions);
        return templateOf('refusal', manifestOf({ refused: refused.fields }), refused.datasets, undefined);
      }),
    forbidden: (coordinate) =>
      cachedTemplate(`turned away ${coordinate}`, () => {
        const refused = [{ dataset: null, field: coordinate, owner: null, reason: 'FORBIDDEN' }];
        return templateOf('refusal', manifestOf({ refused }), undefined, undefined);
      }),
    refusedWhole: (reason, fieldsOf) =>
      cachedTemplate(`whole ${reason}`, () => {
        const { started, requested } = fieldsOf();
        const refused = fields.refusedFor(started, requested, reason);
        return templateOf('refusal', manifestOf({ refused: refused.fields }), refused.datasets, undefined);
      }),
    search: (datasets) =>
      cachedTemplate(`search ${datasets.join(' ')}`, () =>
        templateOf('search', undefined, joinSet(datasets), undefined),
      ),
    plain: (kind) => cachedTemplate(kind, () => templateOf(kind, undefined, undefined, undefined)),
    showsOwnData: ({ scope, bits }) => {
      const own = leavesOf(scope);
      for (let word = 0; word < own.length; word++) if (((bits[word * 2] ?? 0) & (own[word] ?? 0)) !== 0) return true;
      return false;
    },
  };
}

function hashOf(disclosed: readonly DisclosedBits[]): number {
  let hash = 0;
  for (const { scope, bits } of disclosed) {
    hash = Math.imul(hash + scope, 0x9e3779b1);
    for (const word of bits) hash = Math.imul(hash ^ word, 0x85ebca6b);
  }
  return hash;
}

// Loops without closures: this runs for every record.
function isSame(one: readonly DisclosedBits[], other: readonly DisclosedBits[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) {
    const a = one[at];
    const b = other[at];
    if (a === undefined || b === undefined || a.scope !== b.scope) return false;
    if (!isEqual(a.bits, b.bits)) return false;
  }
  return true;
}

function isEqual(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** Key of disclosed objects: each once, in the order of the response, which hardly ever varies for one operation. */
function keyOf(disclosed: readonly DisclosedObject[]): string {
  let key = ' ';
  for (const { scope, bits } of disclosed) {
    let place = `${scope}`;
    for (const word of bits) place += `:${word}`;
    if (!key.includes(` ${place} `)) key += `${place} `;
  }
  return key;
}

function maskOf(bits: readonly boolean[]): readonly number[] {
  const mask = Array<number>(Math.ceil(bits.length / 32)).fill(0);
  bits.forEach((bit, index) => {
    if (bit) mask[index >> 5] = (mask[index >> 5] ?? 0) | (1 << (index & 31));
  });
  return mask;
}

function isLeaf(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  // An unknown field counts as a value: one record too many is better than one too few.
  return field === undefined || isLeafType(getNamedType(field.type));
}
