import type { EngineResponse } from '../../model/engineResponse.ts';
import type { AskedFor } from './askedFor.ts';
import type { RootField } from './rootFields.ts';

/** One root field by which somebody wanted to read the log, and whose entries were asked for by name. */
export interface Reading {
  readonly field: RootField;
  readonly ids: readonly string[];
}

export interface Readings {
  /** Answered, be it with nothing: that nobody has asked about a person is an answer too. */
  readonly read: readonly Reading[];
  /** The audit system turned the requester away. */
  readonly refused: readonly Reading[];
}

/** @param readingFields names of the root fields by which the log is read */
export function readingsOf(
  roots: readonly RootField[],
  variables: Readonly<Record<string, unknown>>,
  { persons }: AskedFor,
  readingFields: ReadonlySet<string>,
  { data, errors }: EngineResponse,
): Readings {
  const read: Reading[] = [];
  const refused: Reading[] = [];
  for (const field of roots) {
    // A request that was rejected as a whole read nothing.
    if (!readingFields.has(field.name) || data === 'null' || field.arguments(variables) === undefined) continue;
    const reading = { field, ids: persons.find((named) => named.field === field)?.ids ?? [] };
    const failure = errors.find(({ path }) => path?.length === 1 && path[0] === field.key);
    if (failure === undefined) read.push(reading);
    else if (failure.extensions.code === 'FORBIDDEN') refused.push(reading);
  }
  return { read, refused };
}
