import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
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
  `select ${EMERGENCY_COLUMNS}, owner, datasets, review_due as "reviewDue", reviews, shown
   from (
     select emergency_id, owner, array_agg(dataset order by dataset) as datasets, min(review_due) as review_due
     from emergency_dataset
     where ($1::text is null or owner = $1) and ($2::uuid is null or emergency_id = $2)
     group by emergency_id, owner) as opened
   join emergency using (emergency_id),
   lateral (
     select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'comment', comment, 'reviewedAt', reviewed_at,
       'reviewedBy', reviewed_by) order by review_number), '[]') as reviews
     from emergency_review as review
     where review.emergency_id = opened.emergency_id and review.owner = opened.owner) as reviewed,
   lateral (
     select coalesce(jsonb_agg(jsonb_build_object('personId', subject.person_id, 'datasets', subject.datasets,
       'shownAt', subject.shown_at) order by subject.person_id), '[]') as shown
     from (
       select person_id, array_agg(dataset order by dataset) as datasets, min(shown_at) as shown_at
       from emergency_subject as one
       where one.emergency_id = opened.emergency_id and one.dataset = any(opened.datasets)
       group by person_id) as subject) as subjects
   where not $3 or reviews = '[]'
   order by case when $3 then review_due end, opened_at desc, emergency_id, owner limit 200`,
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
  `select emergency_id as "emergencyId", owner, person_id as "personId", array_agg(dataset order by dataset) as datasets,
     min(shown_at) as "shownAt"
   from emergency_subject join emergency_dataset using (emergency_id, dataset)
   where ($1::text is null or owner = $1) and dataset = any($2) and not exists (
     select from emergency_told as told
     where told.emergency_id = emergency_subject.emergency_id and told.owner = emergency_dataset.owner
       and told.person_id = emergency_subject.person_id)
   group by emergency_id, owner, person_id
   order by min(shown_at), emergency_id, person_id limit 200`,
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
