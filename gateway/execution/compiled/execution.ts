import type { EngineRequest, EngineResponse, PreparedOperation } from '../engine.ts';
import type { AnswerFor } from './answerVariants.ts';
import type { Written } from './answerWriter.ts';
import { createFailureReport } from './failureReport.ts';
import type { ResponseShape } from './responseShape.ts';
import type { Run, Step } from './run.ts';
import type { Coercion } from './variables.ts';

/** The compiled parts of one operation; `step` is missing when nothing at all may be asked. */
export interface CompiledOperation {
  readonly step: Step | undefined;
  readonly coerce: (given: EngineRequest['variables']) => Coercion;
  readonly shape: ResponseShape;
  readonly answerFor: AnswerFor;
}

/** What one request costs: coerce, run the steps, write the answer. */
export function prepareExecution({
  step,
  coerce,
  shape,
  answerFor,
}: CompiledOperation): Pick<PreparedOperation, 'execute'> {
  return {
    async execute(request: EngineRequest): Promise<EngineResponse> {
      const coercion = coerce(request.variables);
      if (coercion.kind === 'refused') {
        const errors = coercion.messages.map((message) => ({ message, extensions: { code: 'BAD_USER_INPUT' } }));
        return { data: 'null', errors };
      }
      const { credentials, signal, traceparent } = request;
      const report = createFailureReport(shape);
      const asker = { credentials, traceparent, waits: new Set<{ cancel(): void }>() };
      const shared = new Map<object, Written | undefined>();
      const run: Run = { data: {}, shared, variables: coercion.values, asker, report, signal };

      if (step !== undefined) {
        const cancel = (): void => {
          for (const wait of asker.waits) wait.cancel();
        };
        signal.addEventListener('abort', cancel);
        await step(run);
        signal.removeEventListener('abort', cancel);
      }
      const answering = { variables: coercion.values, shared, faults: 0, path: [], invalid: report.invalidValue };
      const data = answerFor(coercion.values)(run.data, answering);
      return { data, errors: report.errors };
    },
  };
}
