import { isPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { Lookups } from './lookups.ts';
import type { RootField } from './rootFields.ts';

/** One root field that reads the log, with the persons whose entries it selects. */
export interface LogReading {
  readonly field: RootField;
  readonly ids: readonly string[];
  /** A person who is named by pseudonym instead. */
  readonly pseudonym: string | undefined;
}

export interface LogReadings {
  /** Readings that succeeded. An empty result counts: it reveals that no one has looked at the person. */
  readonly read: readonly LogReading[];
  /** Readings that the audit system refused. */
  readonly refused: readonly LogReading[];
}

/**
 * Finds the readings of the log in one request.
 *
 * @param readingFields names of the root fields that read the log
 */
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
    // A request that was refused as a whole read nothing.
    if (!readingFields.has(field.name) || data === undefined) continue;
    const given = field.arguments(variables);
    if (given === undefined) continue;
    const ids = persons.find((named) => named.field === field)?.ids ?? [];
    const reading = { field, ids, pseudonym: pseudonymIn(given) };
    const failure = errors.find(({ path }) => path?.length === 1 && path[0] === field.key);
    if (failure === undefined) read.push(reading);
    else if (failure.extensions.code === 'FORBIDDEN') refused.push(reading);
  }
  return { read, refused };
}

function pseudonymIn({ filter }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof filter !== 'object' || filter === null || !('person' in filter)) return undefined;
  return typeof filter.person === 'string' && isPseudonym(filter.person) ? filter.person : undefined;
}
