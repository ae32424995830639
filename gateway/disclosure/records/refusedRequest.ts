import type { GraphQLSchema } from 'graphql';
import type { LedgerEntry } from '../../../ledger/index.ts';
import type { WholeRefusal } from '../../model/engineResponse.ts';
import type { Operation } from '../../model/operation.ts';
import type { Lookups } from '../request/lookups.ts';
import { requestedFields } from '../request/requestedFields.ts';
import type { RootField } from '../request/rootFields.ts';
import type { WriteEntry } from './entryWriter.ts';
import type { PseudonymOf } from './pseudonyms.ts';
import type { RecordTemplates } from './recordTemplates.ts';

export interface RefusedRequest {
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
  readonly templates: RecordTemplates;
  readonly roots: readonly RootField[];
  readonly asked: Lookups;
  readonly reason: WholeRefusal;
}

/** Persons that one refused request is recorded for. Without a bound, refused requests could fill the ledger. */
const MAX_PERSONS = 100;

/**
 * Records of a request that showed nothing because of its size: one for each person that it named by id, or one without
 * a person. Each names every guarded field of the operation, and the fields that it started from.
 */
export function recordsOfRefusedRequest(
  { schema, operation, templates, roots, asked, reason }: RefusedRequest,
  pseudonymOf: PseudonymOf,
  write: WriteEntry,
): readonly LedgerEntry[] {
  const template = templates.refusedWhole(reason, () => ({
    started: roots.map(({ coordinate }) => coordinate),
    requested: requestedFields(schema, operation),
  }));
  const ids = new Set(asked.persons.flatMap((named) => named.ids));
  const persons = ids.size === 0 ? [undefined] : [...ids].slice(0, MAX_PERSONS).map(pseudonymOf);
  return persons.map((person) => write(template, person));
}
