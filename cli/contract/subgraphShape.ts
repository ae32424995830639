import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { type FieldGuards, readFieldGuards } from '../../subgraphs/kit/guards/fieldGuards.ts';
import { CliError } from '../cliError.ts';

/** What the SDL of a subgraph promises: its fields, their guards, its entities. */
export interface SubgraphShape {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly guards: FieldGuards;
  /** Types with a key, and the fields of the keys that consist of one field. */
  readonly entities: ReadonlyMap<string, readonly string[]>;
  /** Every dataset that a guard names. */
  readonly datasets: readonly string[];
}

/** Throws a CliError if the SDL cannot be parsed, or a field is not decided. */
export function readShape(sdl: string): SubgraphShape {
  try {
    const document = parse(sdl);
    const guards = readFieldGuards(document);
    const schema = buildSubgraphSchema({ typeDefs: document });
    const named = guards.list.flatMap((guard) => (guard.kind === 'datasets' ? guard.levels.flat(2) : []));
    return { document, schema, guards, entities: entitiesOf(schema), datasets: [...new Set(named)].sort() };
  } catch (error) {
    throw new CliError(`The SDL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function entitiesOf(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const entities = new Map<string, readonly string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const directives = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
    const keys = directives
      .filter(({ name }) => name.value === 'key')
      .flatMap(({ arguments: args = [] }) => args.filter(({ name }) => name.value === 'fields'))
      .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value.trim()] : []));
    if (keys.length > 0) {
      entities.set(
        type.name,
        keys.filter((key) => /^\w+$/.test(key)),
      );
    }
  }
  return entities;
}

/** True if a grant for exactly these datasets opens the field. */
export function opens({ guards }: SubgraphShape, coordinate: string, granted: readonly string[]): boolean {
  if (!guards.byCoordinate.has(coordinate)) return false;
  const index = guards.byCoordinate.get(coordinate);
  if (index === undefined) return true;
  const guard = guards.list[index];
  if (guard?.kind !== 'datasets') return false;
  return guard.levels.every((alternatives) =>
    alternatives.some((all) => all.length > 0 && all.every((dataset) => granted.includes(dataset))),
  );
}

/** Levels of objects that a selection follows. */
const DEPTH = 4;

/**
 * Selects every field of the type that needs no arguments, through nested objects. Of another entity it selects the
 * keys only. With `alias`, every field gets another name in the response.
 */
export function selectEverything(shape: SubgraphShape, type: GraphQLObjectType, alias = '', depth = DEPTH): string {
  const fields = Object.values(type.getFields()).flatMap((field) => selectField(shape, field, alias, depth));
  return fields.join(' ');
}

function selectField(
  shape: SubgraphShape,
  field: GraphQLField<unknown, unknown>,
  alias: string,
  depth: number,
): readonly string[] {
  if (field.args.some(isRequiredArgument)) return [];
  const name = alias === '' ? field.name : `${alias}${field.name}: ${field.name}`;
  const below = selectionBelow(shape, field, alias, depth);
  return below === undefined ? [] : [`${name}${below}`];
}

/** Undefined: the field cannot be selected at this depth. */
function selectionBelow(
  shape: SubgraphShape,
  field: GraphQLField<unknown, unknown>,
  alias: string,
  depth: number,
): string | undefined {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return ' { __typename }';
  const keys = shape.entities.get(type.name);
  if (keys !== undefined) return ` { __typename ${keys.join(' ')} }`;
  if (depth <= 1) return ' { __typename }';
  return ` { __typename ${selectEverything(shape, type, alias, depth - 1)} }`;
}

/** A value of a guarded or open field in a response. */
export interface FoundValue {
  readonly coordinate: string;
  readonly value: unknown;
}

/** Lists every value in the data that is not null, with the field that it belongs to. */
export function valuesIn(type: GraphQLObjectType, data: unknown, alias = ''): readonly FoundValue[] {
  if (Array.isArray(data)) return data.flatMap((item) => valuesIn(type, item, alias));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const field = type.getFields()[key.startsWith(alias) ? key.slice(alias.length) : key];
    if (field === undefined || value === null || value === undefined) return [];
    const below = getNamedType(field.type);
    const found: FoundValue = { coordinate: `${type.name}.${field.name}`, value };
    return [found, ...(isObjectType(below) ? valuesIn(below, value, alias) : [])];
  });
}

/** A field of Query with a value for each argument that it needs. */
export function rootSelection(field: GraphQLField<unknown, unknown>, also: readonly GraphQLArgument[] = []): string {
  const needed = field.args.filter((arg) => isRequiredArgument(arg) || also.includes(arg));
  const args = needed.map((arg) => `${arg.name}: ${literalOf(arg.type)}`);
  const type = getNamedType(field.type);
  const below = isLeafType(type) ? '' : ' { __typename }';
  return `${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${below}`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  return SCALAR_LITERALS[type.name] ?? '"x"';
}

const SCALAR_LITERALS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  Cents: '100',
  Date: '"2026-01-02"',
  DateTime: '"2026-01-02T12:00:00Z"',
};

/** Federation's own fields of Query. */
const FEDERATION_FIELDS: readonly string[] = ['_service', '_entities'];

export function queryFields({ schema }: SubgraphShape): readonly GraphQLField<unknown, unknown>[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.filter(({ name }) => !FEDERATION_FIELDS.includes(name));
}

/** The dataset that an argument compares with, by its tag `filters/<system>/<dataset>`. */
export function filterDatasets(arg: GraphQLArgument): readonly string[] {
  const tags = (arg.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'tag')
    .flatMap(({ arguments: args = [] }) => args)
    .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : []));
  return tags.flatMap((tag) => {
    const [, system, dataset] = /^filters\/(\w+)\/(\w+)/.exec(tag) ?? [];
    return system === undefined ? [] : [`${system}.${dataset}`];
  });
}
