import type { EngineRequest, EngineResponse, PreparedOperation } from '../engine.ts';
import type { AnswerFor } from './answerVariants.ts';
import type { Answering, Written } from './answerWriter.ts';
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
      const { persons } = request;
      const run: Run = { data: {}, shared, variables: coercion.values, asker, persons, report, signal };

      if (step !== undefined) {
        const cancel = (): void => {
          for (const wait of asker.waits) wait.cancel();
        };
        signal.addEventListener('abort', cancel);
        await step(run);
        signal.removeEventListener('abort', cancel);
      }
      const write = answerFor(coercion.values);
      const begin = (): Answering => ({
        variables: coercion.values,
        shared,
        faults: 0,
        path: [],
        persons,
        personId: undefined,
        mask: [],
        shown: [],
        withheld: [],
        unlearned: new Set(),
        invalid: report.invalidValue,
      });
      let answering = begin();
      let data = write(run.data, answering);
      if (answering.unlearned.size > 0 && persons !== undefined) {
        // Persons that no fetch had asked about before: once more, with everything known.
        await persons.learn([...answering.unlearned]);
        answering = begin();
        data = write(run.data, answering);
      }
      return { data, errors: report.errors, withheld: answering.withheld, shown: answering.shown };
    },
  };
}
