import type { FeedApproval, FeedSnapshot } from './approvalFeed.ts';

/** Approvals in a snapshot: the columns, and the lists that they refer to. */
export type WrittenApprovals = Pick<FeedSnapshot, 'approvals' | 'texts' | 'roleLists' | 'fieldLists'>;

/** Writes approvals as columns: each distinct text once, and each shared list once. */
export function writeApprovals(approvals: readonly FeedApproval[]): WrittenApprovals {
  const texts = places<string>();
  const roleLists = places<FeedApproval['roles']>();
  const fieldLists = places<NonNullable<FeedApproval['fields']> | null>();
  return {
    approvals: {
      id: approvals.map(({ id }) => id),
      requestingAgency: approvals.map(({ requestingAgency }) => texts.placeOf(requestingAgency)),
      dataset: approvals.map(({ dataset }) => texts.placeOf(dataset)),
      purpose: approvals.map(({ purpose }) => texts.placeOf(purpose)),
      legalBasis: approvals.map(({ legalBasis }) => texts.placeOf(legalBasis)),
      roles: approvals.map(({ roles }) => roleLists.placeOf(roles)),
      fields: approvals.map(({ fields = null }) => fieldLists.placeOf(fields)),
      validFrom: approvals.map(({ validFrom }) => Date.parse(validFrom)),
      validUntil: approvals.map(({ validUntil }) => Date.parse(validUntil)),
    },
    texts: texts.all(),
    roleLists: roleLists.all(),
    fieldLists: fieldLists.all(),
  };
}

/** Reconstructs the approvals as they were before writing. */
export function approvalsOf(written: WrittenApprovals): readonly FeedApproval[] {
  return written.approvals.id.map((_, row) => approvalAt(written, row));
}

/** Throws if there is none at the index. */
export function approvalAt({ approvals, texts, roleLists, fieldLists }: WrittenApprovals, row: number): FeedApproval {
  const roles = at(roleLists, at(approvals.roles, row));
  const fields = at(fieldLists, at(approvals.fields, row));
  return {
    id: at(approvals.id, row),
    requestingAgency: at(texts, at(approvals.requestingAgency, row)),
    dataset: at(texts, at(approvals.dataset, row)),
    purpose: at(texts, at(approvals.purpose, row)),
    legalBasis: at(texts, at(approvals.legalBasis, row)),
    roles,
    ...(fields === null ? {} : { fields }),
    validFrom: new Date(at(approvals.validFrom, row)).toISOString(),
    validUntil: new Date(at(approvals.validUntil, row)).toISOString(),
  };
}

function at<Value>(list: readonly Value[], place: number): Value {
  const value = list[place];
  if (value === undefined) throw new Error('an approval names what the snapshot does not hold');
  return value;
}

function places<Value>(): { placeOf(value: Value): number; all(): Value[] } {
  const indexByValue = new Map<Value, number>();
  return {
    placeOf(value) {
      const place = indexByValue.get(value) ?? indexByValue.size;
      if (place === indexByValue.size) indexByValue.set(value, place);
      return place;
    },
    all: () => [...indexByValue.keys()],
  };
}
