import type { GraphQLSchema } from 'graphql';
import type { Operation } from '../../model/operation.ts';
import { requestedFields } from '../request/requestedFields.ts';
import type { RootField } from '../request/rootFields.ts';
import type { RequestRecords } from './requestRecords.ts';

/** Persons that one refused request is recorded for. Without a limit, refused requests could fill the ledger. */
const MAX_PERSONS = 100;

/**
 * Adds the records of a request that was refused because of its size: one for each person that it names by id, or one
 * without a person. Each names every guarded field of the operation, and the fields that it started from.
 */
export function recordRefusedRequest(
  { response, templates, lookups, pseudonymOf, write, entries }: RequestRecords,
  schema: GraphQLSchema,
  operation: Operation,
  roots: readonly RootField[],
): void {
  if (response.refused === undefined) return;
  const template = templates.refusedWhole(response.refused, () => ({
    started: roots.map(({ coordinate }) => coordinate),
    requested: requestedFields(schema, operation),
  }));
  const ids = new Set(lookups.persons.flatMap((named) => named.ids));
  const persons = ids.size === 0 ? [undefined] : [...ids].slice(0, MAX_PERSONS).map(pseudonymOf);
  for (const person of persons) entries.push(write(template, person));
}
