import { signatories } from '../../schema/catalog/agencies.ts';
import type { Queries } from '../kit/database/database.ts';
import { requireAgency } from '../kit/values/requireAgency.ts';
import { findFacets } from './entries/entryFacets.ts';
import type { Reader } from './reader.ts';

/** The signatories, and the Governor's office. */
const AGENCIES: readonly string[] = [...signatories.map(({ code }) => code), 'GOV'];

/**
 * Rejects a misspelled agency, which would find nothing. An auditor may search for any agency named in the log: tokens
 * can name agencies that signed nothing, and their requests are recorded too.
 */
export async function requireKnownAgency(database: Queries, { kind }: Reader, agency: string): Promise<void> {
  if (AGENCIES.includes(agency)) return;
  const recorded = kind === 'auditor' ? await findFacets(database, { agency }) : undefined;
  if (recorded === undefined || recorded.facets.length === 0) requireAgency('agency', agency, AGENCIES);
}
