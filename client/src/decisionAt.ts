import type { Answer, GraphError, Path, Remedy } from './answer.ts';
import { failuresThatPass } from './retryRules.ts';

/** Why a field is closed, and what can be done. */
export interface Denial {
  /** Such as `NO_APPROVAL`; docs/errors.md lists them. */
  readonly reason: string;
  readonly message: string;
  /** Type.field, or the type of an object that was left out. */
  readonly coordinate: string | undefined;
  readonly dataset: string | undefined;
  /** Agency that owns the dataset. */
  readonly owner: string | undefined;
  /** Code of the hard bar, with the reason `HARD_BAR`. */
  readonly bar: string | undefined;
  readonly remedy: Remedy | undefined;
  readonly decisionId: string | undefined;
}

/** What one place of a response says. Only `noRecord` means that there is nothing. */
export type PlaceDecision =
  | { readonly kind: 'shown'; readonly value: unknown }
  /** The value may be masked, or a mask left nothing of it. */
  | { readonly kind: 'masked'; readonly value: unknown; readonly coordinate: string; readonly masks: readonly string[] }
  | ({ readonly kind: 'withheld' } & Denial)
  /** Withheld because nobody of the household is in the requester's caseload. */
  | ({ readonly kind: 'notInCaseload' } & Denial)
  /** Access is open, the system responded, and it holds nothing here. */
  | { readonly kind: 'noRecord' }
  /** The system failed. `passes`: trying again may help. */
  | {
      readonly kind: 'systemDown';
      readonly system: string | undefined;
      readonly code: string;
      readonly passes: boolean;
    }
  /** A system refused the input, or the request as a whole was refused; the message is for the user. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** Codes of errors whose message tells the user what is wrong with the input. */
const INPUT_REFUSED: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PENDING_FEDERAL_APPROVAL',
  'UNMASKING_IN_PROGRESS',
]);

const CASELOAD_CONDITIONS: ReadonlySet<string> = new Set(['CASELOAD', 'HOUSEHOLD_OF_CASELOAD']);

/**
 * Decision about one place of a response, by its path of response keys and list positions. A place under a null or an
 * empty list has the decision of that null or list, unless the place itself is denied.
 *
 * Throws TypeError for a response to a request with `explain`, which fetches nothing, and RangeError for a place that the
 * operation did not select.
 */
export function decisionAt(answer: Pick<Answer<unknown>, 'data' | 'errors' | 'extensions'>, path: Path): PlaceDecision {
  if (answer.extensions.access !== undefined) throw new TypeError('A request with `explain` fetches no data.');
  const found = find(answer.data, path);
  if (found.kind === 'value' && !isEmptyList(found.value)) return shown(answer, path, found.value);
  const nullPath = found.kind === 'value' ? path : found.path;
  const covering = answer.errors.filter((error) => covers(error, path, nullPath));
  const error = covering.find(isDenial) ?? covering[0] ?? (answer.data === null ? answer.errors[0] : undefined);
  if (error !== undefined) return decisionOf(error, answer.data === null && error.path === undefined);
  if (answer.data === null) throw new TypeError('The response has neither data nor errors.');
  const masked = maskAt(answer, path);
  if (masked !== undefined) return { kind: 'masked', value: null, ...masked };
  return { kind: 'noRecord' };
}

type Found =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The path of the first null on the way. */
  | { readonly kind: 'null'; readonly path: Path };

function find(data: unknown, path: Path): Found {
  let value: unknown = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined || isEmptyList(value))
      return { kind: 'null', path: path.slice(0, depth) };
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) {
      // A list may be shorter than the caller believes: objects are left out.
      if (Array.isArray(value)) return { kind: 'null', path: path.slice(0, depth + 1) };
      throw new RangeError(`The operation selects nothing at ${path.slice(0, depth + 1).join('.')}.`);
    }
    value = (value as Readonly<Record<string | number, unknown>>)[key]; // an object with that own key, as just checked
  }
  return value === null || value === undefined ? { kind: 'null', path } : { kind: 'value', value };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function shown(answer: Pick<Answer<unknown>, 'extensions'>, path: Path, value: unknown): PlaceDecision {
  const masked = maskAt(answer, path);
  return masked === undefined ? { kind: 'shown', value } : { kind: 'masked', value, ...masked };
}

function maskAt({ extensions: { maskedFields = [] } }: Pick<Answer<unknown>, 'extensions'>, path: Path) {
  const masked = maskedFields.find((field) => field.path.length === path.length && agree(field.path, path));
  return masked === undefined ? undefined : { coordinate: masked.coordinate, masks: masked.masks };
}

/**
 * Whether an error accounts for a null: one at the place or above it, as long as nothing on the way down to it has a
 * value, and a failure below it, because a null moves up where the schema says non-null. A denial below accounts for
 * nothing, since denied fields are nullable, except for objects left out of an empty list. An error without a path is
 * about everything.
 */
function covers(error: GraphError, place: Path, nullPath: Path): boolean {
  const { path } = error;
  if (path === undefined) return true;
  if (path.length < nullPath.length || !agree(path, place)) return false;
  if (path.length <= place.length || !isDenial(error)) return true;
  return path.length === place.length + 1 && path.at(-1) === '@';
}

/** Whether one path is the beginning of the other; `"@"` is every position of a list. */
function agree(pattern: Path, path: Path): boolean {
  const length = Math.min(pattern.length, path.length);
  for (let at = 0; at < length; at++) {
    const isAnyPosition = pattern[at] === '@' && (typeof path[at] === 'number' || path[at] === '@');
    if (pattern[at] !== path[at] && !isAnyPosition) return false;
  }
  return true;
}

function isDenial({ extensions }: GraphError): boolean {
  return extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE';
}

function decisionOf(error: GraphError, ofWholeRequest: boolean): PlaceDecision {
  const { message, extensions } = error;
  if (isDenial(error)) return denied(message, extensions);
  if (ofWholeRequest || INPUT_REFUSED.has(extensions.code)) return { kind: 'refused', code: extensions.code, message };
  return {
    kind: 'systemDown',
    system: extensions.service,
    code: extensions.code,
    passes: failuresThatPass.has(extensions.code),
  };
}

function denied(message: string, extensions: GraphError['extensions']): PlaceDecision {
  const { reason = 'UNKNOWN', coordinate, dataset, owner, bar, remedy, decisionId } = extensions;
  const denial = {
    ...{ reason, message, coordinate, bar, remedy, decisionId },
    dataset: dataset ?? undefined,
    owner: owner ?? undefined,
  };
  const conditions = remedy?.conditions ?? [];
  const isOfCaseload =
    conditions.length > 0 && conditions.every((all) => all.some((condition) => CASELOAD_CONDITIONS.has(condition)));
  return { kind: isOfCaseload ? 'notInCaseload' : 'withheld', ...denial };
}
