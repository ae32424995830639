import type { FetchDataRewrite, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isJsonObject, type JsonObject, ownReader } from '../json/json.ts';
import { jsonText, oneByteText, stringText } from '../json/jsonText.ts';
import type { TypeMembership } from '../json/typeMembership.ts';

/** JSON text of the representation of one object for one fetch; undefined if it cannot or must not be fetched. */
export type RepresentationText = (object: JsonObject) => string | undefined;

export interface Representation {
  readonly text: RepresentationText;
  /**
   * The value of the only key where a type has one: objects of one type with the same have the same text, which need
   * not be written to find that out. Undefined: only the text can tell.
   */
  readonly identity: (object: JsonObject) => unknown;
}

export interface RepresentationPlan {
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly inputRewrites: readonly FetchDataRewrite[] | undefined;
  readonly belongs: TypeMembership;
  /** Top-level fields of every key by which the subgraph resolves the type. */
  readonly keysOf: (typename: string) => readonly (readonly string[])[];
}

/**
 * Compiles a fetch's `requires` into a writer of `_Any` representations, one variant per runtime type: type
 * conditions and the rewrites of `__typename` for interface objects are settled when a type is first met.
 * Only types that a condition of the fetch names are kept, so a subgraph's inventions cannot fill the memory.
 */
export function compileRepresentation(plan: RepresentationPlan): Representation {
  const variants = new Map<string, Representation>();
  const readTypename = ownReader('__typename');
  const variantOf = (object: JsonObject): Representation | undefined => {
    const typename = readTypename(object);
    if (typeof typename !== 'string') return undefined;
    let variant = variants.get(typename);
    if (variant === undefined) {
      variant = compileVariant(plan, typename);
      if (variant === undefined) return undefined;
      variants.set(typename, variant);
    }
    return variant;
  };
  return {
    text: (object) => variantOf(object)?.text(object),
    identity: (object) => variantOf(object)?.identity(object),
  };
}

interface FieldText {
  readonly name: string;
  readonly head: string;
  /** Undefined: the value is missing, so the group it belongs to cannot be sent. */
  readonly text: (object: JsonObject) => string | undefined;
  /** Reads the value where it is a scalar that the text shows as it is. */
  readonly plain: ((object: JsonObject) => unknown) | undefined;
}

function compileVariant(plan: RepresentationPlan, typename: string): Representation | undefined {
  const groups: FieldText[][] = [];
  for (const selection of plan.requires) {
    if (selection.kind === 'Field') throw new Error('The planner requires a field outside of any entity type');
    const { typeCondition } = selection;
    if (typeCondition === undefined || !plan.belongs(typename, typeCondition)) continue;
    groups.push(selection.selections.flatMap((inner) => fieldTexts(inner, typename, plan.belongs)));
  }
  if (groups.length === 0) return undefined;

  const constants = rewrittenConstants(plan, typename);
  const sentAs = constants.get('__typename') ?? typename;
  const fields = groups.map((group) => group.map((field) => withConstant(field, constants)));
  const isKnown = compileKeyCheck(plan, sentAs, new Set(fields.flat().map(({ name }) => name)));
  const [only, ...others] = fields;
  const write = only !== undefined && others.length === 0 ? writeGroup(only) : writeGroups(fields);
  return { text: (object) => (isKnown(object) ? write(object) : undefined), identity: onlyKeyOf(fields) };
}

/**
 * A reader of the one value besides `__typename` that makes up a representation, if there is just one and it is plain.
 */
function onlyKeyOf(groups: readonly (readonly FieldText[])[]): (object: JsonObject) => unknown {
  const keys = groups.length === 1 ? (groups[0] ?? []).filter(({ name }) => name !== '__typename') : [];
  const [key] = keys;
  if (key?.plain === undefined || keys.length > 1) return () => undefined;
  const read = key.plain;
  return (object) => {
    const value = read(object);
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  };
}

/** The everyday case: one group, no field twice. */
function writeGroup(fields: readonly FieldText[]): RepresentationText {
  if (!fields.some(({ name }) => name === '__typename')) return () => undefined;
  return (object) => {
    let out = '{';
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as FieldText; // within bounds
      const text = field.text(object);
      if (text === undefined) return undefined;
      out += index === 0 ? field.head + text : `,${field.head}${text}`;
    }
    return `${out}}`;
  };
}

