import { z } from 'zod';
import { askGateway } from './askGateway.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { createTable } from './createTable.ts';
import { print } from './requests/requestRow.ts';

const EMERGENCY_FIELDS = `id owner requester agency purpose personId reason words openedAt endsAt datasets reviewDue overdue
  reviews { outcome comment reviewedAt reviewedBy } shown { personId datasets shownAt }`;

const Emergency = z.object({
  id: z.string(),
  owner: z.string(),
  requester: z.string(),
  agency: z.string(),
  purpose: z.string(),
  personId: z.string(),
  reason: z.string(),
  words: z.string(),
  openedAt: z.string(),
  endsAt: z.string(),
  datasets: z.array(z.string()),
  reviewDue: z.string(),
  overdue: z.boolean(),
  reviews: z.array(
    z.object({ outcome: z.string(), comment: z.string(), reviewedAt: z.string(), reviewedBy: z.string() }),
  ),
  shown: z.array(z.object({ personId: z.string(), datasets: z.array(z.string()), shownAt: z.string() })),
});
type Emergency = z.infer<typeof Emergency>;

export async function listEmergencies(options: ConnectionOptions & { readonly all: boolean }): Promise<void> {
  const { emergencies } = await askGateway(
    options,
    `query ($waiting: Boolean) { emergencies(waiting: $waiting) { ${EMERGENCY_FIELDS} } }`,
    { waiting: !options.all },
    z.object({ emergencies: z.array(Emergency) }),
  );
  print(options.json, emergencies, () =>
    emergencies.length === 0 ? 'No emergencies.' : emergencies.map(describe).join('\n'),
  );
}

export async function reviewEmergency(
  emergencyId: string,
  options: ConnectionOptions & { readonly outcome: string; readonly comment: string },
): Promise<void> {
  const { outcome, comment } = options;
  const { reviewEmergency: reviewed } = await askGateway(
    options,
    `mutation ($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) { emergency { ${EMERGENCY_FIELDS} } } }`,
    { input: { emergencyId, outcome: outcome.toUpperCase().replace('-', '_'), comment } },
    z.object({ reviewEmergency: z.object({ emergency: Emergency }) }),
  );
  print(options.json, reviewed.emergency, () => describe(reviewed.emergency));
}

const Lift = z.object({ requester: z.string(), agency: z.string(), liftedAt: z.string(), endsAt: z.string() });

export async function liftEmergencyLimit(
  requester: string,
  options: ConnectionOptions & { readonly hours: number; readonly why: string },
): Promise<void> {
  const { liftEmergencyLimit: lifted } = await askGateway(
    options,
    `mutation ($input: LiftEmergencyLimitInput!) {
       liftEmergencyLimit(input: $input) { lift { requester agency liftedAt endsAt } } }`,
    { input: { requester, hours: options.hours, reason: options.why } },
    z.object({ liftEmergencyLimit: z.object({ lift: Lift }) }),
  );
  const { lift } = lifted;
  print(options.json, lift, () => `${lift.requester} may declare any number of emergencies until ${lift.endsAt}.`);
}

const PersonToTell = z.object({
  emergencyId: z.string(),
  owner: z.string(),
  personId: z.string(),
  datasets: z.array(z.string()),
  law: z.array(z.string()),
  shownAt: z.string(),
});

export async function listPersonsToTell(options: ConnectionOptions): Promise<void> {
  const { personsToTell } = await askGateway(
    options,
    '{ personsToTell { emergencyId owner personId datasets law shownAt } }',
    {},
    z.object({ personsToTell: z.array(PersonToTell) }),
  );
  print(options.json, personsToTell, () => {
    if (personsToTell.length === 0) return 'No one is waiting to be notified.';
    const table = createTable(['emergency', 'owner', 'person', 'shown', 'datasets', 'law']);
    for (const { emergencyId, owner, personId, shownAt, datasets, law } of personsToTell) {
      table.push([emergencyId, owner, personId, shownAt, datasets.join('\n'), law.join('\n')]);
    }
    return table.toString();
  });
}

export async function recordPersonTold(
  emergencyId: string,
  personId: string,
  options: ConnectionOptions & { readonly how: string },
): Promise<void> {
  const { recordPersonTold: told } = await askGateway(
    options,
    'mutation ($input: RecordPersonToldInput!) { recordPersonTold(input: $input) { emergency { id } } }',
    { input: { emergencyId, personId, how: options.how } },
    z.object({ recordPersonTold: z.object({ emergency: z.object({ id: z.string() }) }) }),
  );
  print(options.json, told.emergency, () => `Recorded that ${personId} was notified.`);
}

function describe(emergency: Emergency): string {
  const { reviews, shown, overdue, reviewDue } = emergency;
  const table = createTable([]);
  table.push(
    { emergency: emergency.id },
    { declared: `by ${emergency.requester} of ${emergency.agency} for ${emergency.purpose}` },
    { reason: `${emergency.reason}: ${emergency.words}` },
    { 'household of': emergency.personId },
    { open: `${emergency.openedAt} to ${emergency.endsAt}` },
    { requested: `${emergency.datasets.join(', ')} of ${emergency.owner}` },
    { shown: shown.map(({ personId, datasets }) => `${personId}: ${datasets.join(', ')}`).join('\n') || 'no one' },
    { 'review due': `before ${reviewDue}${overdue ? ' (overdue)' : ''}` },
    {
      reviews:
        reviews.map((review) => `${review.outcome} by ${review.reviewedBy}: ${review.comment}`).join('\n') || 'none',
    },
  );
  return table.toString();
}
