import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type Random = (below: number) => number;

/** mulberry32: small, seeded, good enough to choose fields. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

const ALIASES = ['a', 'b', 'other', 'constructor', '__proto__', 'toString', 'hasOwnProperty'];

/** Operations that are valid for a schema: fragments, aliases, arguments, variables, conditions, any nesting. */
export function randomOperation(schema: GraphQLSchema, seed: number): RandomOperation {
  for (let attempt = 0; ; attempt++) {
    const operation = write(schema, createRandom(seed * 1_000 + attempt));
    // Aliases and fragments collide now and then; those operations are not valid and are thrown away.
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
}

function write(schema: GraphQLSchema, random: Random): RandomOperation {
  const definitions: string[] = [];
  const variables: Record<string, unknown> = Object.create(null);
  const fragments: string[] = [];
  const types = schema.getTypeMap();

  const variable = (type: string, value: unknown, fallback?: string): string => {
    const name = definitions.length === 3 ? '__proto__' : `v${definitions.length}`;
    definitions.push(`$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`);
    if (value !== undefined) Object.defineProperty(variables, name, { value, enumerable: true, configurable: true });
    return `$${name}`;
  };

  const condition = (): string => {
    if (random(6) > 0) return '';
    const directive = random(2) === 0 ? 'include' : 'skip';
    const value = random(2) === 0;
    switch (random(3)) {
      case 0:
        return ` @${directive}(if: ${value})`;
      case 1:
        return ` @${directive}(if: ${variable('Boolean!', value)})`;
      default:
        return ` @${directive}(if: ${variable('Boolean!', undefined, String(value))})`;
    }
  };

  const argumentsOf = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(({ type }) => isNonNullType(type) || random(2) === 0);
    if (given.length === 0) return '';
    const texts = given.map(({ name, type }) => {
      const value = inputValue(type, random);
      return `${name}: ${random(2) === 0 ? variable(type.toString(), value) : literal(value, type)}`;
    });
    return `(${texts.join(', ')})`;
  };

  const field = (type: GraphQLCompositeType, depth: number): string => {
    const fields =
      isAbstractType(type) && !('getFields' in type) ? [] : Object.values((type as GraphQLObjectType).getFields());
    const usable = fields.filter(({ type: of }) => depth > 0 || !isCompositeType(getNamedType(of)));
    const chosen = usable[random(Math.max(1, usable.length))];
    if (chosen === undefined || random(12) === 0) return `${random(5) === 0 ? 'kind: ' : ''}__typename${condition()}`;
    // Mostly aliases of one field only: the others collide, and then the operation has to be thrown away.
    const alias =
      [`${ALIASES[random(ALIASES.length)]}: `, `my_${chosen.name}: `, `my_${chosen.name}: `][random(12)] ?? '';
    const named = getNamedType(chosen.type);
    const inner = isCompositeType(named) ? ` ${selection(named, depth - 1)}` : '';
    return `${alias}${chosen.name}${argumentsOf(chosen.args)}${condition()}${inner}`;
  };

  const narrowed = (type: GraphQLCompositeType): GraphQLCompositeType => {
    const candidates = Object.values(types).filter((other): other is GraphQLCompositeType =>
      overlaps(schema, type, other),
    );
    return candidates[random(candidates.length)] ?? type;
  };

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const parts: string[] = [];
    const size = 1 + random(3);
    for (let index = 0; index < size; index++) {
      const kind = random(isAbstractType(type) ? 4 : 8);
      if (kind === 0 && depth > 0) {
        const to = narrowed(type);
        parts.push(
          `...${random(6) === 0 ? '' : ` on ${to.name}`}${condition()} ${selection(to, depth - 1)}`.replace(
            '...  ',
            '... ',
          ),
        );
      } else if (kind === 1 && depth > 0 && fragments.length < 3) {
        const to = narrowed(type);
        const name = `F${fragments.length}`;
        fragments.push('');
        fragments[fragments.indexOf('')] = `fragment ${name} on ${to.name} ${selection(to, depth - 1)}`;
        parts.push(`...${name}${condition()}`);
      } else parts.push(field(type, depth));
    }
    return `{ ${parts.join(' ')} }`;
  };

  const mutationType = schema.getMutationType();
  const root = mutationType && random(6) === 0 ? mutationType : schema.getQueryType();
  if (!root) throw new Error('The schema has no Query type');
  const body = selection(root, 3 + (random(4) === 0 ? 1 : 0));
  const head = `${root === mutationType ? 'mutation' : 'query'} Q${definitions.length > 0 ? `(${definitions.join(', ')})` : ''}`;
  return { query: `${head} ${body} ${fragments.join(' ')}`.trim(), variables };
}

function overlaps(schema: GraphQLSchema, type: GraphQLCompositeType, other: GraphQLNamedType): boolean {
  if (!isCompositeType(other) || other.name.startsWith('__')) return false;
  if (other === type) return true;
  const of = (each: GraphQLCompositeType) => (isAbstractType(each) ? schema.getPossibleTypes(each) : [each]);
  return of(type).some((each) => of(other).includes(each)) && (isObjectType(other) || isAbstractType(other));
}

function inputValue(type: GraphQLInputType, random: Random): unknown {
  if (isNonNullType(type)) return inputValue(type.ofType, random) ?? 1;
  if (isListType(type)) return Array.from({ length: random(3) }, () => inputValue(type.ofType, random));
  if (isEnumType(type)) return type.getValues()[random(type.getValues().length)]?.name;
  if (isInputObjectType(type)) {
    const entries = Object.values(type.getFields())
      .filter(({ type: of }) => isNonNullType(of) || random(2) === 0)
      .map(({ name, type: of }) => [name, inputValue(of, random)]);
    return Object.fromEntries(entries);
  }
  switch (type.name) {
    case 'Boolean':
      return random(2) === 0;
    case 'ID':
      return `Book:${random(5)}`;
    case 'String':
      return ['x', 'say "hi"', 'ü'][random(3)];
    default:
      return 1 + random(5);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner) && Array.isArray(value))
    return `[${value.map((item) => literal(item, inner.ofType)).join(', ')}]`;
  if (isEnumType(inner)) return String(value);
  if (isInputObjectType(inner) && typeof value === 'object' && value !== null) {
    const fields = inner.getFields();
    const texts = Object.entries(value).map(
      ([name, of]) => `${name}: ${fields[name] ? literal(of, fields[name].type) : 'null'}`,
    );
    return `{${texts.join(', ')}}`;
  }
  return JSON.stringify(value);
}
