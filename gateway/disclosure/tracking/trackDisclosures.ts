import { type GraphQLSchema, getOperationAST } from 'graphql';
import { isHiddenKey } from '../../documents/hiddenKeys.ts';
import type { Engine, EngineOperation, PlannedOperation, PreparedOperation } from '../../execution/contract/engine.ts';
import type { EngineError } from '../../model/engineResponse.ts';
import { createResponseReader } from './disclosedFromResponse.ts';

/**
 * Makes any engine report what its responses disclose. An engine that tracks disclosures is relied on; every response
 * of any other is read.
 */
export function trackDisclosures(engine: Engine, schema: GraphQLSchema, personType: string): Engine {
  const compile = engine.tracksDisclosures ? withoutHiddenErrors : readingResponses;

  function readingResponses(prepared: PreparedOperation, operation: EngineOperation): PreparedOperation {
    const { original, operationName, subjectKeys = new Map() } = operation;
    const selected = getOperationAST(original, operationName);
    if (!selected) throw new Error('The document does not contain the operation to execute.');
    const reader = createResponseReader({ schema, document: original, operation: selected, personType, subjectKeys });
    return {
      ...prepared,
      scopes: reader.scopes,
      async execute(request) {
        const response = await prepared.execute(request);
        const { unsaid = [], ...rest } = response;
        const errors = withoutHiddenPlaces(rest.errors);
        const { data, disclosed } = reader.read(rest.data, errors, [...(rest.withheld ?? []), ...unsaid]);
        return { ...rest, data, disclosed, errors };
      },
    };
  }

  async function plan(operation: EngineOperation): Promise<PlannedOperation> {
    const planned = await engine.plan(engine.tracksDisclosures ? operation : { ...operation, keepsHiddenKeys: true });
    return { ...planned, compile: () => compile(planned.compile(), operation) };
  }

  return {
    tracksDisclosures: true,
    plan,
    prepare: async (operation) => (await plan(operation)).compile(),
    stop: () => engine.stop(),
  };
}

function withoutHiddenErrors(prepared: PreparedOperation): PreparedOperation {
  return {
    ...prepared,
    async execute(request) {
      const response = await prepared.execute(request);
      if (response.errors.length === 0) return response;
      return { ...response, errors: withoutHiddenPlaces(response.errors) };
    },
  };
}

/** Moves errors at hidden keys to the object that holds them, and reports each failure once. */
function withoutHiddenPlaces(errors: readonly EngineError[]): readonly EngineError[] {
  const reported = new Map<string, EngineError>();
  for (const error of errors) {
    const hidden = error.path?.findIndex(isHiddenKey) ?? -1;
    const visible = hidden < 0 || error.path === undefined ? error : { ...error, path: error.path.slice(0, hidden) };
    reported.set(JSON.stringify(visible), visible);
  }
  return [...reported.values()];
}
