import { expect, test } from '@jest/globals';
import { askEmou } from '../../testing/askEmou.ts';
import { bed, child, declaration, gateway, mailbox, minuteMs, mother, opened, receiver, url } from './declarations.ts';

const steward = (agency: string) => bed.grant({ agency, roles: ['DATA_STEWARD'] });

interface Listed {
  readonly id: string;
  readonly owner: string;
  readonly datasets: readonly string[];
  readonly reviewDue: string;
  readonly overdue: boolean;
  readonly words: string;
  readonly reviews: readonly { readonly outcome: string; readonly comment: string; readonly reviewedBy: string }[];
  readonly shown: readonly { readonly personId: string; readonly datasets: readonly string[] }[];
}

async function list(grant: string, waiting = true) {
  const query = `query ($waiting: Boolean) { emergencies(waiting: $waiting) {
    id owner datasets reviewDue overdue words reviews { outcome comment reviewedBy } shown { personId datasets } } }`;
  const { data, code } = await askEmou<{ emergencies: readonly Listed[] | null }>(url, grant, query, { waiting });
  return { emergencies: data.emergencies ?? [], code };
}
const listed = async (agency: string, id: string, waiting = true) =>
  (await list(steward(agency), waiting)).emergencies.filter((emergency) => emergency.id === id);

const review = async (grant: string, emergencyId: string, outcome = 'JUSTIFIED') =>
  (
    await askEmou(
      url,
      grant,
      'mutation ($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) { emergency { id } } }',
      { input: { emergencyId, outcome, comment: 'Read the case file.' } },
    )
  ).code;

const show = async (emergencyId: string, shown: readonly object[], grant = gateway()) =>
  (
    await askEmou(
      url,
      grant,
      'mutation ($id: ID!, $shown: [EmergencyShownInput!]!) { recordEmergencyShown(emergencyId: $id, shown: $shown) }',
      { id: emergencyId, shown },
    )
  ).code;

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('it waits for the data steward of each owner whose data was asked for, until the end of the next business day', async () => {
  const input = declaration();
  const { id, openedAt } = await opened(input);
  expect(await listed('ISBE', id)).toEqual([]);
  await opened({ ...input, datasets: ['education.enrollment', 'medicaid.providers'] });
  const [ofHfs] = await listed('HFS', id);
  expect(ofHfs).toMatchObject({
    owner: 'HFS',
    datasets: ['medicaid.enrollment', 'medicaid.providers'],
    words: 'Child found alone, needs a hospital now.',
    overdue: false,
    reviews: [],
  });
  const due = await askEmou<{ answerDue: string }>(
    url,
    gateway(),
    'query ($at: DateTime!) { answerDue(received: $at, businessDays: 1) }',
    { at: openedAt },
  );
  // The first instant of the day after.
  expect(
    new Date(Date.parse(ofHfs?.reviewDue ?? '') - 1).toLocaleDateString('sv', { timeZone: 'America/Chicago' }),
  ).toBe(due.data.answerDue);
  expect((await listed('ISBE', id)).map(({ datasets }) => datasets)).toEqual([['education.enrollment']]);
  expect((await listed('DOIT', id)).map(({ owner }) => owner).sort()).toEqual(['HFS', 'ISBE']);
  expect(await listed('IDHS', id)).toEqual([]);
  for (const roles of [['DATA_OFFICER'], ['INVESTIGATOR'], ['AUDITOR']]) {
    expect((await list(bed.grant({ agency: 'HFS', roles }))).code).toBe('FORBIDDEN');
  }
});

test('a review is made by the owner once it is over; reviews add up, and nothing is ever changed', async () => {
  const input = declaration({ datasets: ['medicaid.enrollment', 'education.enrollment'] });
  const { id } = await opened(input);
  expect(await review(steward('HFS'), id)).toBe('CONFLICT');
  bed.passTime(60 * minuteMs);
  expect(await review(steward('DOIT'), id)).toBe('NOT_FOUND');
  expect(await review(steward('IDHS'), id)).toBe('NOT_FOUND');
  expect(await review(bed.grant({ agency: 'HFS', roles: ['DATA_OFFICER'] }), id)).toBe('FORBIDDEN');
  const declarer = bed.grant({ agency: 'HFS', roles: ['DATA_STEWARD'], sub: input.requester });
  expect(await review(declarer, id)).toBe('FORBIDDEN');
  expect(await review(steward('HFS'), id, 'NOT_JUSTIFIED')).toBeUndefined();
  expect(await review(steward('HFS'), id)).toBeUndefined();
  expect(await listed('HFS', id)).toEqual([]);
  const [reviewed] = await listed('HFS', id, false);
  expect(reviewed?.reviews.map(({ outcome, reviewedBy }) => [outcome, reviewedBy])).toEqual([
    ['NOT_JUSTIFIED', 'officer@hfs.example'],
    ['JUSTIFIED', 'officer@hfs.example'],
  ]);
  // Each owner sees only its own review.
  expect((await listed('ISBE', id)).map(({ reviews }) => reviews)).toEqual([[]]);
  for (const table of ['emergency', 'emergency_dataset', 'emergency_review']) {
    await expect(bed.sql(`delete from ${table}`)).rejects.toThrow(`${table} is append-only`);
  }
  await expect(bed.sql("update emergency set ends_at = ends_at + interval '1 hour'")).rejects.toThrow('append-only');
});

