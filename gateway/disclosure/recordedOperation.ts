import { type GraphQLSchema, getNamedType, isLeafType, type OperationDefinitionNode } from 'graphql';
import { canonicalJson, type EntryIndexes } from '../../ledger/index.ts';
import type { RecordKind } from '../../schema/disclosureRecord.ts';
import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { DisclosureScope, Shown } from '../execution/engine.ts';
import type { RecordedFields } from './recordedFields.ts';
import { shownCoordinates } from './shownCoordinates.ts';

/**
 * Everything in a record that depends on the operation and the decisions alone, as canonical JSON text: member
 * `disclosed` before an emergency's, `epoch` to `operation` before the person's, and `refused` after the purpose's.
 */
export interface RecordTemplate {
  readonly disclosed: string;
  readonly head: string;
  readonly refused: string;
  readonly indexes: Pick<EntryIndexes, 'kind' | 'dataset' | 'approval'>;
}

/** Templates of one prepared operation: made when first needed, then found by what was shown. */
export interface RecordedOperation {
  shown(kind: RecordKind, shown: readonly Shown[]): RecordTemplate;
  refused(coordinates: readonly string[]): RecordTemplate;
  plain(kind: RecordKind): RecordTemplate;
  /** Whether the root (or what else is below no person) shows a value itself, and not only the way to persons. */
  showsOwnData(shown: Shown): boolean;
}

export interface RecordedOperationInput {
  readonly schema: GraphQLSchema;
  readonly scopes: readonly DisclosureScope[];
  readonly operation: OperationDefinitionNode;
  readonly documentHash: string;
  readonly decisions: DecisionTable;
  readonly fields: RecordedFields;
  readonly epoch: string;
}

/** Sets of shown fields whose templates are kept for one operation; nulls in the data make them vary. */
const MAX_TEMPLATES = 500;

export function createRecordedOperation(input: RecordedOperationInput): RecordedOperation {
  const { schema, scopes, operation, documentHash, decisions, fields, epoch } = input;
  const operationMember = canonicalJson({ hash: documentHash, name: operation.name?.value });
  const templates = new Map<string, RecordTemplate>();
  // A scope grows while an engine compiles other outcomes of the operation's conditions.
  const leaves = new Map<number, { readonly coordinates: number; readonly mask: readonly number[] }>();

  function leavesOf(scope: number): readonly number[] {
    const coordinates = scopes[scope]?.coordinates ?? [];
    const known = leaves.get(scope);
    if (known?.coordinates === coordinates.length) return known.mask;
    const mask = maskOf(coordinates.map((coordinate) => isLeaf(schema, coordinate)));
    leaves.set(scope, { coordinates: coordinates.length, mask });
    return mask;
  }

  function head(kind: RecordKind): string {
    return `"epoch":${canonicalJson(epoch)},"kind":"${kind}","operation":${operationMember}`;
  }

  function kept(key: string, make: () => RecordTemplate): RecordTemplate {
    let template = templates.get(key);
    if (template === undefined) {
      template = make();
      if (templates.size >= MAX_TEMPLATES) templates.clear();
      templates.set(key, template);
    }
    return template;
  }

  return {
    shown: (kind, shown) =>
      kept(`${kind} ${keyOf(shown)}`, () => {
        const { groups, datasets, approvals } = fields.disclosed(
          shown.flatMap((one) => shownCoordinates(scopes, one)),
          decisions,
        );
        const disclosed = `"disclosed":${canonicalJson(groups.map((group) => ({ ...group })))},`;
        return { disclosed, head: head(kind), refused: '', indexes: indexesOf(kind, datasets, approvals) };
      }),
    refused: (coordinates) =>
      kept(`refusal ${coordinates.join(' ')}`, () => {
        const refused = fields.refused(coordinates, decisions);
        return {
          disclosed: '',
          head: head('refusal'),
          refused: `"refused":${canonicalJson(refused.fields.map((field) => ({ ...field })))},`,
          indexes: indexesOf('refusal', refused.datasets, undefined),
        };
      }),
    plain: (kind) =>
      kept(kind, () => ({
        disclosed: '',
        head: head(kind),
        refused: '',
        indexes: indexesOf(kind, undefined, undefined),
      })),
    showsOwnData: ({ scope, mask }) => {
      const own = leavesOf(scope);
      return mask.some((word, index) => (word & (own[index] ?? 0)) !== 0);
    },
  };
}

function indexesOf(
  kind: RecordKind,
  dataset: string | undefined,
  approval: string | undefined,
): RecordTemplate['indexes'] {
  return { kind, ...(dataset === undefined ? {} : { dataset }), ...(approval === undefined ? {} : { approval }) };
}

/** One person in one place is the usual case. */
function keyOf(shown: readonly Shown[]): string {
  const [first] = shown;
  if (first !== undefined && shown.length === 1) return `${first.scope}:${first.mask.join(':')}`;
  return [...new Set(shown.map(({ scope, mask }) => `${scope}:${mask.join(':')}`))].sort().join(' ');
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
  // An unknown field counts as a value of its own: rather a record too many.
  return field === undefined || isLeafType(getNamedType(field.type));
}
