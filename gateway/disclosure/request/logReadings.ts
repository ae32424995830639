import type { EngineResponse } from '../../model/engineResponse.ts';
import type { Lookups } from './lookups.ts';
import type { RootField } from './rootFields.ts';

/** One root field by which somebody wanted to read the log, and whose entries were asked for by name. */
export interface LogReading {
  readonly field: RootField;
  readonly ids: readonly string[];
}

export interface LogReadings {
  /** Answered, be it with nothing: that nobody has asked about a person is an answer too. */
  readonly read: readonly LogReading[];
  /** The audit system turned the requester away. */
  readonly refused: readonly LogReading[];
}

/** @param readingFields names of the root fields by which the log is read */
export function logReadingsOf(
  roots: readonly RootField[],
  variables: Readonly<Record<string, unknown>>,
  { persons }: Lookups,
  readingFields: ReadonlySet<string>,
  { data, errors }: EngineResponse,
): LogReadings {
  const read: LogReading[] = [];
  const refused: LogReading[] = [];
  for (const field of roots) {
    // A request that was rejected as a whole read nothing.
    if (!readingFields.has(field.name) || data === undefined || field.arguments(variables) === undefined) continue;
    const reading = { field, ids: persons.find((named) => named.field === field)?.ids ?? [] };
    const failure = errors.find(({ path }) => path?.length === 1 && path[0] === field.key);
    if (failure === undefined) read.push(reading);
    else if (failure.extensions.code === 'FORBIDDEN') refused.push(reading);
  }
  return { read, refused };
}
