import { Kind, parse, type SelectionNode, visit } from 'graphql';
import { systemFailureMessage } from '../../errors/createErrors.ts';
import type { EngineError } from '../../model/engineResponse.ts';
import { publicMessageOf } from '../contract/publicMessage.ts';
import type { SubgraphFailure } from './subgraphCall.ts';

/**
 * One error for each field that a failed fetch leaves null, at its place in the response.
 *
 * @param hasPositions true if the lists of the response have the positions of the agencies' lists
 */
export function errorsOfFailures(
  failures: readonly SubgraphFailure[],
  clientKey: (key: string) => string,
  hasPositions: boolean,
): EngineError[] {
  const errors = new Map<string, EngineError>();
  for (const failure of failures) {
    for (const place of placesOf(failure, hasPositions)) {
      const path = place.map((part) => (typeof part === 'string' ? clientKey(part) : part));
      const key = JSON.stringify([failure.service, failure.code, path]);
      errors.set(key, {
        message:
          publicMessageOf(failure.service, failure.message) ?? systemFailureMessage(failure.service, failure.code),
        path,
        extensions: { code: failure.code, service: failure.service },
      });
    }
  }
  return [...errors.values()];
}

function placesOf(
  { path, query, inner }: SubgraphFailure,
  hasPositions: boolean,
): readonly (readonly (string | number)[])[] {
  const fields = requestedFields(query);
  if (inner !== undefined) {
    // The subgraph's own list of entities is not the response's: "@" stands for the position.
    const rest = inner[0] === '_entities' ? inner.slice(2) : inner;
    // A path is an agency's own words too: only names that the gateway itself sent, and positions, go further.
    const sent = responseKeys(query);
    if (rest.length > 0 && rest.every((step) => (typeof step === 'number' ? Number.isInteger(step) : sent.has(step)))) {
      // Of a list inside of an item whose own position is unknown, no position means anything.
      const isKnown = hasPositions && !path.includes('@');
      return [[...path, ...rest.map((step) => (typeof step === 'number' && !isKnown ? '@' : step))]];
    }
  }
  return fields.map((field) => [...path, field]);
}

/** Response keys of one fetch: under `_entities`, or at the root. Runs only after a failure. */
function requestedFields(query: string): readonly string[] {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const names = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
      if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') continue;
      if (selection.name.value === '_entities') collect(selection.selectionSet?.selections ?? []);
      else names.add(selection.alias?.value ?? selection.name.value);
    }
  };
  collect(operation.selectionSet.selections);
  return [...names];
}

/** Every response key of one fetch, at whatever depth. */
function responseKeys(query: string): ReadonlySet<unknown> {
  const keys = new Set<unknown>();
  visit(parse(query), { Field: ({ alias, name }) => void keys.add((alias ?? name).value) });
  return keys;
}
