import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/**
 * A world in which every value follows from its place in the query, so that any subgraph gives the same value for the
 * same field of the same entity, without a line of data. An entity's seed is its id, `Type:number`; other keys are
 * `<field>-<seed>`; a value object's seed is its parent's and its field.
 */
export interface World {
  /** Fields throw and non-null fields give null now and then, always the same ones. */
  readonly faulty: boolean;
  /** Interface objects: what their entities really are. */
  readonly interfaceObjects: Readonly<Record<string, readonly string[]>>;
  /** Names of all fields that are keys of some entity. */
  readonly keyFields: ReadonlySet<string>;
}

type Source = Readonly<Record<string, unknown>>;

const STRINGS = ['plain', 'with "quotes"', 'back\\slash', 'line\nbreak', 'ünïcode', '😀', '\u2028', ''];

export function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  value ^= value >>> 15;
  value = Math.imul(value, 2246822519);
  return (value ^ (value >>> 13)) >>> 0;
}

function seedOf(source: Source | undefined, typeName: string): string {
  if (source === undefined) return typeName;
  if (typeof source.__seed === 'string') return source.__seed;
  if (typeof source.id === 'string') return source.id;
  for (const [key, value] of Object.entries(source)) {
    if (typeof value === 'string' && value.startsWith(`${key}-`)) return value.slice(key.length + 1);
  }
  return typeName;
}

/** The first name in each `@key` of subgraphs; the rest of a key follows from the entity, as any value does. */
export function keyFieldsOf(sdls: readonly string[]): ReadonlySet<string> {
  return new Set(sdls.flatMap((sdl) => Array.from(sdl.matchAll(/@key\(fields: "(\w+)/g), ([, name]) => name ?? '')));
}

export function worldFieldResolver(world: World): GraphQLFieldResolver<Source | undefined, unknown> {
  return (source, args, _, info) => {
    const { fieldName, returnType, parentType, schema } = info;
    if (source !== undefined && fieldName in source && source[fieldName] !== undefined) return source[fieldName];
    const seed = seedOf(source, parentType.name);
    const place = `${seed}.${fieldName}${Object.keys(args).length > 0 ? JSON.stringify(args) : ''}`;
    if (world.keyFields.has(fieldName)) return fieldName === 'id' ? seed : `${fieldName}-${seed}`;
    if (world.faulty && hash(`${place}!`) % 19 === 0) {
      throw new GraphQLError('the words of a subgraph', { extensions: { code: 'OUT_OF_ORDER', secret: seed } });
    }
    const directives = parentType.getFields()[fieldName]?.astNode?.directives ?? [];
    if (directives.some(({ name }) => name.value === 'requires')) {
      const given = Object.entries(source ?? {}).filter(([key]) => key !== '__typename' && !world.keyFields.has(key));
      return `${fieldName} of ${JSON.stringify(given.sort())}`;
    }
    return valueAt(returnType, place, world, schema);
  };
}

function valueAt(type: GraphQLOutputType, place: string, world: World, schema: GraphQLSchema): unknown {
  const number = hash(place);
  if (isNonNullType(type)) {
    return world.faulty && hash(`${place}?`) % 37 === 0
      ? null
      : (valueAt(type.ofType, place, world, schema) ?? presentValue(type.ofType, place, world, schema));
  }
  return number % 7 === 0 ? null : presentValue(type, place, world, schema);
}

function presentValue(type: GraphQLOutputType, place: string, world: World, schema: GraphQLSchema): unknown {
  const number = hash(`${place}=`);
  if (isListType(type)) {
    return Array.from({ length: number % 4 }, (_, index) => valueAt(type.ofType, `${place}.${index}`, world, schema));
  }
  if (isEnumType(type)) {
    const values = type
      .getValues()
      .map(({ name }) => name)
      .sort();
    return values[number % values.length];
  }
  if (isScalarType(type)) return scalarValue(type.name, number);
  if (isAbstractType(type)) {
    const possible = schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .sort();
    return objectOf(possible[number % possible.length] ?? type.name, place, world, schema);
  }
  const concrete = world.interfaceObjects[type.toString()];
  if (concrete !== undefined) return { __seed: `${concrete[number % concrete.length]}:${number % 5}` };
  return objectOf(type.toString(), place, world, schema);
}

function objectOf(typeName: string, place: string, world: World, schema: GraphQLSchema): Source {
  const type = schema.getType(typeName);
  const isEntity = isObjectType(type) && Object.keys(type.getFields()).some((name) => world.keyFields.has(name));
  return { __typename: typeName, __seed: isEntity ? `${typeName}:${hash(place) % 5}` : place };
}

function scalarValue(name: string, number: number): unknown {
  switch (name) {
    case 'Int':
      return number % 1000;
    case 'Float':
      return (number % 1000) / 8;
    case 'Boolean':
      return number % 2 === 0;
    case 'ID':
      return `i${number % 50}`;
    case 'String':
      return STRINGS[number % STRINGS.length];
    default:
      return JSON.parse(`{"__proto__":{"polluted":${number % 9}},"constructor":"c","list":[1,null,"x"]}`);
  }
}

/** Lets a subgraph's schema live in the world: entities are found by any key, abstract types tell what they are. */
export function inhabit(schema: GraphQLSchema, world: World): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue;
    if (isAbstractType(type)) {
      type.resolveType = (value: Source) =>
        typeof value.__typename === 'string' && isObjectType(schema.getType(value.__typename))
          ? value.__typename
          : seedOf(value, type.name).split(':')[0];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const resolveReference = (reference: Source): Source | null => {
      const seed = seedOf(reference, type.name);
      return world.faulty && hash(`${seed} in ${type.name}`) % 23 === 0
        ? null
        : isInterfaceType(type)
          ? { ...reference, __typename: seed.split(':')[0] }
          : reference;
    };
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
}
