import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { RecordedEffect } from '../../../schema/ledger/disclosureRecord.ts';
import { conditionApplies } from '../../documents/conditionApplies.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { Operation } from '../../model/operation.ts';
import { isPersonArgument } from '../request/personArguments.ts';
import type { RootField } from '../request/rootFields.ts';
import type { PseudonymOf } from './pseudonyms.ts';

export interface EffectsInput {
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly roots: readonly RootField[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly response: Pick<EngineResponse, 'data' | 'errors'>;
  readonly personType: string;
}

/** Effects of a mutation. */
export interface Effects {
  readonly effects: readonly RecordedEffect[];
  /** Keys of the root fields that were carried out. */
  readonly done: ReadonlySet<string>;
}

/** Maximum number of ids, and of characters in each. A record has at most 65,535 bytes. */
const MAX_IDS = 500;
const LONGEST_ID = 80;

/**
 * Lists the root fields of a mutation, each with the ids that it touched: those in its arguments as `argument:id`,
 * those in its response as `Type:id`, and persons as `person:<pseudonym>`. A field that failed or was refused has no
 * ids, because its arguments may hold anything. Undefined for a mutation that was not executed.
 */
export function effectsOf(input: EffectsInput, pseudonymOf: PseudonymOf): Effects | undefined {
  const { schema, operation, roots, variables, response } = input;
  if (response.data === undefined) return undefined;
  const rootType = schema.getRootType(operation.definition.operation);
  const answer: unknown = JSON.parse(response.data);
  const { fragments } = operation;
  let left = MAX_IDS;

  function add(ids: Set<string>, label: string, value: unknown, isPerson: boolean): void {
    if (typeof value !== 'string' || value.length > LONGEST_ID || left === 0) return;
    const { size } = ids;
    ids.add(isPerson ? `person:${pseudonymOf(value).bytes.toString('base64url')}` : `${label}:${value}`);
    left -= ids.size - size;
  }

  function readArgument(type: GraphQLInputType, name: string, value: unknown, ids: Set<string>): void {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      for (const item of Array.isArray(value) ? value : [value]) readArgument(nullable.ofType, name, item, ids);
    } else if (isInputObjectType(nullable)) {
      for (const field of Object.values(nullable.getFields()))
        readArgument(field.type, field.name, own(value, field.name), ids);
    } else if (nullable.name === 'ID') add(ids, name, value, isPersonArgument(name));
  }

  function readAnswer(type: GraphQLObjectType, selections: readonly SelectionNode[], value: unknown, ids: Set<string>) {
    if (Array.isArray(value)) for (const item of value) readAnswer(type, selections, item, ids);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const field = type.getFields()[name];
        if (field === undefined) continue;
        const inner = own(value, selection.alias?.value ?? name);
        const named = getNamedType(field.type);
        if (named.name === 'ID' && name === 'id') add(ids, type.name, inner, type.name === input.personType);
        else if (named.name === 'ID' && name === 'personId') add(ids, name, inner, true);
        else if (isObjectType(named)) readAnswer(named, selection.selectionSet?.selections ?? [], inner, ids);
      } else {
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (part !== undefined && conditionApplies(schema, part.typeCondition?.name.value, type)) {
          readAnswer(type, part.selectionSet.selections, value, ids);
        }
      }
    }
  }

  const effects: RecordedEffect[] = [];
  const done = new Set<string>();
  for (const root of roots) {
    const given = root.arguments(variables);
    if (given === undefined || !rootType) continue;
    const ids = new Set<string>();
    const value = own(answer, root.key);
    // A system that refuses returns an error at the field, and may return an object as well.
    const isRefused = response.errors.some(({ path }) => path?.length === 1 && path[0] === root.key);
    if (value !== null && value !== undefined && !isRefused) {
      done.add(root.key);
      for (const { name, type } of rootType.getFields()[root.name]?.args ?? []) {
        readArgument(type, name, given[name], ids);
      }
      readAnswer(rootType, root.nodes, answer, ids);
    }
    effects.push({ field: root.coordinate, ids: [...ids].sort() });
  }
  return { effects, done };
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key]; // an object with that own key, as just checked
}
