import {
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIntrospection } from '../../../documents/introspection.ts';
import type { FieldAccess } from '../../../model/fieldAccess.ts';
import type { EngineOperation } from '../../contract/engine.ts';
import { isJsonObject, type JsonObject, ownReader } from '../json/json.ts';
import { oneByteText, stringText } from '../json/jsonText.ts';
import { createFieldCollector, type IsIncluded } from './collectFields.ts';
import { bitOf, type DisclosureScopes, noBits, type OpenScope } from './disclosureScopes.ts';
import { byRules, type FieldWriter, noted, writeFields } from './fieldWriters.ts';
import type { IntrospectionWriter } from './introspection.ts';
import { leafWriter } from './leafWriter.ts';
import {
  list,
  listWithoutHidden,
  nonNull,
  nullable,
  nullIfLeftOut,
  type ObjectWriter,
  unusable,
  type Write,
  type WriterState,
  writtenOnce,
} from './responseWriter.ts';
import { leftOut, leftOutByPerson, writePerson } from './scopeWriters.ts';
import { writeSubject } from './subjectWriter.ts';

/** Writes the response's `data` from the merged data, in the client's shape and order. Throws BudgetSpent. */
export type ResponseWriter = (data: JsonObject, state: WriterState) => string | undefined;

export interface ResponsePlan {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  /** Response key of a field in the merged data. */
  readonly keyOf: (field: FieldNode) => string;
  readonly accessOf: EngineOperation['accessOf'];
  readonly objectAccessOf: EngineOperation['objectAccessOf'];
  /** Type whose objects are persons; without one, disclosures are not tracked. */
  readonly personType: string | undefined;
  readonly subjectKeys: EngineOperation['subjectKeys'];
  readonly scopes: DisclosureScopes;
  readonly introspect: (fields: readonly FieldNode[]) => IntrospectionWriter;
  readonly isIncluded: IsIncluded;
  /** Interfaces under whose own name entities may come. */
  readonly interfaceObjects: readonly string[];
}

/** A runtime type, or the interface where nothing more is known. */
type WrittenType = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Compiles the writer of one operation for one outcome of its conditions. Places are pairs of runtime type and field.
 * Whether a place shows or denies its value is decided here, so that nothing walks the response afterwards.
 */
