import {
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { UsageBatch } from '../../../schema/publishing/gatewayReports.ts';
import type { Operation } from '../../model/operation.ts';

/** Counts the requests of one generation. */
export interface UsageCounter {
  count(operation: Operation, client: string | undefined): void;
}

export type UsageCount = UsageBatch['counts'][number];

export interface UsageCounts {
  /** The schema says which fields an operation uses. */
  counterFor(schema: GraphQLSchema): UsageCounter;
  /** What was counted since the last call, one by one, and how many requests were left out. */
  take(day: string): { readonly counts: Iterable<UsageCount>; readonly leftOut: number };
}

/** Requests that name no client. */
const UNNAMED = '(unnamed)';
/** Pairs of an operation and a client that are counted until the next report; callers decide how many there are. */
const MOST_ENTRIES = 5_000;

interface Entry {
  readonly schema: GraphQLSchema;
  count: number;
}

/**
 * Counts how often each client uses each operation: one integer for each pair, so that a request costs two look-ups.
 * Which fields an operation uses is found out later, when the counts are taken.
 */
export function createUsageCounts(mostEntries: number = MOST_ENTRIES): UsageCounts {
  let byClient = new Map<string, Map<Operation, Entry>>();
  let entries = 0;
  let leftOut = 0;
  const coordinates = new WeakMap<Operation, readonly string[]>();

  function add(schema: GraphQLSchema, operation: Operation, client: string): void {
    if (entries === mostEntries) {
      leftOut++;
      return;
    }
    entries++;
    const ofClient = byClient.get(client) ?? new Map<Operation, Entry>();
    ofClient.set(operation, { schema, count: 1 });
    byClient.set(client, ofClient);
  }

  function coordinatesOf(operation: Operation, schema: GraphQLSchema): readonly string[] {
    const cached = coordinates.get(operation) ?? usedCoordinates(operation, schema);
    coordinates.set(operation, cached);
    return cached;
  }

  function* counted(taken: ReadonlyMap<string, ReadonlyMap<Operation, Entry>>, day: string): Generator<UsageCount> {
    for (const [client, ofClient] of taken) {
      for (const [operation, { schema, count }] of ofClient) {
        const common = { day, client, operation: `sha256:${operation.documentHash}`, count };
        for (const coordinate of coordinatesOf(operation, schema)) yield { ...common, coordinate };
      }
    }
  }

  return {
    counterFor: (schema) => ({
      count(operation, client = UNNAMED) {
        const entry = byClient.get(client)?.get(operation);
        if (entry === undefined) add(schema, operation, client);
        else entry.count++;
      },
    }),
    take(day) {
      const taken = { counts: counted(byClient, day), leftOut };
      byClient = new Map();
      entries = 0;
      leftOut = 0;
      return taken;
    },
  };
}

/** Every field that the operation selects, as `Type.field`, whatever the requester may see of it. */
function usedCoordinates({ definition, fragments }: Operation, schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = (typeName: string | undefined, { selections }: SelectionSetNode): void => {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        visit(fragment.typeCondition.name.value, fragment.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        const field = type.getFields()[selection.name.value];
        // __typename and introspection are no fields of a type.
        if (field === undefined) continue;
        found.add(`${type.name}.${field.name}`);
        const inner = getNamedType(field.type);
        if (selection.selectionSet !== undefined && isCompositeType(inner)) visit(inner.name, selection.selectionSet);
      }
    }
  };
  visit(schema.getRootType(definition.operation)?.name, definition.selectionSet);
  return [...found];
}
