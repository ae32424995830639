import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import type { PublicError } from '../../kit/errors/publicError.ts';
import { type BlockingKey, blockingKeys } from '../linkage/blocking/blockingRules.ts';
import type { Decision, Explanation } from '../linkage/decide/decide.ts';
import { normalize } from '../linkage/normalize/normalize.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';

export interface RecordCall {
  readonly system: string;
  readonly number: string;
  readonly content: RecordContent;
  /** See RegisterRecordInput. */
  readonly householdOfNumber: string | null;
  readonly by: { readonly subject: string; readonly agency: string };
  /** True if the caller's links to persons of other systems are limited. */
  readonly limited: boolean;
}

/** A call with what is computed before it waits for the lock. */
export interface Registration extends RecordCall {
  readonly normalized: NormalizedRecord;
  readonly keys: readonly BlockingKey[];
}

/** @param today YYYYMMDD; later birth dates are no evidence */
export function registrationOf(call: RecordCall, today: string): Registration {
  const normalized = normalize(call.content, today);
  return { ...call, normalized, keys: blockingKeys(normalized) };
}

export interface RegistrationOutcome {
  readonly personId: string;
  readonly decision: Decision;
  readonly changed: boolean;
  /** Of the best candidate; null if there was none. */
  readonly explanation: Explanation | null;
}

/** An error refuses this call alone. */
export type RegistrationResult = RegistrationOutcome | PublicError;
