import { signatories } from '../../schema/agencies.ts';
import type { Queries } from '../kit/database/database.ts';
import { requireAgency } from '../kit/values/requireAgency.ts';
import { findFacets } from './entries/entryFacets.ts';
import type { Reader } from './reader.ts';

/** The signatories, and the Governor's office. */
const AGENCIES: readonly string[] = [...signatories.map(({ code }) => code), 'GOV'];

/**
 * Refuses a misspelled agency, which would find nothing. An auditor may look for any agency that the log names: tokens
 * can name agencies that have signed nothing, and what they asked is recorded too.
 */
export async function requireKnownAgency(database: Queries, { kind }: Reader, agency: string): Promise<void> {
  if (AGENCIES.includes(agency)) return;
  const recorded = kind === 'auditor' ? await findFacets(database, { agency }) : undefined;
  if (recorded === undefined || recorded.facets.length === 0) requireAgency('agency', agency, AGENCIES);
}
