import { type GraphQLSchema, getOperationAST } from 'graphql';
import type { Attribution } from '../../authorization/attribution.ts';
import { RUNTIME_TYPE_KEY } from '../../documents/hiddenKeys.ts';
import type { Engine, EngineOperation, PlannedOperation, PreparedOperation } from '../../execution/contract/engine.ts';
import type { EngineError } from '../../model/engineResponse.ts';
import { askForIds, askForSubjects, type PersonKey } from './askForIds.ts';
import { createResponseReader } from './disclosedFromResponse.ts';

/**
 * Any engine, made to say what its answers show. One that tracks disclosures by itself is believed; for one that does
 * not, every answer is read.
 */
export function trackDisclosures(
  engine: Engine,
  schema: GraphQLSchema,
  person: PersonKey,
  attribution: Attribution,
): Engine {
  const isHidden = (key: string | number): boolean =>
    key === person.idKey || key === RUNTIME_TYPE_KEY || String(key).startsWith(person.subjectKey);

  function compileSilent(
    operation: EngineOperation,
    asking: EngineOperation,
    planned: PlannedOperation,
  ): PreparedOperation {
    const prepared = planned.compile();
    const selected = getOperationAST(asking.original, operation.operationName);
    if (!selected) throw new Error('The document does not hold the operation to execute.');
    const reader = createResponseReader({
      schema,
      document: asking.original,
      operation: selected,
      person,
      subjects: operation.subjectKeys ?? new Map(),
    });
    return {
      ...(prepared.inputs && { inputs: prepared.inputs }),
      bytes: prepared.bytes,
      scopes: reader.scopes,
      async execute(request) {
        const response = await prepared.execute(request);
        const { unsaid = [], ...rest } = response;
        const errors = withoutHiddenPlaces(rest.errors, isHidden);
        const { data, disclosed } = reader.read(rest.data, errors, [...(rest.withheld ?? []), ...unsaid]);
        return { ...rest, data, disclosed, errors };
      },
    };
  }

  function withoutHiddenErrors(prepared: PreparedOperation): PreparedOperation {
    return {
      ...prepared,
      async execute(request) {
        const response = await prepared.execute(request);
        if (response.errors.length === 0) return response;
        return { ...response, errors: withoutHiddenPlaces(response.errors, isHidden) };
      },
    };
  }

  async function plan(asked: EngineOperation): Promise<PlannedOperation> {
    const operation = askForSubjects(asked, schema, person, attribution);
    const asking = engine.tracksDisclosures ? operation : askForIds(operation, schema, person, attribution);
    const planned = await engine.plan(asking);
    return {
      ...planned,
      compile: () =>
        engine.tracksDisclosures ? withoutHiddenErrors(planned.compile()) : compileSilent(operation, asking, planned),
    };
  }

  return {
    tracksDisclosures: true,
    plan,
    prepare: async (operation) => (await plan(operation)).compile(),
    stop: () => engine.stop(),
  };
}

/** What failed at a place that the client did not ask for failed at the object that holds it; each failure is told once. */
function withoutHiddenPlaces(
  errors: readonly EngineError[],
  isHidden: (key: string | number) => boolean,
): readonly EngineError[] {
  const byText = new Map<string, EngineError>();
  for (const error of errors) {
    const hidden = error.path?.findIndex(isHidden) ?? -1;
    const visible = hidden < 0 || error.path === undefined ? error : { ...error, path: error.path.slice(0, hidden) };
    byText.set(JSON.stringify(visible), visible);
  }
  return [...byText.values()];
}