/** Several conditions hold for one type: the groups that are complete unite, the others are left out. */
function writeGroups(groups: readonly (readonly FieldText[])[]): RepresentationText {
  return (object) => {
    const texts = new Map<string, string>();
    for (const group of groups) {
      const own = group.map((field) => [field.head, field.text(object)] as const);
      if (own.some(([, text]) => text === undefined)) continue;
      for (const [head, text] of own) if (text !== undefined) texts.set(head, text);
    }
    if (!texts.has('"__typename":')) return undefined;
    return `{${Array.from(texts, ([head, text]) => head + text).join(',')}}`;
  };
}

/**
 * A system where the entity has no number is not asked about it: all keys null means "not known there". A key of
 * several fields may be null in part.
 */
function compileKeyCheck(plan: RepresentationPlan, typename: string, sent: ReadonlySet<string>) {
  const keys = plan.keysOf(typename).filter((key) => key.length > 0 && key.every((field) => sent.has(field)));
  const readers = [...new Set(keys.flat())].filter((field) => field !== '__typename').map(ownReader);
  if (readers.length === 0) return () => true;
  return (object: JsonObject): boolean => readers.some((read) => (read(object) ?? null) !== null);
}

/**
 * `__typename` as the planner wants it said: the interface's name where the subgraph only knows an interface object.
 */
function rewrittenConstants(plan: RepresentationPlan, typename: string): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const { kind, path, ...rewrite } of plan.inputRewrites ?? []) {
    const [condition, field, ...deeper] = path;
    if (kind !== 'ValueSetter' || condition === undefined || field === undefined || deeper.length > 0) {
      throw new Error(`The planner asks for an input rewrite this engine does not know: ${kind} at ${path.join('/')}`);
    }
    const saysItIs = constants.get('__typename') ?? typename;
    const type = condition.replace('... on ', '');
    if (plan.belongs(saysItIs, type) && 'setValueTo' in rewrite) constants.set(field, String(rewrite.setValueTo));
  }
  return constants;
}

function withConstant(field: FieldText, constants: ReadonlyMap<string, string>): FieldText {
  const constant = constants.get(field.name);
  if (constant === undefined) return field;
  const text = oneByteText(stringText(constant));
  return { ...field, text: () => text, plain: undefined };
}

function fieldTexts(selection: QueryPlanSelectionNode, typename: string, belongs: TypeMembership): FieldText[] {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    if (typeCondition !== undefined && !belongs(typename, typeCondition)) return [];
    return selection.selections.flatMap((inner) => fieldTexts(inner, typename, belongs));
  }
  const name = selection.alias ?? selection.name;
  const read = ownReader(name);
  const write = valueWriter(selection, belongs);
  return [
    {
      name,
      head: oneByteText(`${stringText(name)}:`),
      plain: selection.selections === undefined ? read : undefined,
      text: (object) => {
        const value = read(object);
        return value === undefined ? undefined : write(value);
      },
    },
  ];
}

function valueWriter(field: QueryPlanFieldNode, belongs: TypeMembership): (value: unknown) => string {
  const { selections } = field;
  if (selections === undefined) return jsonText;
  const plain = selections.every(({ kind }) => kind === 'Field');
  const settled = plain ? selections.flatMap((inner) => fieldTexts(inner, '', belongs)) : undefined;
  const readTypename = ownReader('__typename');
  const fieldsFor = (object: JsonObject): readonly FieldText[] => {
    if (settled !== undefined) return settled;
    // Type conditions inside of required fields are rare: they are settled as the value is met.
    const typename = readTypename(object);
    return selections.flatMap((inner) => fieldTexts(inner, typeof typename === 'string' ? typename : '', belongs));
  };
  return function write(value): string {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (!isJsonObject(value)) return 'null';
    const texts = new Map<string, string>();
    for (const { head, text } of fieldsFor(value)) {
      const written = text(value);
      // Incomplete: a fetch this one builds on failed, so nothing is known of the object.
      if (written === undefined) return 'null';
      texts.set(head, written);
    }
    return `{${Array.from(texts, ([head, text]) => head + text).join(',')}}`;
  };
}