test('found not justified by one of the owners it is over at once for all, and no words open another in its time', async () => {
  const input = declaration({ datasets: ['medicaid.enrollment', 'education.enrollment'] });
  const first = await opened(input);
  bed.passTime(minuteMs);
  expect(await review(steward('HFS'), first.id, 'NOT_JUSTIFIED')).toBeUndefined();
  bed.passTime(1);
  const anew = { ...input, words: 'The hospital has called again for the child.' };
  for (const again of [input, anew]) {
    const over = await opened(again);
    expect([over.id, over.isOpen]).toEqual([first.id, false]);
    expect(Date.parse(over.endsAt)).toBeLessThan(bed.clock().getTime());
  }
  // Neither the other owner's review nor a changed one of the first changes that.
  for (const owner of ['ISBE', 'HFS']) expect(await review(steward(owner), first.id)).toBeUndefined();
  expect((await opened(anew)).isOpen).toBe(false);
  // Emergencies for another person, or of another requester for this person, are independent.
  expect((await opened({ ...anew, personId: mother })).isOpen).toBe(true);
  expect((await opened({ ...anew, requester: 'somebody.else' })).isOpen).toBe(true);
  bed.passTime(59 * minuteMs);
  expect(await opened(anew)).toMatchObject({ isOpen: true });
});

test('who was shown is on record, and by Medicaid’s law has to be told; an emergency shows nobody else', async () => {
  const { id } = await opened(declaration({ datasets: ['medicaid.enrollment', 'education.enrollment'] }));
  const datasets = ['medicaid.enrollment'];
  expect(await show(id, [{ personId: '3f0c8f0e-0000-4000-8000-000000000999', datasets }])).toBe('FORBIDDEN');
  expect(await show(id, [{ personId: 'a neighbor', datasets }])).toBe('BAD_USER_INPUT');
  expect(await show(id, [{ personId: child, datasets: ['medicaid.providers'] }])).toBe('FORBIDDEN');
  expect(await show(id, [{ personId: child, datasets }], bed.grant({ roles: ['GATEWAY'] }))).toBe('FORBIDDEN');
  const shown = [
    { personId: child, datasets: ['medicaid.enrollment', 'education.enrollment'] },
    { personId: mother, datasets: ['education.enrollment'] },
  ];
  for (const _ of ['once', 'again']) expect(await show(id, shown)).toBeUndefined();
  expect((await listed('HFS', id))[0]?.shown).toEqual([{ personId: child, datasets }]);
  expect((await listed('ISBE', id))[0]?.shown.map(({ personId }) => personId)).toEqual([mother, child].sort());

  const toTell = async (agency: string) => {
    const query = '{ personsToTell { emergencyId personId datasets law } }';
    const { data } = await askEmou<{ personsToTell: { emergencyId: string }[] }>(url, steward(agency), query);
    return data.personsToTell.filter(({ emergencyId }) => emergencyId === id);
  };
  expect(await toTell('HFS')).toEqual([{ emergencyId: id, personId: child, datasets, law: ['42 CFR 431.306(d)'] }]);
  expect(await toTell('ISBE')).toEqual([]);
  const tell = async (personId: string) =>
    (
      await askEmou(
        url,
        steward('HFS'),
        'mutation ($input: RecordPersonToldInput!) { recordPersonTold(input: $input) { emergency { id } } }',
        { input: { emergencyId: id, personId, how: 'Letter to the guardian.' } },
      )
    ).code;
  expect(await tell(mother)).toBe('NOT_FOUND');
  expect(await tell('the child')).toBe('BAD_USER_INPUT');
  expect(await tell(child.toUpperCase())).toBeUndefined();
  expect(await tell(child)).toBe('CONFLICT');
  expect(await toTell('HFS')).toEqual([]);
});

test('owners are told at once, and when a review is overdue, unless it was made; no notice names a person', async () => {
  const told = (id: string) =>
    receiver.received
      .filter((notice) => JSON.stringify(notice).includes(id))
      .map(({ kind, agency }) => `${kind} to ${agency}`)
      .sort();
  const input = declaration({ datasets: ['medicaid.enrollment', 'education.enrollment'] });
  const { id } = await opened(input);
  await until(() => told(id).length === 2);
  expect(told(id)).toEqual(['NEW_EMERGENCY to HFS', 'NEW_EMERGENCY to ISBE']);
  bed.passTime(60 * minuteMs);
  expect(await review(steward('HFS'), id)).toBeUndefined();
  const [ofIsbe] = await listed('ISBE', id);
  bed.passTime(Date.parse(ofIsbe?.reviewDue ?? '') - bed.clock().getTime() + 1_000);
  await until(() => told(id).length === 4);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(told(id)).toEqual([
    'EMERGENCY_REVIEW_OVERDUE to DOIT',
    'EMERGENCY_REVIEW_OVERDUE to ISBE',
    'NEW_EMERGENCY to HFS',
    'NEW_EMERGENCY to ISBE',
  ]);
  expect((await listed('ISBE', id))[0]?.overdue).toBe(true);
  const mails = () => mailbox.mails.map(({ source }) => source).filter((source) => source.includes(id));
  await until(() => mails().length === 1);
  expect(mails()[0]).toContain('Emergency access: DCFS for CHILD_PROTECTION');
  const notices = JSON.stringify([receiver.received, mailbox.mails]);
  for (const secretThing of [child, mother, 'hospital', input.requester]) expect(notices).not.toContain(secretThing);
});
