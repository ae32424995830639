import type { DocumentNode } from 'graphql';
import { operationError } from '../../errors/createErrors.ts';
import type { Operation } from '../../model/operation.ts';
import type { DecisionTable } from '../decisions/decisionTable.ts';
import { createDecisionLog, type Denial, type FieldDecision } from './decisionLog.ts';
import { createHiddenFields } from './hiddenFields.ts';
import { createPlaceDecisions, type PlaceDecisionsInput } from './placeDecisions.ts';
import { prunedDocument } from './prunedDocument.ts';
import { createPruneSelections } from './pruneSelections.ts';
import { tooComplex } from './pruningTypes.ts';

export interface PrunedOperation {
  /** The operation without what is denied, with hidden fields, fragments expanded. Undefined: nothing is left. */
  readonly pruned: DocumentNode | undefined;
  /** Hidden keys, by object type, that say whose data an object is where no person stands above it. */
  readonly subjectKeys: ReadonlyMap<string, readonly string[]>;
  readonly denials: readonly Denial[];
  /** Every decision of the operation, in the order of its text. */
  readonly fieldDecisions: readonly FieldDecision[];
  /** Selections that were read, fragments expanded. */
  readonly selections: number;
}

export interface PruneInput extends PlaceDecisionsInput {
  readonly operation: Pick<Operation, 'definition' | 'fragments'>;
  readonly decisions: PlaceDecisionsInput['decisions'] & Pick<DecisionTable, 'unmet'>;
  /** True if responses are recorded: then objects say whose data they are. Default: false. */
  readonly isRecorded?: boolean;
  /** Selections after expansion of fragments; beyond it the operation is refused. */
  readonly maxSelections: number;
}

/**
 * Rewrites an operation once, before it is planned: removes what is denied, and adds the hidden fields that tell the
 * gateway whose data it gets. On abstract types each runtime type is decided by itself: a field that only some of them
 * may show is kept for those alone. Throws GraphQLError OPERATION_TOO_COMPLEX.
 */
export function pruneOperation(input: PruneInput): PrunedOperation {
  const { schema, personType, maxSelections, isRecorded = false } = input;
  const { definition, fragments } = input.operation;
  const root = schema.getRootType(definition.operation);
  if (!root) throw operationError('BAD_REQUEST', `The graph has no ${definition.operation}.`);
  const { unmet } = input.decisions;
  const log = createDecisionLog();
  const decisions = createPlaceDecisions(input);
  const hiddenFields = createHiddenFields(decisions, personType, isRecorded);
  let selectionsLeft = maxSelections;
  // Fragments are expanded: without a limit, a short document of nested fragments would expand without end.
  function spend(): void {
    if (--selectionsLeft < 0) throw tooComplex(maxSelections);
  }
  const place = { schema, fragments, personType, decisions, hiddenFields, log, unmet, spend };
  const pruneSelections = createPruneSelections(place);
  const selections = pruneSelections(definition.selectionSet.selections, {
    runtimeTypes: [root],
    hidden: new Set(),
    stated: root,
    path: [],
    conditions: [],
    isAttributed: false,
    isBelowPerson: false,
  });
  return {
    pruned: selections.length === 0 ? undefined : prunedDocument(definition, selections),
    subjectKeys: hiddenFields.subjectKeys,
    denials: log.denials(),
    fieldDecisions: log.fieldDecisions(),
    selections: maxSelections - selectionsLeft,
  };
}
