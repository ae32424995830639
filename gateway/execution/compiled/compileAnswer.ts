import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { EngineOperation } from '../engine.ts';
import { type Answering, FAULT, list, nonNull, nullable, unusable, type Write, writtenOnce } from './answerWriter.ts';
import { createFieldCollector, type IsIncluded } from './collectFields.ts';
import { type IntrospectionWriter, isIntrospection } from './introspection.ts';
import { isJsonObject, type JsonObject, ownReader } from './json.ts';
import { stringText } from './jsonText.ts';
import { leafWriter } from './leafWriter.ts';

/** Writes `data` of the answer from the merged data, in the client's shape and order. */
export type AnswerWriter = (data: JsonObject, answering: Answering) => string;

export interface AnswerPlan {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly treatmentOf: EngineOperation['treatmentOf'];
  readonly introspect: (fields: readonly FieldNode[]) => IntrospectionWriter;
  readonly isIncluded: IsIncluded;
  /** Interfaces under whose own name entities may come. */
  readonly interfaceObjects: readonly string[];
}

/** A field of one runtime type: its key as text, and how its value is read and written. */
interface FieldWriter {
  readonly head: string;
  readonly key: string;
  readonly write: (source: JsonObject, answering: Answering) => string | typeof FAULT;
}

/** A runtime type, or the interface where nothing more is known. */
type WrittenType = GraphQLObjectType | GraphQLInterfaceType;

type ObjectWriter = (source: JsonObject, answering: Answering) => string | typeof FAULT;

/**
 * Compiles the writer of one operation for one outcome of its conditions. Places are (runtime type, field) pairs: what
 * a place does with its value (show, deny) is decided here, so nothing walks the answer afterwards.
 */
export function compileAnswer(plan: AnswerPlan): AnswerWriter {
  const { schema } = plan;
  const collector = createFieldCollector(schema, plan.document);
  const numbers = new Map<FieldNode, number>();
  const writers = new Map<string, ObjectWriter>();

  /** The same fields under the same type are one writer, wherever they stand: operations stay linear in size. */
  const objectWriter = (type: WrittenType, nodes: readonly FieldNode[]): ObjectWriter => {
    const identity = `${type.name} ${nodes.map((node) => numberOf(node, numbers)).join(' ')}`;
    let writer = writers.get(identity);
    if (writer === undefined) {
      const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
      writer = writeFields(compileFields(type, sets));
      writers.set(identity, writer);
    }
    return writer;
  };

  const compileFields = (type: WrittenType, sets: readonly SelectionSetNode[]): FieldWriter[] => {
    const fields = Array.from(collector.collect(type, sets, plan.isIncluded), ([key, nodes]) =>
      compileField(type, key, nodes),
    );
    return fields.map((field, index) => (index === 0 ? field : { ...field, head: `,${field.head}` }));
  };

  const compileField = (type: WrittenType, key: string, nodes: readonly FieldNode[]): FieldWriter => {
    const [node] = nodes;
    if (node === undefined) throw new Error('A response key without a field');
    const head = `${stringText(key)}:`;
    const name = node.name.value;
    // Two fragments may select one key; if any of them is denied the place is.
    if (nodes.some((each) => isDenied(type, each))) {
      return { head, key, write: () => 'null' };
    }
    if (name === '__typename') {
      // Of an entity that only told its interface there is no saying what it is.
      if (isInterfaceType(type)) return { head, key, write: (_, answering) => unusable(answering) };
      const text = stringText(type.name);
      return { head, key, write: () => text };
    }
    if (isIntrospection(name) && type === plan.rootType) {
      const introspect = plan.introspect(nodes);
      return { head, key, write: (_, answering) => introspect(answering.variables) };
    }
    const definition = type.getFields()[name];
    if (definition === undefined) throw new Error(`${type.name}.${name} is not in the schema`);
    const read = ownReader(key);
    const written = valueWriter(definition.type, nodes);
    const write = node.selectionSet === undefined ? written : writtenOnce(written);
    return { head, key, write: (source, answering) => write(read(source), answering) };
  };

  const valueWriter = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Write =>
    isNonNullType(type) ? nonNull(presentWriter(type.ofType, nodes)) : nullable(presentWriter(type, nodes));

  const presentWriter = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Write => {
    if (isListType(type)) return list(valueWriter(type.ofType, nodes));
    if (isLeafType(type)) return leafWriter(type);
    if (isObjectType(type)) {
      const write = objectWriter(type, nodes);
      return (value, answering) => (isJsonObject(value) ? write(value, answering) : unusable(answering));
    }
    const byName = new Map(typesUnder(type).map((possible) => [possible.name, objectWriter(possible, nodes)]));
    return (value, answering) => {
      if (!isJsonObject(value)) return unusable(answering);
      const typename = value.__typename;
      // An interface object comes under the interface's name or none. A type that the API does not have is not shown.
      const write = byName.get(typeof typename === 'string' ? typename : type.name);
      return write === undefined ? unusable(answering) : write(value, answering);
    };
  };

  /** What an object at a place of an abstract type may call itself. */
  const typesUnder = (type: GraphQLAbstractType): readonly WrittenType[] => {
    const interfaces = isInterfaceType(type) ? [type, ...schema.getImplementations(type).interfaces] : [];
    return [...schema.getPossibleTypes(type), ...interfaces.filter(({ name }) => plan.interfaceObjects.includes(name))];
  };

  /** Where only the interface is known, what is denied of any of its types is denied. */
  const isDenied = (type: WrittenType, node: FieldNode): boolean => {
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    return types.some(({ name }) => plan.treatmentOf(name, node).kind !== 'show');
  };

  const write = writeFields(compileFields(plan.rootType, [plan.operation.selectionSet]));
  return (data, answering) => write(data, answering) ?? 'null';
}

function writeFields(fields: readonly FieldWriter[]): ObjectWriter {
  return (source, answering) => {
    const { path } = answering;
    const last = path.push('') - 1;
    let out = '{';
    for (let index = 0; index < fields.length; index++) {
      const { head, key, write } = fields[index] as FieldWriter; // within bounds
      path[last] = key;
      const text = write(source, answering);
      if (text === FAULT) {
        path.pop();
        return FAULT;
      }
      out += head + text;
    }
    path.pop();
    return `${out}}`;
  };
}

function numberOf(node: FieldNode, numbers: Map<FieldNode, number>): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  numbers.set(node, numbers.size);
  return numbers.size - 1;
}

/** Names of the variables that @skip and @include of a document depend on. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const visit = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      for (const condition of conditionsOf(selection.directives ?? [])) {
        if (condition.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined)
        visit(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) if ('selectionSet' in definition) visit(definition.selectionSet);
  return [...names];
}

/** GraphQL 3.13.1 and 3.13.2: skipped wins over included. */
export function includedWhen(isTrue: (variable: string) => boolean): IsIncluded {
  return (directives) =>
    conditionsOf(directives).every(({ name, value }) => {
      const holds =
        value.kind === Kind.VARIABLE ? isTrue(value.name.value) : value.kind === Kind.BOOLEAN && value.value;
      return name === 'include' ? holds : !holds;
    });
}

function conditionsOf(directives: readonly DirectiveNode[]) {
  return directives.flatMap(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const condition = given?.find((argument) => argument.name.value === 'if');
    return condition === undefined ? [] : [{ name: name.value, value: condition.value }];
  });
}
