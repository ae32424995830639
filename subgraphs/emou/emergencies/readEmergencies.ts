import type { AgencyCode } from '../../../schema/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Actor } from '../register/commands/actor.ts';
import { type DeclaredEmergency, EMERGENCY_COLUMNS } from './declaredEmergency.ts';
import { ownerSeenBy } from './reviewer.ts';

/** An emergency as seen by one owner of the data it opened. Instants inside lists are PostgreSQL text. */
export interface EmergencyRecord extends DeclaredEmergency {
  readonly owner: AgencyCode;
  readonly datasets: readonly string[];
  readonly reviewDue: Date;
  readonly reviews: readonly {
    readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED';
    readonly comment: string;
    readonly reviewedAt: string;
    readonly reviewedBy: string;
  }[];
  readonly shown: readonly {
    readonly personId: string;
    readonly datasets: readonly string[];
    readonly shownAt: string;
  }[];
}

/** $1: owner, null for all; $2: emergency, null for all; $3: true for only those without a review. */
const emergencies = statement<EmergencyRecord>(
  'emergenciesOfOwner',
  `SELECT ${EMERGENCY_COLUMNS}, owner, datasets, review_due AS "reviewDue", reviews, shown
   FROM (
     SELECT emergency_id, owner, array_agg(dataset ORDER BY dataset) AS datasets, min(review_due) AS review_due
     FROM emergency_dataset
     WHERE ($1::text IS NULL OR owner = $1) AND ($2::uuid IS NULL OR emergency_id = $2)
     GROUP BY emergency_id, owner) AS opened
   JOIN emergency USING (emergency_id),
   LATERAL (
     SELECT coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'comment', comment, 'reviewedAt', reviewed_at,
       'reviewedBy', reviewed_by) ORDER BY review_number), '[]') AS reviews
     FROM emergency_review AS review
     WHERE review.emergency_id = opened.emergency_id AND review.owner = opened.owner) AS reviewed,
   LATERAL (
     SELECT coalesce(jsonb_agg(jsonb_build_object('personId', subject.person_id, 'datasets', subject.datasets,
       'shownAt', subject.shown_at) ORDER BY subject.person_id), '[]') AS shown
     FROM (
       SELECT person_id, array_agg(dataset ORDER BY dataset) AS datasets, min(shown_at) AS shown_at
       FROM emergency_subject AS one
       WHERE one.emergency_id = opened.emergency_id AND one.dataset = ANY(opened.datasets)
       GROUP BY person_id) AS subject) AS subjects
   WHERE NOT $3 OR reviews = '[]'
   ORDER BY CASE WHEN $3 THEN review_due END, opened_at DESC, emergency_id, owner LIMIT 200`,
);

/** Lists emergencies that need a review, most urgent first, or all, newest first. At most 200. */
export async function readEmergencies(
  queries: Queries,
  actor: Actor,
  waiting: boolean,
): Promise<readonly EmergencyRecord[]> {
  return await queries.rows(emergencies, [ownerSeenBy(actor), null, waiting]);
}

export async function readEmergency(
  queries: Queries,
  owner: string,
  emergencyId: string,
): Promise<EmergencyRecord | undefined> {
  return (await queries.rows(emergencies, [owner, emergencyId, false]))[0];
}

export interface PersonToTellRow {
  readonly emergencyId: string;
  readonly owner: AgencyCode;
  readonly personId: string;
  readonly datasets: readonly string[];
  readonly shownAt: Date;
}

const personsToTell = statement<PersonToTellRow>(
  'personsToTell',
  `SELECT emergency_id AS "emergencyId", owner, person_id AS "personId", array_agg(dataset ORDER BY dataset) AS datasets,
     min(shown_at) AS "shownAt"
   FROM emergency_subject JOIN emergency_dataset USING (emergency_id, dataset)
   WHERE ($1::text IS NULL OR owner = $1) AND dataset = ANY($2) AND NOT EXISTS (
     SELECT FROM emergency_told AS told
     WHERE told.emergency_id = emergency_subject.emergency_id AND told.owner = emergency_dataset.owner
       AND told.person_id = emergency_subject.person_id)
   GROUP BY emergency_id, owner, person_id
   ORDER BY min(shown_at), emergency_id, person_id LIMIT 200`,
);

/** Lists persons who must be notified of a disclosure and have not been, oldest first. At most 200. */
export async function readPersonsToTell(
  queries: Queries,
  actor: Actor,
  catalogue: DatasetCatalogue,
): Promise<readonly PersonToTellRow[]> {
  const datasets = [...catalogue.datasets.values()].filter(({ emergency }) => emergency?.notice !== undefined);
  return await queries.rows(personsToTell, [ownerSeenBy(actor), datasets.map(({ id }) => id)]);
}
