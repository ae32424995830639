import type { Bundle, BundleEntry } from 'fhir/r4.js';
import type { ShownMatch } from '../graph/documents.ts';
import { operationOutcome } from '../outcome/fhirError.ts';
import type { IdentifierSystems } from '../patient/identifierSystems.ts';
import { patientOfPerson } from '../patient/patientOfPerson.ts';

const MATCH_GRADE = 'http://hl7.org/fhir/StructureDefinition/match-grade';
/** Probability from which people who review a pair mostly find one person. */
const PROBABLE = 0.95;

export interface BundleSettings {
  readonly baseUrl: string;
  readonly systems: IdentifierSystems;
  readonly onlyCertainMatches: boolean;
}

/**
 * Response to Patient/$match: a searchset, the likeliest first (IHE PDQm, ITI-119). If only certain matches are wanted and
 * several persons match for certain, none is returned: something is wrong with the index or the input.
 */
export function matchBundle(matches: readonly ShownMatch[], settings: BundleSettings): Bundle {
  const certain = matches.filter(({ decision }) => decision === 'AUTO_LINK');
  if (settings.onlyCertainMatches && certain.length > 1) return searchset(0, [severalMatches(certain.length)]);
  const shown = settings.onlyCertainMatches ? certain : matches;
  const entries = shown.flatMap((match) => entryOf(match, settings) ?? []);
  return searchset(entries.length, entries);
}

function searchset(total: number, entry: BundleEntry[]): Bundle {
  return { resourceType: 'Bundle', type: 'searchset', total, ...(entry.length === 0 ? {} : { entry }) };
}

function severalMatches(count: number): BundleEntry {
  return {
    resource: operationOutcome('multiple-matches', `${count} persons match. Add traits, or review them.`, 'warning'),
    search: { mode: 'outcome' },
  };
}

/** Undefined: the person is not open to the requester. */
function entryOf({ person, decision, probability }: ShownMatch, settings: BundleSettings): BundleEntry | undefined {
  if (person === null || decision === null) return undefined;
  return {
    fullUrl: `${settings.baseUrl}/Patient/${person.id}`,
    resource: patientOfPerson(person, settings.systems),
    search: {
      extension: [{ url: MATCH_GRADE, valueCode: gradeOf(decision, probability ?? 0) }],
      mode: 'match',
      score: probability ?? 0,
    },
  };
}

function gradeOf(decision: NonNullable<ShownMatch['decision']>, probability: number): string {
  if (decision === 'AUTO_LINK') return 'certain';
  return probability >= PROBABLE ? 'probable' : 'possible';
}
