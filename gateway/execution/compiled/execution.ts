import { responseError } from '../../errors/createErrors.ts';
import type { EndSignal } from '../../model/endSignal.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { EngineRequest, PreparedOperation } from '../contract/engine.ts';
import { inOrderOfPlace } from '../contract/errorOrder.ts';
import { asSent } from '../contract/leftOut.ts';
import { BudgetSpent, isTooLong, type ResponseBudget, responseTooLarge, Spending } from '../contract/responseBudget.ts';
import type { Coercion, VariableValues } from '../contract/variableValues.ts';
import type { Run, Step } from './fetch/run.ts';
import { inOnePiece } from './json/jsonText.ts';
import { createFailureReport } from './response/failureReport.ts';
import type { ResponseShape } from './response/responseShape.ts';
import type { ResponseWriterFor } from './response/responseVariants.ts';
import type { WriterState, Written } from './response/responseWriter.ts';
import type { SingleFlight } from './singleFlight.ts';

/** The compiled parts of one operation; `step` is missing if nothing may be fetched. */
export interface CompiledOperation {
  readonly step: Step | undefined;
  readonly coerce: (given: EngineRequest['variables']) => Coercion;
  readonly shape: ResponseShape;
  /** The client's name of a key of the merged data. */
  readonly clientKey: (key: string) => string;
  readonly answerFor: ResponseWriterFor;
  readonly budget: ResponseBudget;
  /** Undefined: every request is executed by itself. */
  readonly sharing: Sharing | undefined;
}

/** How equal requests of one operation find each other. */
export interface Sharing {
  readonly executions: SingleFlight;
  /** Names the operation among all. */
  readonly id: string;
  /** Those that the operation may ask. */
  readonly subgraphs: readonly string[];
}

/** Executes one request: coerces the variables, runs the steps, writes the response. */
export function prepareExecution({
  step,
  coerce,
  shape,
  clientKey,
  answerFor,
  budget,
  sharing,
}: CompiledOperation): Pick<PreparedOperation, 'execute'> {
  return {
    async execute(request: EngineRequest): Promise<EngineResponse> {
      const coercion = coerce(request.variables);
      if (coercion.kind === 'refused') {
        const errors = coercion.messages.map((message) => responseError('BAD_USER_INPUT', message));
        return { data: undefined, errors };
      }
      // Responses that depend on persons depend on the requester, too.
      if (sharing === undefined || request.persons !== undefined) return run(request, coercion.values, request.signal);
      const { executions, id, subgraphs } = sharing;
      const rights = subgraphs.map((subgraph) => request.credentials.keyFor(subgraph));
      return executions.join(JSON.stringify([id, rights, coercion.values]), request.signal, async (signal) => {
        const response = await run(request, coercion.values, signal);
        return { ...response, data: response.data && inOnePiece(response.data) };
      });
    },
  };

  async function run(request: EngineRequest, variables: VariableValues, signal: EndSignal): Promise<EngineResponse> {
    const { credentials, traceparent } = request;
    const callContext = { credentials, traceparent, waits: new Set<{ cancel(): void }>() };
    const cancel = (): void => {
      for (const wait of callContext.waits) wait.cancel();
    };
    const spending = new Spending(budget, cancel);
    const report = createFailureReport(shape, clientKey, spending);
    const shared = new Map<object, Written | undefined>();
    const { persons } = request;
    const running: Run = { data: {}, shared, variables, callContext, persons, report, spending, signal };

    if (step !== undefined) {
      signal.addEventListener('abort', cancel);
      await step(running);
      signal.removeEventListener('abort', cancel);
    }
    if (spending.isOver) return responseTooLarge(budget);
    const write = answerFor(variables);
    const begin = (): WriterState => ({
      variables,
      shared,
      objectsLeft: budget.maxObjects,
      length: 0,
      maxLength: budget.maxResponseBytes,
      faults: 0,
      path: [],
      persons,
      personId: undefined,
      bits: [],
      disclosed: [],
      withheld: [],
      leftOut: [],
      missing: new Set(),
      failed: () => report.errors.length > 0,
      isFailure: report.accountsFor,
      invalid: report.invalidValue,
    });
    let answering = begin();
    let data: string | undefined;
    try {
      data = write(running.data, answering);
      if (answering.missing.size > 0 && persons !== undefined) {
        // The response has persons whose facts were not loaded before: it is written again with all facts.
        await persons.load([...answering.missing]);
        answering = begin();
        data = write(running.data, answering);
      }
    } catch (error) {
      if (error instanceof BudgetSpent) return responseTooLarge(budget);
      throw error;
    }
    if (isTooLong(data, budget.maxResponseBytes)) return responseTooLarge(budget);
    const { withheld, leftOut, disclosed } = answering;
    const errors = inOrderOfPlace(asSent(report.errors, leftOut));
    return { data, errors, withheld: asSent(withheld, leftOut), disclosed };
  }
}
