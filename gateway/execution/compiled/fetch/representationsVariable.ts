import { type DocumentNode, Kind, visit } from 'graphql';
import type { Coercion } from '../../contract/variableValues.ts';

/**
 * The variable in which a planner sends entities; one of the client's with that name would be defined twice in a call.
 */
const PLANNERS_NAME = 'representations';

export interface RenamedVariable {
  /** Document for the planner. */
  readonly document: DocumentNode;
  /** Gives the values of the operation's variables under the names in `document` too. */
  readonly withValues: (coercion: Coercion) => Coercion;
}

/** Gives a client's variable that has the planner's name another one, which no variable of the document has. */
export function renameRepresentations(document: DocumentNode): RenamedVariable {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  if (!names.has(PLANNERS_NAME)) return { document, withValues: (coercion) => coercion };
  let free = `${PLANNERS_NAME}_`;
  while (names.has(free)) free += '_';
  return {
    document: visit(document, {
      Variable: (node) =>
        node.name.value === PLANNERS_NAME ? { ...node, name: { kind: Kind.NAME, value: free } } : undefined,
    }),
    withValues(coercion) {
      if (coercion.kind === 'refused' || !(PLANNERS_NAME in coercion.values)) return coercion;
      const values = Object.assign(Object.create(null), coercion.values, { [free]: coercion.values[PLANNERS_NAME] });
      return { kind: 'coerced', values };
    },
  };
}
