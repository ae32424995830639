import type { FieldNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FieldAccess } from '../../../model/fieldAccess.ts';
import type { Caches } from '../../../runtime/caches.ts';
import type { EngineOperation } from '../../contract/engine.ts';
import type { VariableValues } from '../../contract/variableValues.ts';
import { compileResponse, type ResponseWriter } from './compileResponse.ts';
import { conditionVariables, includedWhen } from './conditions.ts';
import type { DisclosureScopes } from './disclosureScopes.ts';
import { compileIntrospection } from './introspection.ts';

/** Finds the writer for the values of one request. */
export type ResponseWriterFor = (variables: VariableValues) => ResponseWriter;

/** Maximum number of cached outcomes of @skip and @include per operation. Any more are compiled for each request. */
const MAX_VARIANTS = 32;
/** Closures that write one field. */
const FIELD_BYTES = 1_000;

/**
 * One compiled writer per outcome of the operation's conditions. Most operations have no variable in a condition and
 * one writer; the others get theirs when an outcome first occurs.
 */
export function createResponseCompiler(from: {
  readonly schema: GraphQLSchema;
  readonly asked: EngineOperation;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly keyOf: (field: FieldNode) => string;
  readonly interfaceObjects: readonly string[];
  readonly scopes: DisclosureScopes;
  readonly caches: Caches;
}): ResponseWriterFor {
  const { schema, asked, operation, rootType, interfaceObjects } = from;
  const names = conditionVariables(asked.original);
  const accessByField = new Map<FieldNode, Map<string, FieldAccess>>();
  // Decisions are taken once per place, whatever the number of variants.
  const accessOf = (type: string, field: FieldNode): FieldAccess => {
    const accessByType = accessByField.get(field) ?? new Map<string, FieldAccess>();
    accessByField.set(field, accessByType);
    const access = accessByType.get(type) ?? asked.accessOf(type, field);
    accessByType.set(type, access);
    return access;
  };
  const compile = (isTrue: (variable: string) => boolean): ResponseWriter =>
    compileResponse({
      schema,
      personType: asked.personType,
      subjectKeys: asked.subjectKeys,
      scopes: from.scopes,
      document: asked.original,
      operation,
      rootType,
      keyOf: from.keyOf,
      accessOf: asked.pruned === undefined ? nothingButTypenames : accessOf,
      objectAccessOf: asked.objectAccessOf,
      introspect: (fields) => compileIntrospection(schema, asked.original, operation, fields),
      isIncluded: includedWhen(isTrue),
      interfaceObjects,
    });

  if (names.length === 0) {
    const writer = compile(() => false);
    return () => writer;
  }
  // Takes every decision that any outcome may need, while the operation is being prepared.
  compile(() => true);
  const variants = from.caches.lru<string, ResponseWriter>('answer writers', {
    max: MAX_VARIANTS,
    bytesOf: () => FIELD_BYTES * accessByField.size,
  });
  return (variables) => {
    const outcome = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    let writer = variants.get(outcome);
    if (writer === undefined) {
      writer = compile((name) => variables[name] === true);
      variants.set(outcome, writer);
    }
    return writer;
  };
}

/** Response when there is nothing to fetch: every root field is null, except __typename, which is not data. */
function nothingButTypenames(_: string, field: FieldNode): FieldAccess {
  return { kind: field.name.value === '__typename' ? 'show' : 'deny' };
}