export function compileResponse(plan: ResponsePlan): ResponseWriter {
  const { schema } = plan;
  const collector = createFieldCollector(schema, plan.document);
  const numbers = new Map<FieldNode, number>();
  const writers = new Map<string, ObjectWriter>();

  /** Equal fields under the same type share one writer, so that the size stays linear in the operation. */
  const objectWriter = (type: WrittenType, nodes: readonly FieldNode[], outer: OpenScope): ObjectWriter => {
    const isPerson = type.name === plan.personType;
    const place = `${type.name} ${nodes.map((node) => numberOf(node, numbers)).join(' ')}`;
    // A person is always a scope of its own, and so is an object that says whose data it is, unless it is inside a
    // person. Any other object belongs to the scope around it.
    const keys = outer.opener === 'person' ? undefined : plan.subjectKeys?.get(type.name);
    const identity = isPerson ? place : keys === undefined ? `${outer.index} ${place}` : `subject ${place}`;
    let writer = writers.get(identity);
    if (writer === undefined) {
      const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
      const scope = isPerson ? plan.scopes.open('person') : keys === undefined ? outer : plan.scopes.open('subject');
      const fields = writeFields(compileFields(type, sets, scope));
      writer = isPerson ? writePerson(fields, scope) : fields;
      if (keys !== undefined) writer = writeSubject(fields, keys, scope, plan.scopes.ofNobody(scope));
      writers.set(identity, writer);
    }
    return writer;
  };

  const compileFields = (type: WrittenType, sets: readonly SelectionSetNode[], scope: OpenScope): FieldWriter[] => {
    const fields = Array.from(collector.collect(type, sets, plan.isIncluded), ([key, nodes]) =>
      compileField(type, key, nodes, scope),
    );
    return fields.map((field, index) => (index === 0 ? field : { ...field, head: `,${field.head}` }));
  };

  const compileField = (type: WrittenType, key: string, nodes: readonly FieldNode[], scope: OpenScope): FieldWriter => {
    const [node] = nodes;
    if (node === undefined) throw new Error('A response key without a field');
    const head = oneByteText(`${stringText(key)}:`);
    const name = node.name.value;
    // Two fragments may select one key. If one of them is denied, the place is.
    if (nodes.some((each) => isDenied(type, each))) {
      return { head, key, write: () => 'null' };
    }
    if (name === '__typename') {
      // If an entity has only the name of its interface, its type is unknown.
      if (isInterfaceType(type)) return { head, key, write: (_, state) => unusable(state) };
      const text = oneByteText(stringText(type.name));
      return { head, key, write: () => text };
    }
    if (isIntrospection(name) && type === plan.rootType) {
      const introspect = plan.introspect(nodes);
      return { head, key, write: (_, state) => introspect(state.variables) };
    }
    const definition = type.getFields()[name];
    if (definition === undefined) throw new Error(`${type.name}.${name} is not in the schema`);
    const read = ownReader(plan.keyOf(node));
    const write = valueWriter(definition.type, nodes, scope);
    const access = plan.accessOf(type.name, node);
    const value: FieldWriter['write'] = (source, state) => write(read(source), state);
    const writeAllowed = access.kind === 'rules' ? byRules(access.rules, type.name, name, read, value) : value;
    return {
      head,
      key,
      write: plan.personType === undefined ? writeAllowed : noted(writeAllowed, bitOf(scope, `${type.name}.${name}`)),
    };
  };

  const valueWriter = (type: GraphQLOutputType, nodes: readonly FieldNode[], scope: OpenScope): Write => {
    const write = itemWriter(type, nodes, scope);
    return canBeLeftOut(type) ? nullIfLeftOut(write) : write;
  };

  const itemWriter = (type: GraphQLOutputType, nodes: readonly FieldNode[], scope: OpenScope): Write =>
    isNonNullType(type)
      ? nonNull(presentWriter(type.ofType, nodes, scope))
      : nullable(presentWriter(type, nodes, scope));

  const presentWriter = (type: GraphQLOutputType, nodes: readonly FieldNode[], scope: OpenScope): Write => {
    if (isLeafType(type)) return leafWriter(type);
    const write = compositeWriter(type, nodes, scope);
    // With tracked disclosures, each place is written by itself: a shared text would not say whom it discloses.
    return plan.personType === undefined ? writtenOnce(write) : write;
  };

  const compositeWriter = (
    type: Exclude<GraphQLOutputType, GraphQLLeafType>,
    nodes: readonly FieldNode[],
    scope: OpenScope,
  ): Write => {
    if (isListType(type)) {
      const write = itemWriter(type.ofType, nodes, scope);
      return canBeLeftOut(type.ofType) ? listWithoutHidden(write) : list(write);
    }
    if (isObjectType(type)) {
      const write = unlessLeftOut(type, false, objectWriter(type, nodes, scope));
      return (value, state) => (isJsonObject(value) ? write(value, state) : unusable(state));
    }
    const byName = new Map(
      typesUnder(type).map((possible) => [
        possible.name,
        unlessLeftOut(possible, true, objectWriter(possible, nodes, scope)),
      ]),
    );
    return (value, state) => {
      if (!isJsonObject(value)) return unusable(state);
      const typename = value.__typename;
      // An interface object has the interface's name or none. A type that is not in the API schema is not shown.
      const write = byName.get(typeof typename === 'string' ? typename : type.name);
      return write === undefined ? unusable(state) : write(value, state);
    };
  };

  const objectAccesses = (type: WrittenType, isAbstract: boolean): readonly FieldAccess[] => {
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    return types.map(({ name }) => plan.objectAccessOf?.(name, isAbstract) ?? SHOW);
  };

  /** Leaves out objects that the requester may not know about, with their keys and type names. */
  const unlessLeftOut = (type: WrittenType, isAbstract: boolean, write: ObjectWriter): ObjectWriter => {
    const accesses = objectAccesses(type, isAbstract);
    if (accesses.every(({ kind }) => kind === 'show')) return write;
    const [access] = accesses;
    if (access?.kind !== 'rules' || accesses.length > 1) return leftOut;
    return leftOutByPerson(access.rules, type.name === plan.personType, write);
  };

  /** True if an object directly at a place of the type may be left out. Lists inside lists are always sent. */
  const canBeLeftOut = (type: GraphQLOutputType): boolean => {
    const named = isNonNullType(type) ? type.ofType : type;
    if (isListType(named) || isLeafType(named)) return false;
    const isAbstract = !isObjectType(named);
    const types = isAbstract ? typesUnder(named) : [named];
    return types.some((each) => objectAccesses(each, isAbstract).some(({ kind }) => kind !== 'show'));
  };

  /** Types that an object at a place of an abstract type may have. */
  const typesUnder = (type: GraphQLAbstractType): readonly WrittenType[] => {
    const interfaces = isInterfaceType(type) ? [type, ...schema.getImplementations(type).interfaces] : [];
    return [...schema.getPossibleTypes(type), ...interfaces.filter(({ name }) => plan.interfaceObjects.includes(name))];
  };

  /** If only the interface is known, a field is denied that is denied for any of its types. */
  const isDenied = (type: WrittenType, node: FieldNode): boolean => {
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    return types.some(({ name }) => {
      const { kind } = plan.accessOf(name, node);
      return kind === 'deny' || (kind === 'rules' && isInterfaceType(type));
    });
  };

  const root = plan.scopes.open('root');
  const write = writeFields(compileFields(plan.rootType, [plan.operation.selectionSet], root));
  return (data, state) => {
    const bits = noBits(root);
    state.bits = bits;
    const text = write(data, state);
    state.disclosed.push({ scope: root.index, personId: undefined, bits });
    return text;
  };
}

const SHOW: FieldAccess = { kind: 'show' };

function numberOf(node: FieldNode, numbers: Map<FieldNode, number>): number {
  const existing = numbers.get(node);
  if (existing !== undefined) return existing;
  numbers.set(node, numbers.size);
  return numbers.size - 1;
}
