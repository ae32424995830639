import type { EndSignal } from '../../../model/endSignal.ts';
import type { PersonFacts } from '../../../model/personFacts.ts';
import type { Spending } from '../../contract/responseBudget.ts';
import type { VariableValues } from '../../contract/variableValues.ts';
import type { JsonObject } from '../json/json.ts';
import type { FailureReport } from '../response/failureReport.ts';
import type { Written } from '../response/responseWriter.ts';
import type { CallContext } from '../transport/pendingReply.ts';

/** One execution of a compiled plan: everything that is left to know per request. */
export interface Run {
  /** Merged responses of the subgraphs so far, with the response keys of the pruned operation. */
  readonly data: JsonObject;
  /** Lists and objects that stand in several places of `data`, with their text once it is known. */
  readonly shared: Map<object, Written | undefined>;
  readonly variables: VariableValues;
  readonly callContext: CallContext;
  readonly persons: PersonFacts | undefined;
  readonly report: FailureReport;
  readonly spending: Spending;
  readonly signal: EndSignal;
}

/** A compiled part of a plan. Never rejects: what fails is in the run's report. */
export type Step = (run: Run) => Promise<unknown> | undefined;
