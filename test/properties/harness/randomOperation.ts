import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** One field of a random operation, at one place of the answer. */
export interface RandomField {
  /** Response keys with `@` for list positions, joined by dots. */
  readonly place: string;
  /** Type.field */
  readonly coordinate: string;
  /** Coordinates of the fields it stands in, from the root. */
  readonly within: readonly string[];
  /** False when a `@skip` or `@include` on the way takes it out. */
  readonly included: boolean;
}

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fields: readonly RandomField[];
}

/** Names that are properties of every object, or wildcards to some library. */
const trickyNames = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'all', 'manage', 'then', 'length'];

/**
 * Writes an operation from a tape of numbers: the same tape gives the same operation, a shorter one a smaller operation,
 * so that fast-check can shrink what it finds. Always valid against the schema.
 */
export function randomOperation(
  schema: GraphQLSchema,
  tape: readonly number[],
  argumentsOf: (coordinate: string) => string,
  variables: Readonly<Record<string, unknown>>,
): RandomOperation {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  const fields: RandomField[] = [];
  const fragments: string[] = [];
  let next = 0;
  let aliases = 0;
  let selections = 0;

  /** 0 once the tape has ended: the smallest choice everywhere. */
  function pick(bound: number): number {
    const number = tape[next++] ?? 0;
    return number % bound;
  }

  interface Place {
    readonly path: readonly string[];
    readonly within: readonly string[];
    readonly included: boolean;
  }

  function writeSelections(type: GraphQLObjectType, place: Place, depth: number): string {
    const parts: string[] = [];
    const count = 1 + pick(depth === 0 ? 3 : 4);
    for (let n = 0; n < count; n++) {
      switch (pick(8)) {
        case 5: {
          const { text, included } = writeCondition();
          parts.push(`... ${text} { ${writeField(type, { ...place, included: place.included && included }, depth)} }`);
          break;
        }
        case 6:
          parts.push(`... on ${type.name} { ${writeField(type, place, depth)} }`);
          break;
        case 7: {
          const name = `f${fragments.length}`;
          fragments.push('');
          fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} { ${writeField(type, place, depth)} }`;
          parts.push(`...${name}`);
          break;
        }
        default:
          parts.push(writeField(type, place, depth));
      }
    }
    return parts.join(' ');
  }

  function writeField(type: GraphQLObjectType, place: Place, depth: number): string {
    const candidates = Object.values(type.getFields()).filter(
      (field) =>
        (depth < 3 || !isObjectType(getNamedType(field.type))) &&
        (!field.args.some(isRequiredArgument) || argumentsOf(`${type.name}.${field.name}`) !== ''),
    );
    const field = candidates[pick(candidates.length)];
    if (field === undefined || ++selections > 25) return '__typename';
    const coordinate = `${type.name}.${field.name}`;
    // Arguments differ from use to use: without a name of its own such a field could conflict with itself.
    const needsAlias = field.args.length > 0 || pick(3) === 1;
    const alias = needsAlias ? newAlias() : undefined;
    const condition = pick(6) === 5 ? writeCondition() : { text: '', included: true };
    const included = place.included && condition.included;
    const path = [...place.path, alias ?? field.name];
    fields.push({ place: path.join('.'), coordinate, within: place.within, included });
    const inner = writeInner(field, { path, within: [...place.within, coordinate], included }, depth);
    const args = field.args.length === 0 ? '' : argumentsOf(coordinate);
    return `${alias === undefined ? '' : `${alias}: `}${field.name}${args} ${condition.text} ${inner}`;
  }

  function writeInner(field: GraphQLField<unknown, unknown>, place: Place, depth: number): string {
    const returned = getNamedType(field.type);
    if (!isObjectType(returned)) return '';
    const path = [...place.path, ...Array<string>(listDepth(field.type)).fill('@')];
    return `{ ${writeSelections(returned, { ...place, path }, depth + 1)} }`;
  }

  function newAlias(): string {
    const number = aliases++;
    return trickyNames[number] ?? `a${number}`;
  }

  function writeCondition(): { readonly text: string; readonly included: boolean } {
    const choices = [
      { text: '@include(if: true)', included: true },
      { text: '@include(if: $yes)', included: true },
      { text: '@skip(if: $no)', included: true },
      { text: '@skip(if: $defaultNo)', included: true },
      { text: '@skip(if: true)', included: false },
      { text: '@include(if: $no)', included: false },
      { text: '@skip(if: $yes) @include(if: $yes)', included: false },
    ] as const;
    return choices[pick(choices.length)] ?? choices[0];
  }

  const body = writeSelections(query, { path: [], within: [], included: true }, 0);
  const header =
    'query Random($id: ID!, $ids: [ID!]!, $household: ID!, $yes: Boolean!, $no: Boolean!, $defaultNo: Boolean = false)';
  // Every variable is used, so that the operation is valid whatever the tape chose.
  const uses = '__typename @include(if: $yes) @skip(if: $no) t1: __typename @skip(if: $defaultNo)';
  const anchors =
    'anchor: person(id: $id) { id } anchors: persons(ids: $ids) { id } house: household(id: $household) { id }';
  return {
    query: [`${header} { ${uses} ${anchors} ${body} }`, ...fragments].join('\n'),
    variables: { yes: true, no: false, ...variables },
    fields,
  };
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
