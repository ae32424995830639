import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** Breaking: a valid document stops working. Dangerous: it still works, but a client may meet what it does not know. */
export type Severity = 'breaking' | 'dangerous' | 'safe';

export interface SchemaChange {
  readonly code: string;
  readonly severity: Severity;
  readonly coordinate: string;
  readonly message: string;
  /** Coordinate whose use in a document means that the change concerns it. Default: the coordinate. */
  readonly usedAs?: string;
}

/** Compares two schemas as clients see them. See the GraphQL specification, October 2021, sections 2 and 3. */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema): readonly SchemaChange[] {
  const found: SchemaChange[] = [];
  const add = (severity: Severity, code: string, coordinate: string, message: string, usedAs?: string) =>
    found.push({ severity, code, coordinate, message, ...(usedAs !== undefined && { usedAs }) });
  const typesOf = (schema: GraphQLSchema) =>
    Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const was of typesOf(before)) {
    const is = after.getType(was.name);
    if (is === undefined) add('breaking', 'TYPE_REMOVED', was.name, `The type ${was.name} is removed.`);
    else if (is.constructor !== was.constructor)
      add('breaking', 'TYPE_KIND_CHANGED', was.name, `${was.name} becomes another kind of type.`);
    else compareTypes(was, is);
  }
  for (const type of typesOf(after)) {
    if (before.getType(type.name) === undefined)
      add('safe', 'TYPE_ADDED', type.name, `The type ${type.name} is added.`);
  }
  return found;

  function compareTypes(was: GraphQLNamedType, is: GraphQLNamedType): void {
    if ((isObjectType(was) && isObjectType(is)) || (isInterfaceType(was) && isInterfaceType(is))) {
      compareFields(was.name, was.getFields(), is.getFields());
      const wasOf = was.getInterfaces().map(({ name }) => name);
      const isOf = is.getInterfaces().map(({ name }) => name);
      for (const name of without(wasOf, isOf))
        add('breaking', 'INTERFACE_REMOVED', was.name, `${was.name} no longer implements ${name}.`);
      for (const name of without(isOf, wasOf))
        add('dangerous', 'INTERFACE_ADDED', was.name, `${was.name} implements ${name}.`);
    }
    if (isUnionType(was) && isUnionType(is)) {
      const members = [was, is].map((union) => union.getTypes().map(({ name }) => name));
      const [old = [], next = []] = members;
      for (const name of without(old, next))
        add('breaking', 'MEMBER_REMOVED', was.name, `${name} is no longer a member of ${was.name}.`, name);
      for (const name of without(next, old))
        add('dangerous', 'MEMBER_ADDED', was.name, `${name} becomes a member of ${was.name}.`);
    }
    if (isEnumType(was) && isEnumType(is)) {
      const [old = [], next = []] = [was, is].map((type) => type.getValues().map(({ name }) => name));
      for (const name of without(old, next))
        add('breaking', 'VALUE_REMOVED', `${was.name}.${name}`, `${was.name} loses the value ${name}.`, was.name);
      for (const name of without(next, old))
        add('dangerous', 'VALUE_ADDED', `${was.name}.${name}`, `${was.name} gets the value ${name}.`, was.name);
    }
    if (isInputObjectType(was) && isInputObjectType(is)) compareInputs(was.name, was.getFields(), is.getFields());
  }

  function compareFields(type: string, old: Fields, next: Fields): void {
    for (const field of Object.values(old)) {
      const coordinate = `${type}.${field.name}`;
      const is = next[field.name];
      if (is === undefined) {
        const deprecated = field.deprecationReason == null ? '' : `, which was deprecated: ${field.deprecationReason}`;
        add('breaking', 'FIELD_REMOVED', coordinate, `${coordinate} is removed${deprecated}.`);
        continue;
      }
      if (String(is.type) !== String(field.type)) {
        const isSafe = isSafeOutput(field.type, is.type);
        const message = `${coordinate} changes its type from ${field.type} to ${is.type}.`;
        add(isSafe ? 'safe' : 'breaking', 'FIELD_TYPE_CHANGED', coordinate, message);
      }
      if (is.deprecationReason != null && field.deprecationReason == null)
        add('safe', 'FIELD_DEPRECATED', coordinate, `${coordinate} is deprecated: ${is.deprecationReason}`);
      compareArguments(coordinate, field.args, is.args);
    }
    for (const name of without(Object.keys(next), Object.keys(old)))
      add('safe', 'FIELD_ADDED', `${type}.${name}`, `${type}.${name} is added.`);
  }

  function compareArguments(field: string, old: readonly GraphQLArgument[], next: readonly GraphQLArgument[]): void {
    const byName = new Map(next.map((argument) => [argument.name, argument]));
    for (const was of old) {
      const coordinate = `${field}(${was.name}:)`;
      const is = byName.get(was.name);
      byName.delete(was.name);
      if (is === undefined) {
        add('breaking', 'ARGUMENT_REMOVED', coordinate, `The argument ${coordinate} is removed.`);
      } else if (String(is.type) !== String(was.type)) {
        const message = `${coordinate} changes its type from ${was.type} to ${is.type}.`;
        const isSafe = isSafeInput(was.type, is.type);
        // A value that becomes required may be missing wherever the field is.
        const usedAs = isRequiredArgument(is) && !isRequiredArgument(was) ? field : coordinate;
        add(isSafe ? 'safe' : 'breaking', 'ARGUMENT_TYPE_CHANGED', coordinate, message, usedAs);
      } else if (JSON.stringify(is.defaultValue) !== JSON.stringify(was.defaultValue)) {
        add('dangerous', 'DEFAULT_CHANGED', coordinate, `${coordinate} has another default value.`, field);
      }
    }
    for (const added of byName.values()) {
      const coordinate = `${field}(${added.name}:)`;
      if (isRequiredArgument(added))
        add('breaking', 'REQUIRED_ARGUMENT_ADDED', coordinate, `${coordinate} is added and required.`, field);
      else add('dangerous', 'ARGUMENT_ADDED', coordinate, `The argument ${coordinate} is added.`, field);
    }
  }

  function compareInputs(type: string, old: Inputs, next: Inputs): void {
    for (const field of Object.values(old)) {
      const coordinate = `${type}.${field.name}`;
      const is = next[field.name];
      if (is === undefined) {
        add('breaking', 'INPUT_REMOVED', coordinate, `${coordinate} is removed.`, type);
      } else if (String(is.type) !== String(field.type)) {
        const message = `${coordinate} changes its type from ${field.type} to ${is.type}.`;
        add(isSafeInput(field.type, is.type) ? 'safe' : 'breaking', 'INPUT_TYPE_CHANGED', coordinate, message, type);
      } else if (JSON.stringify(is.defaultValue) !== JSON.stringify(field.defaultValue)) {
        add('dangerous', 'DEFAULT_CHANGED', coordinate, `${coordinate} has another default value.`, type);
      }
    }
    for (const name of without(Object.keys(next), Object.keys(old))) {
      const added = next[name];
      if (added !== undefined && isRequiredInputField(added))
        add('breaking', 'REQUIRED_INPUT_ADDED', `${type}.${name}`, `${type}.${name} is added and required.`, type);
      else add('dangerous', 'INPUT_ADDED', `${type}.${name}`, `${type}.${name} is added.`, type);
    }
  }
}

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;
type Inputs = Readonly<Record<string, GraphQLInputField>>;

function without(all: readonly string[], others: readonly string[]): readonly string[] {
  return all.filter((each) => !others.includes(each));
}

/** A client that reads the old type can read the new one: only null may become impossible. */
function isSafeOutput(was: GraphQLType, is: GraphQLType): boolean {
  if (isNonNullType(is)) return isSafeOutput(isNonNullType(was) ? was.ofType : was, is.ofType);
  if (isNonNullType(was)) return false;
  if (isListType(was) || isListType(is))
    return isListType(was) && isListType(is) && isSafeOutput(was.ofType, is.ofType);
  return String(was) === String(is);
}

/** Every value of the old type is one of the new type. */
function isSafeInput(was: GraphQLType, is: GraphQLType): boolean {
  if (isNonNullType(was)) return isSafeInput(was.ofType, isNonNullType(is) ? is.ofType : is);
  if (isNonNullType(is)) return false;
  if (isListType(was) || isListType(is)) return isListType(was) && isListType(is) && isSafeInput(was.ofType, is.ofType);
  return String(was) === String(is);
}
