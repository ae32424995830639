import type { Change, CheckContext } from '../checkContext.ts';
import type { ApprovalInForce } from '../checkInput.ts';
import { type AffectedApproval, type Draft, distinct } from '../finding.ts';
import { type AccessChange, accessChanges, type ChangedCoordinate, changedCoordinates } from './accessChanges.ts';
import { datasetChanges } from './datasetChanges.ts';
import { type AccessSide, type Reader, termsOfApproval, termsOfField } from './openTerms.ts';
import { orphanFindings } from './orphans.ts';
import { whom } from './whom.ts';

/**
 * Check 4: what the publication opens or closes for every approval in force, by name. A field that is added to a dataset
 * is named for every agency that holds an approval of the whole dataset.
 */
export function accessFindings({ input, subgraph, previous, candidate }: CheckContext, { before, after }: Change) {
  const old: AccessSide | undefined = before && sideOf(before);
  const next = sideOf(after);
  const approvals = input.approvals ?? [];
  const changed = changedCoordinates(old, next);
  const changes = new Map<string, AccessChange[]>();
  for (const change of accessChanges(old, next, changed, approvals)) {
    const same = changes.get(change.coordinate) ?? [];
    changes.set(change.coordinate, same);
    same.push(change);
  }
  return [
    ...changed.flatMap((coordinate) => findingsOf(coordinate, changes.get(coordinate.coordinate) ?? [], old, next)),
    ...datasetChanges(subgraph, previous?.datasets, candidate?.datasets),
    ...orphanFindings(approvals, old, next),
  ] satisfies readonly Draft[];
}

function sideOf({ merged, catalogue }: Change['after']): AccessSide {
  return { policies: merged.read.policies, catalogue };
}

function findingsOf(
  each: ChangedCoordinate,
  changes: readonly AccessChange[],
  before: AccessSide | undefined,
  after: AccessSide,
): readonly Draft[] {
  const { coordinate } = each;
  const own = guardFinding(each);
  const approvalsIn = (some: readonly AccessChange[]) =>
    distinctApprovals(some.flatMap((change) => approvalsOf(each, change, before, after)));
  if (approvalsIn(changes).length === 0) return own;
  const passing = approvalsIn(changes.filter((change) => passes(each, change, after)));
  const lasting = approvalsIn(changes.filter((change) => !passes(each, change, after)));
  const by = (change: AffectedApproval['change']) => lasting.filter((approval) => approval.change === change);
  const base = { check: 'access', coordinate } as const;
  const search = each.argument === undefined ? '' : 'Searching by ';
  const drafts: Draft[] = [...own];
  if (by('opens').length > 0) {
    drafts.push({
      ...base,
      affected: { approvals: by('opens') },
      code: 'ACCESS_WIDENS',
      level: 'warning',
      detail: datasetsOf(each.after),
      message: `${search}${coordinate} (${datasetsOf(each.after)}) opens to ${whom(by('opens'))}.`,
      whatToDo: 'If they are not to see it, guard it by a dataset of its own, which they have to request.',
      secondPerson: `${coordinate} opens to ${agenciesOf(by('opens'))}.`,
    });
  }
  if (passing.length > 0) {
    drafts.push({
      ...base,
      affected: { approvals: passing },
      code: 'ACCESS_MAY_WIDEN',
      level: 'warning',
      detail: datasetsOf(each.after),
      message:
        `${coordinate} is new in ${enteredBy(each).join(' and ')}, which is open as a whole to ${whom(passing)}. ` +
        'It can open to them until emou knows it; then it is closed until they request it.',
      whatToDo: 'If they are not to see it at any time, guard it by a dataset of its own, which they have to request.',
      secondPerson: `${coordinate} can open to ${agenciesOf(passing)} until emou knows it.`,
    });
  }
  if (by('closes').length > 0) {
    drafts.push({
      ...base,
      affected: { approvals: by('closes') },
      code: 'ACCESS_NARROWS',
      level: 'warning',
      detail: datasetsOf(each.before),
      message: `${search}${coordinate} (${datasetsOf(each.before)}) closes to ${whom(by('closes'))}.`,
      whatToDo: 'Tell these agencies first, or keep the field and its dataset until they no longer need it.',
    });
  }
  if (by('changes').length > 0) {
    drafts.push({
      ...base,
      affected: { approvals: by('changes') },
      code: 'ACCESS_TERMS_CHANGE',
      level: 'warning',
      message: `Masks or conditions of ${coordinate} change for ${whom(by('changes'))}.`,
      whatToDo: 'Check that these approvals still show what they were given for.',
      secondPerson: `Masks or conditions of ${coordinate} change for ${agenciesOf(by('changes'))}.`,
    });
  }
  return drafts;
}

/**
 * True if a field opens only by approvals of a whole dataset in which it is new. An approval lists the fields of its day,
 * and emou closes what it does not list; a gateway that has the new schema before emou takes it for the whole dataset.
 */
