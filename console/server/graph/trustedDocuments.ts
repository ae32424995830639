import { Kind, OperationTypeNode, parse, type SelectionSetNode } from 'graphql';

export interface TrustedDocument {
  readonly text: string;
  /** Of its operation; undefined if it has none. */
  readonly name: string | undefined;
  /** Whether it takes a step for which the user has to have signed in just now. */
  readonly needsFreshLogin: boolean;
  /** Whether visitors who are not signed in may send it. */
  readonly isPublic: boolean;
}

export type TrustedDocuments = ReadonlyMap<string, TrustedDocument>;

/** Mutations that open or close access, change the graph or who is who, or reveal whom the log is about. */
const FRESH_LOGIN: ReadonlySet<string> = new Set([
  'approveRequest',
  'denyRequest',
  'overturnDenial',
  'upholdDenial',
  'decideAppeal',
  'recordFederalApproval',
  'recordFederalRefusal',
  'renewAccess',
  'revokeApproval',
  'revokeAccess',
  'suspendAccess',
  'liftSuspension',
  'revokeConsent',
  'reviewEmergency',
  'liftEmergencyLimit',
  'suspendAccounting',
  'approveUnmasking',
  'refuseUnmasking',
  'recordExport',
  'recordLogExport',
  'publishSubgraph',
  'rollbackSubgraph',
  'retireSubgraph',
  'approvePublication',
  'rejectPublication',
  'acceptFinding',
  'answerLinkReview',
  'separateRecords',
  'mergePersons',
  'unmergePerson',
  'decideLinkChange',
  'linkRecords',
]);

/**
 * What everybody may read: the agreement, its catalogs, and its public register. A document with any other field at its
 * root needs a session.
 */
const PUBLIC: ReadonlySet<string> = new Set([
  'agencies',
  'datasets',
  'denialCodes',
  'extensionReasons',
  'calendar',
  'answerDue',
  'approvals',
  'publicRegister',
  'responseStatistics',
]);

/** @param manifest documents by hash, as graphql-codegen's client preset writes them */
export function readTrustedDocuments(manifest: Readonly<Record<string, string>>): TrustedDocuments {
  return new Map(
    Object.entries(manifest).map(([hash, text]) => [hash.includes(':') ? hash : `sha256:${hash}`, trusted(text)]),
  );
}

function trusted(text: string): TrustedDocument {
  const { definitions } = parse(text, { noLocation: true });
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
    ),
  );
  const rootFields = operations.flatMap(({ selectionSet }) => fieldsOf(selectionSet, fragments));
  return {
    text,
    name: operations[0]?.name?.value,
    needsFreshLogin: rootFields.some((name) => FRESH_LOGIN.has(name)),
    isPublic:
      rootFields.length > 0 &&
      operations.every(({ operation }) => operation === OperationTypeNode.QUERY) &&
      rootFields.every((name) => PUBLIC.has(name)),
  };
}

function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): readonly string[] {
  return selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : fragments.get(one.name.value);
    if (inner === undefined) throw new Error('A trusted document lacks a fragment that it names.');
    return fieldsOf(inner, fragments);
  });
}
