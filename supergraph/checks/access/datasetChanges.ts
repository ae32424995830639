import type { SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import type { Draft } from '../finding.ts';

type DatasetEntry = SystemDatasets['datasets'][number];

/** What the descriptions of the datasets change: classes, the owner's own staff, emergencies, and the law. */
export function datasetChanges(
  subgraph: string,
  before: SystemDatasets | undefined,
  after: SystemDatasets | undefined,
): readonly Draft[] {
  if (after === undefined) return [];
  const drafts: Draft[] = [];
  const warn = (draft: Pick<Draft, 'code' | 'coordinate' | 'message' | 'whatToDo' | 'detail'>, second: boolean) =>
    drafts.push({
      ...draft,
      level: 'warning',
      check: 'access',
      ...(second && { secondPerson: draft.message }),
    });
  const classes = new Set(before?.datasets.map((dataset) => dataset.class));
  for (const added of new Set(after.datasets.map((dataset) => dataset.class))) {
    if (classes.has(added)) continue;
    const datasets = after.datasets.filter((dataset) => dataset.class === added).map(({ id }) => id);
    warn(
      {
        code: 'NEW_CLASS',
        coordinate: subgraph,
        detail: added,
        message: `${subgraph} publishes data of the class ${added} for the first time (${datasets.join(', ')}).`,
        whatToDo: 'Have the data officer confirm the class and the law of these datasets.',
      },
      true,
    );
  }
  if (before === undefined) return drafts;
  for (const [code, member, added] of [
    ['OWNER_PURPOSES_WIDEN', 'purposes', addedTo(before.ownerPurposes, after.ownerPurposes)],
    ['OWNER_ROLES_WIDEN', 'roles', addedTo(before.ownerRoles, after.ownerRoles)],
  ] as const) {
    if (added.length === 0) continue;
    warn(
      {
        code,
        coordinate: subgraph,
        detail: added.join(),
        message: `${after.owner}'s own staff sees all of ${subgraph} also with the ${member} ${added.join(', ')}.`,
        whatToDo: 'Have the data officer confirm that the law lets them.',
      },
      true,
    );
  }
  const old = new Map(before.datasets.map((dataset) => [dataset.id, dataset]));
  for (const dataset of after.datasets) {
    const was = old.get(dataset.id);
    // NEW_CLASS names the others.
    if (was === undefined && classes.has(dataset.class)) warn(newDataset(dataset), true);
    if (was !== undefined) for (const { second, ...draft } of changesOf(was, dataset)) warn(draft, second);
  }
  return drafts;
}

/** Nobody has judged it yet. */
function newDataset({ id, class: ofClass }: DatasetEntry) {
  return {
    code: 'NEW_DATASET',
    coordinate: id,
    message: `${id} is a new dataset of the class ${ofClass}.`,
    whatToDo: 'Have the data officer confirm its class and its law.',
  };
}

type DatasetChange = Pick<Draft, 'code' | 'coordinate' | 'message' | 'whatToDo' | 'detail'> & {
  readonly second: boolean;
};

function* changesOf(was: DatasetEntry, is: DatasetEntry): Iterable<DatasetChange> {
  const coordinate = is.id;
  if (was.class !== is.class) {
    yield {
      code: 'CLASS_CHANGED',
      coordinate,
      detail: `${was.class} ${is.class}`,
      message: `The class of ${coordinate} changes from ${was.class} to ${is.class}.`,
      whatToDo: 'Approvals were given for the former class: have the data officer confirm that they still hold.',
      second: true,
    };
  }
  const roles = addedTo(was.emergency?.roles ?? [], is.emergency?.roles ?? []);
  const notice =
    was.emergency?.notice !== undefined && is.emergency?.notice === undefined && is.emergency !== undefined;
  if (roles.length > 0 || notice) {
    yield {
      code: 'EMERGENCY_WIDENS',
      coordinate,
      detail: `${roles.join()} ${notice}`,
      message:
        roles.length > 0
          ? `A declared emergency can open ${coordinate} to the roles ${roles.join(', ')}.`
          : `Persons are no longer notified after an emergency opened ${coordinate}.`,
      whatToDo: 'Have the data officer confirm that the law allows it.',
      second: true,
    };
  }
  if (!was.requestable && is.requestable) {
    yield {
      code: 'BECOMES_REQUESTABLE',
      coordinate,
      message: `Other agencies can request ${coordinate}, which was for the owner's own staff.`,
      whatToDo: 'Have the data officer confirm it.',
      second: true,
    };
  }
  if (was.federalApproval && !is.federalApproval) {
    yield {
      code: 'FEDERAL_APPROVAL_DROPPED',
      coordinate,
      message: `Approvals of ${coordinate} no longer need the federal agency.`,
      whatToDo: 'Name the reason in the message of the publication.',
      second: true,
    };
  }
  const laws = [...addedTo(is.law, was.law), ...addedTo(is.regimes, was.regimes)];
  if (laws.length > 0) {
    yield {
      code: 'LAW_REMOVED',
      coordinate,
      detail: laws.join(),
      message: `${coordinate} no longer names ${laws.join(', ')}.`,
      whatToDo: 'Put it back unless the law itself has changed.',
      second: true,
    };
  }
  if (years(is.keepDisclosures) < years(was.keepDisclosures)) {
    yield {
      code: 'RETENTION_SHORTENED',
      coordinate,
      detail: String(is.keepDisclosures),
      message: `Records of disclosures of ${coordinate} are kept for ${is.keepDisclosures} years instead of ${was.keepDisclosures}.`,
      whatToDo: 'Check the law that sets the period.',
      second: true,
    };
  }
}

function years(kept: number | 'life'): number {
  return kept === 'life' ? Number.POSITIVE_INFINITY : kept;
}

/** Members of the second list that the first one does not have. */
function addedTo(first: readonly string[], second: readonly string[]): readonly string[] {
  return second.filter((member) => !first.includes(member));
}