function passes(each: ChangedCoordinate, { change, reader }: AccessChange, after: AccessSide): boolean {
  if (change !== 'opens' || each.argument !== undefined) return false;
  const approvals = new Map(reader.approvals);
  for (const dataset of enteredBy(each)) {
    approvals.set(
      dataset,
      (approvals.get(dataset) ?? []).filter(({ fields }) => fields !== 'all'),
    );
  }
  return termsOfField(after, { ...reader, approvals }, each.typeName, each.fieldName).length === 0;
}

/** Datasets in which the coordinate is new. */
function enteredBy({ before, after }: ChangedCoordinate): readonly string[] {
  return (after?.datasets ?? []).filter((dataset) => before?.datasets.includes(dataset) !== true);
}

/** What happens to a guard, whoever holds approvals. */
function guardFinding({ coordinate, before, after, argument }: ChangedCoordinate): readonly Draft[] {
  if (after === undefined || argument !== undefined) {
    const isDropped = after?.guard.kind === 'public' && before !== undefined && before.guard.kind !== 'public';
    return isDropped ? [opensToEveryone(coordinate, `Searching by ${coordinate}, which was guarded,`)] : [];
  }
  if (after.guard.kind === 'public' && before?.guard.kind !== 'public') {
    if (before !== undefined) return [opensToEveryone(coordinate, `${coordinate} (${datasetsOf(before)})`)];
    return [
      {
        code: 'PUBLIC_FIELD',
        level: 'warning',
        check: 'access',
        coordinate,
        message: `The new field ${coordinate} is public: every caller sees it, and no record of it is kept.`,
        whatToDo: 'If it is about a person, guard it by a dataset.',
        secondPerson: `The new field ${coordinate} is public.`,
      },
    ];
  }
  if (before?.guard.kind === 'public' && after.guard.kind !== 'public') {
    return [
      {
        code: 'FIELD_GUARDED',
        level: 'warning',
        check: 'access',
        coordinate,
        message: `${coordinate} was public and is now guarded by ${datasetsOf(after)}: it closes to everyone without an approval.`,
        whatToDo: 'Tell the agencies that use it to request the dataset first.',
      },
    ];
  }
  const moved = before !== undefined && before.datasets.join() !== after.datasets.join() && after.datasets.length > 0;
  if (!moved || before.datasets.length === 0) return [];
  return [
    {
      code: 'FIELD_MOVED',
      level: 'warning',
      check: 'access',
      coordinate,
      detail: `${before.datasets.join()} ${after.datasets.join()}`,
      message: `${coordinate} moves from ${datasetsOf(before)} to ${datasetsOf(after)}.`,
      whatToDo: 'Approvals follow the dataset, not the field: see below to whom it opens and closes.',
    },
  ];
}

function opensToEveryone(coordinate: string, what: string): Draft {
  return {
    code: 'GUARD_REMOVED',
    level: 'error',
    check: 'access',
    coordinate,
    message: `${what} becomes public: it opens to every caller, and no record of it is kept.`,
    whatToDo: 'Put the guard back, or have a second person accept it.',
    secondPerson: `${coordinate} becomes public.`,
  };
}

/** The approvals by which a reader's access changes: those of the datasets concerned that say something about it. */
function approvalsOf(
  { before: was, after: is, typeName, fieldName, argument }: ChangedCoordinate,
  { change, reader }: AccessChange,
  before: AccessSide | undefined,
  after: AccessSide,
): readonly AffectedApproval[] {
  const sides = change === 'closes' ? [{ side: before, at: was }] : [{ side: after, at: is }];
  return sides.flatMap(({ side, at }) =>
    (at?.datasets ?? []).flatMap((id) => {
      const dataset = side?.catalogue.datasets.get(id);
      const shape = side?.policies.shapeOf(typeName, fieldName);
      if (dataset === undefined || shape === undefined) return [];
      return (reader.approvals.get(id) ?? [])
        .filter((each) => argument !== undefined || termsOfApproval(each, dataset, reader, shape).length > 0)
        .map((approval) => affectedApproval(approval, reader, change));
    }),
  );
}

function affectedApproval({ id }: ApprovalInForce, { agency, purpose }: Reader, change: AffectedApproval['change']) {
  return { id, agency, purpose, change };
}

/** Sorted by id. One approval may open for some roles and close for others. */
function distinctApprovals(approvals: readonly AffectedApproval[]): readonly AffectedApproval[] {
  const distinctOnes = new Map(approvals.map((approval) => [`${approval.id} ${approval.change}`, approval]));
  return [...distinctOnes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, approval]) => approval);
}

function datasetsOf(side: ChangedCoordinate['before']): string {
  if (side === undefined || side.datasets.length === 0) return side?.guard.kind ?? 'nothing';
  return side.datasets.join(' and ');
}

function agenciesOf(approvals: readonly AffectedApproval[]): string {
  return distinct(approvals.map(({ agency }) => agency)).join(', ');
}
