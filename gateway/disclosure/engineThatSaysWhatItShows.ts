import { type GraphQLSchema, getOperationAST } from 'graphql';
import type { Engine, EngineError, EngineOperation, PreparedOperation } from '../execution/engine.ts';
import { askForIds, askForSubjects, type PersonKey, runtimeTypeKey, subjectTypes } from './askForIds.ts';
import { createAnswerReader } from './shownFromAnswer.ts';

/**
 * Any engine, made to say what its answers show. One that says it by itself (its prepared operations have `scopes`) is
 * believed; for one that does not, every answer is read.
 */
export function engineThatSaysWhatItShows(engine: Engine, schema: GraphQLSchema, person: PersonKey): Engine {
  const subjects = subjectTypes(schema, person.typeName);
  const hidden: ReadonlySet<unknown> = new Set([person.idKey, person.subjectKey, runtimeTypeKey]);
  let isSilent = false;

  async function prepareSilent(operation: EngineOperation): Promise<PreparedOperation> {
    const asking = askForIds(operation, schema, person);
    const prepared = await engine.prepare(asking);
    const selected = getOperationAST(asking.original, operation.operationName);
    if (!selected) throw new Error('The document does not hold the operation to execute.');
    const reader = createAnswerReader({ schema, document: asking.original, operation: selected, person, subjects });
    return {
      asks: prepared.asks,
      scopes: reader.scopes,
      async execute(request) {
        const response = await prepared.execute(request);
        const { data, shown } = reader.read(response.data, response.errors.length > 0);
        return { ...response, data, shown, errors: withoutHiddenPlaces(response.errors, hidden) };
      },
    };
  }

  function telling({ execute }: PreparedOperation): PreparedOperation['execute'] {
    return async (request) => {
      const response = await execute(request);
      if (response.errors.length === 0) return response;
      return { ...response, errors: withoutHiddenPlaces(response.errors, hidden) };
    };
  }

  return {
    async prepare(asked) {
      const operation = askForSubjects(asked, schema, person, subjects);
      if (!isSilent) {
        const prepared = await engine.prepare(operation);
        if (prepared.scopes !== undefined) return { ...prepared, execute: telling(prepared) };
        isSilent = true;
      }
      return prepareSilent(operation);
    },
    stop: () => engine.stop(),
  };
}

/** What failed at a place that the client did not ask for failed at the object that holds it; each failure is told once. */
function withoutHiddenPlaces(errors: readonly EngineError[], hiddenKeys: ReadonlySet<unknown>): readonly EngineError[] {
  const told = new Map<string, EngineError>();
  for (const error of errors) {
    const hidden = error.path?.findIndex((key) => hiddenKeys.has(key)) ?? -1;
    const shown = hidden < 0 || error.path === undefined ? error : { ...error, path: error.path.slice(0, hidden) };
    told.set(JSON.stringify(shown), shown);
  }
  return [...told.values()];
}
