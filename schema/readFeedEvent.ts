import { z } from 'zod';
import { type FeedApproval, FeedEvent, FeedSnapshot, LARGEST_EVENT } from './approvalFeed.ts';
import { Condition, type FieldTerm, fieldName, Transform } from './approvalTerms.ts';

type SnapshotApproval = FeedSnapshot['approvals'][number];
type Fields = NonNullable<FeedApproval['fields']>;
/** Of JSON: what it inherits has no names that could be listed. */
type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads the payload of an event (what JSON.parse gave) as FeedEvent does, with its messages. The approvals of a snapshot
 * and their terms are looked at here as emou writes them, for a tenth of the time: whatever does not look like that is
 * FeedEvent's to judge. So this says yes only to what FeedEvent accepts, and never has to say no.
 */
export function readFeedEvent(payload: unknown): FeedEvent {
  if (!isObject(payload) || payload.kind !== 'snapshot') return FeedEvent.parse(payload);
  const { approvals, fieldLists, ...others } = payload;
  if (!isListOf(approvals, isApproval) || approvals.length > LARGEST_EVENT) return FeedEvent.parse(payload);
  if (fieldLists !== undefined && !isListOf(fieldLists, isFields)) return FeedEvent.parse(payload);
  const snapshot = FeedSnapshot.parse({ ...others, approvals: [] });
  return { ...snapshot, approvals, ...(fieldLists === undefined ? {} : { fieldLists }) };
}

const REQUIRED = 7;

/** Without `fields`: emou's snapshots write those in their lists. */
function isApproval(value: unknown): value is SnapshotApproval {
  if (!isObject(value)) return false;
  let required = 0;
  for (const name in value) {
    const held = value[name];
    switch (name) {
      case 'id':
      case 'requestingAgency':
      case 'dataset':
      case 'purpose':
      case 'legalBasis':
        if (!isText(held)) return false;
        required++;
        break;
      case 'validFrom':
      case 'validUntil':
        if (!isInstant(held)) return false;
        required++;
        break;
      case 'roles':
        if (!isListOf(held, isText) || held.length === 0) return false;
        break;
      case 'fieldList':
        if (!Number.isSafeInteger(held) || Number(held) < 0) return false;
        break;
      default:
        return false;
    }
  }
  return required === REQUIRED;
}

function isFields(value: unknown): value is Fields {
  return isListOf(value, isTerm) && value.length > 0;
}

function isTerm(value: unknown): value is FieldTerm {
  if (!isObject(value)) return false;
  let named = false;
  for (const name in value) {
    const held = value[name];
    switch (name) {
      case 'field':
        if (typeof held !== 'string' || !fieldName.test(held)) return false;
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

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

const instant = z.regexes.datetime({ offset: false });

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && instant.test(value);
}
