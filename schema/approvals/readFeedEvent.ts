import { STAFF_ROLES } from '../catalog/roles.ts';
import {
  type FeedApproval,
  FeedEvent,
  FeedSnapshot,
  LARGEST_PART,
  LAST_MILLISECOND,
  type SnapshotApprovals,
} from './approvalFeed.ts';
import { Condition, FIELD_NAME, type FieldTerm, Transform } from './approvalTerms.ts';
import { writeApprovals } from './snapshotApprovals.ts';

type Roles = FeedApproval['roles'];
type Fields = NonNullable<FeedApproval['fields']>;
/** A parsed JSON object, whose inherited members are not enumerable. */
type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses the payload of an event (as returned by JSON.parse) like FeedEvent, with the same messages. Checks the
 * approvals of a snapshot in the form that emou writes, in a tenth of the time; anything in another form is left to
 * FeedEvent. So this only accepts what FeedEvent accepts, and never has to reject.
 */
export function readFeedEvent(payload: unknown): FeedEvent {
  if (!isObject(payload) || payload.kind !== 'snapshot') return FeedEvent.parse(payload);
  const { approvals, texts, roleLists, fieldLists, ...others } = payload;
  const asWritten =
    isListOf(texts, isText, 4 * LARGEST_PART) &&
    isListOf(roleLists, isRoles, LARGEST_PART) &&
    isListOf(fieldLists, isFields, LARGEST_PART);
  if (!asWritten || !isColumns(approvals, { texts, roleLists, fieldLists })) return FeedEvent.parse(payload);
  const snapshot = FeedSnapshot.parse({ ...others, ...writeApprovals([]) });
  return { ...snapshot, approvals, texts, roleLists, fieldLists };
}

const COLUMNS = 9;

function isColumns(
  value: unknown,
  { texts, roleLists, fieldLists }: Readonly<Record<'texts' | 'roleLists' | 'fieldLists', readonly unknown[]>>,
): value is SnapshotApprovals {
  if (!isObject(value) || !isListOf(value.id, isText, LARGEST_PART)) return false;
  const { length } = value.id;
  let columns = 0;
  for (const name in value) {
    columns++;
    const column = value[name];
    switch (name) {
      case 'id':
        break;
      case 'requestingAgency':
      case 'dataset':
      case 'purpose':
      case 'legalBasis':
        if (!isColumn(column, length, texts.length - 1)) return false;
        break;
      case 'roles':
        if (!isColumn(column, length, roleLists.length - 1)) return false;
        break;
      case 'fields':
        if (!isColumn(column, length, fieldLists.length - 1)) return false;
        break;
      case 'validFrom':
      case 'validUntil':
        if (!isColumn(column, length, LAST_MILLISECOND)) return false;
        break;
      default:
        return false;
    }
  }
  return columns === COLUMNS;
}

/** Checks for integers from 0 to `greatest`. A loop, because there are nine columns of up to 200,000 approvals. */
function isColumn(value: unknown, length: number, greatest: number): boolean {
  if (!Array.isArray(value) || value.length !== length) return false;
  for (let row = 0; row < length; row++) {
    const held: unknown = value[row];
    if (typeof held !== 'number' || !Number.isInteger(held) || held < 0 || held > greatest) return false;
  }
  return true;
}

const knownRoles: ReadonlySet<unknown> = new Set(STAFF_ROLES);

function isRoles(value: unknown): value is Roles {
  return isListOf(value, isStaffRole) && value.length > 0;
}

function isStaffRole(value: unknown): value is Roles[number] {
  return knownRoles.has(value);
}

function isFields(value: unknown): value is Fields | null {
  return value === null || (isListOf(value, isTerm) && value.length > 0);
}

function isTerm(value: unknown): value is FieldTerm {
  if (!isObject(value)) return false;
  let named = false;
  for (const name in value) {
    const held = value[name];
    switch (name) {
      case 'field':
        if (typeof held !== 'string' || !FIELD_NAME.test(held)) return false;
        named = true;
        break;
      case 'transform':
        if (!transforms.has(held)) return false;
        break;
      case 'conditions':
        if (!isListOf(held, isAlternative) || held.length === 0) return false;
        break;
      default:
        return false;
    }
  }
  return named;
}

const transforms: ReadonlySet<unknown> = new Set(Transform.options);
const conditions: ReadonlySet<unknown> = new Set(Condition.options);

function isAlternative(value: unknown): value is Condition[] {
  return isListOf(value, isCondition) && value.length > 0;
}

function isCondition(value: unknown): value is Condition {
  return conditions.has(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
  most = Number.POSITIVE_INFINITY,
): value is Item[] {
  return Array.isArray(value) && value.length <= most && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}
