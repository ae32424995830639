import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askEmou } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { type Mailbox, startMailbox } from '../testing/mailbox.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhookReceiver.ts';

const minuteMs = 60_000;
const secret = 'a secret that the receiver has been told';
let bed: EmouTestBed;
let receiver: WebhookReceiver;
let mailbox: Mailbox;
let url: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  receiver = await startWebhookReceiver(secret);
  const webhooks = ['HFS', 'ISBE', 'DOIT'].map((agency) => ({
    name: agency.toLowerCase(),
    agency,
    url: receiver.url,
    secret,
  }));
  mailbox = await startMailbox();
  const targets = [{ name: 'hfs-mail', agency: 'HFS', address: 'data@hfs.example' }];
  const mail = { smtpUrl: mailbox.smtpUrl, from: 'emou@doit.example', targets };
  url = (await bed.startEmou({ webhooks, mail, deliveryLimits: { pollMs: 50 } })).url;
}, 60_000);
afterAll(async () => {
  await bed?.stop();
  await receiver?.stop();
  await mailbox?.stop();
});

/** As the gateway asks: in its own name, with no person behind it. */
const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
const steward = (agency: string) => bed.grant({ agency, roles: ['DATA_STEWARD'] });
const mother = '3f0c8f0e-0000-4000-8000-000000000001';
const child = '3f0c8f0e-0000-4000-8000-000000000002';

interface Opened {
  readonly id: string;
  readonly household: readonly string[];
  readonly openedAt: string;
  readonly endsAt: string;
  readonly isOpen: boolean;
  readonly refusal: string | null;
}

let declarations = 0;
const declaration = (changes: Readonly<Record<string, unknown>> = {}) => ({
  requester: `investigator-${declarations++}`,
  agency: 'DCFS',
  purpose: 'CHILD_PROTECTION',
  roles: ['INVESTIGATOR'],
  personId: child,
  household: [mother, child],
  reason: 'OVRPS',
  words: 'Child found alone, needs a hospital now.',
  datasets: ['medicaid.enrollment'],
  ...changes,
});

async function open(input: Readonly<Record<string, unknown>>, grant = gateway()) {
  const mutation = `mutation ($input: OpenEmergencyInput!) { openEmergency(input: $input) {
    id household openedAt endsAt isOpen refusal } }`;
  const { data, code } = await askEmou<{ openEmergency: Opened | null }>(url, grant, mutation, { input });
  return { opened: data?.openEmergency ?? undefined, code };
}
async function opened(input: Readonly<Record<string, unknown>>): Promise<Opened> {
  const answer = await open(input);
  if (answer.opened === undefined) throw new Error(`Not opened: ${answer.code}`);
  return answer.opened;
}

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

test('a requester has one emergency for a person, however often and at once it is declared, for 60 minutes', async () => {
  const input = declaration();
  const all = await Promise.all(Array.from({ length: 8 }, () => opened(input)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  const [first] = all;
  expect(Date.parse(first?.endsAt ?? '') - Date.parse(first?.openedAt ?? '')).toBe(60 * minuteMs);
  expect(first?.household).toEqual([child, mother]);
  // Said otherwise, it is still the one that is open.
  expect((await opened({ ...input, reason: 'OVRER', words: 'The hospital asks for her doctor.' })).id).toBe(first?.id);
  for (const changes of [{ requester: 'somebody else' }, { personId: mother }, { purpose: 'FOSTER_CARE_CASE' }]) {
    expect((await opened({ ...input, ...changes })).id).not.toBe(first?.id);
  }
  expect((await bed.sql('SELECT 1 FROM emergency WHERE requester = $1', [input.requester])).length).toBe(3);
});

test('one that is over is not opened again by the same words, but by new ones', async () => {
  const input = declaration();
  const first = await opened(input);
  bed.passTime(60 * minuteMs);
  expect(await opened(input)).toMatchObject({ id: first.id, isOpen: false });
  const second = await opened({ ...input, words: 'She is back in the apartment, and alone again.' });
  expect([second.isOpen, second.id === first.id]).toEqual([true, false]);
  // The earlier words find the emergency that is open now.
  expect((await opened(input)).id).toBe(second.id);
});

describe('one requester who declares emergencies for many persons', () => {
  const lift = `mutation ($input: LiftEmergencyLimitInput!) { liftEmergencyLimit(input: $input) { lift { requester } } }`;
  const supervisor = (agency = 'DCFS', sub = 'supervisor@dcfs.example') =>
    bed.grant({ agency, roles: ['SUPERVISOR'], sub });
  let number = 0;
  const personOf = (place: number) => `3f0c8f0e-0000-4000-8000-${String(1_000 + place).padStart(12, '0')}`;
  /** For another person each time, in other words. */
  const next = (requester: string, changes: object = {}) => {
    const personId = personOf(number++);
    const words = `Child number ${number} found alone, needs a hospital now.`;
    return opened(declaration({ requester, personId, household: [personId], words, ...changes }));
  };

  test('is stopped after three within an hour, whatever the purpose, and goes on when the hour has passed', async () => {
    const requester = 'investigator with a list';
    const first = await next(requester);
    await next(requester);
    await next(requester, { purpose: 'FOSTER_CARE_CASE' });
    expect(await next(requester)).toMatchObject({ id: null, isOpen: false, refusal: 'LIMIT' });
    expect(await next(requester, { purpose: 'EMERGENCY' })).toMatchObject({ refusal: 'LIMIT' });
    // Whoever has an emergency keeps it, and others have theirs.
    const again = { requester, personId: personOf(0), household: [personOf(0)], words: 'Again the first child, now.' };
    expect(await opened(declaration(again))).toMatchObject({ id: first.id, isOpen: true });
    expect(await next('another investigator')).toMatchObject({ isOpen: true, refusal: null });
    bed.passTime(60 * minuteMs);
    expect(await next(requester)).toMatchObject({ isOpen: true, refusal: null });
  });

  test('at once opens no more than at leisure', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => next('hasty investigator')));
    expect(outcomes.filter(({ isOpen }) => isOpen)).toHaveLength(3);
  });

  test('may do so for the hours for which a supervisor of the same agency has lifted the limit', async () => {
    const requester = 'investigator at a fire';
    for (let count = 0; count < 3; count++) await next(requester);
    const input = { requester, hours: 2, reason: 'A fire at 12 Elm Street, nine families.' };
    const attempt = async (by: string, changes: object = {}) =>
      (await askEmou(url, by, lift, { input: { ...input, ...changes } })).code;
    expect(await attempt(bed.grant({ agency: 'DCFS', roles: ['INVESTIGATOR'], sub: 'colleague' }))).toBe('FORBIDDEN');
    expect(await attempt(supervisor('DCFS', requester))).toBe('FORBIDDEN');
    expect(await attempt(supervisor(), { hours: 25 })).toBe('BAD_USER_INPUT');
    expect(await attempt(supervisor(), { reason: 'Urgent' })).toBe('BAD_USER_INPUT');
    // Another agency's supervisor lifts it for a requester of that agency.
    expect(await attempt(supervisor('HFS'))).toBeUndefined();
    expect(await next(requester)).toMatchObject({ refusal: 'LIMIT' });
    expect(await attempt(supervisor())).toBeUndefined();
    for (let count = 0; count < 3; count++) expect(await next(requester)).toMatchObject({ isOpen: true });
    bed.passTime(119 * minuteMs);
    for (let count = 0; count < 4; count++) expect(await next(requester)).toMatchObject({ isOpen: true });
    bed.passTime(minuteMs);
    expect(await next(requester)).toMatchObject({ refusal: 'LIMIT' });
    await expect(bed.sql("UPDATE emergency_limit_lift SET ends_at = 'infinity'")).rejects.toThrow('append-only');
  });

  test('does not do so in the same words, however they are spaced and written', async () => {
    const requester = 'investigator with a phrase';
    await next(requester, { words: 'Child found alone, needs a hospital now.' });
    expect(await next(requester, { words: 'CHILD FOUND ALONE - needs a hospital  now' })).toMatchObject({
      refusal: 'SAME_WORDS',
    });
    expect(
      await next('investigator with the same phrase', { words: 'Child found alone, needs a hospital now.' }),
    ).toMatchObject({
      isOpen: true,
    });
  });
});

test.each([
  ['by a caller', {}, () => bed.grant({ roles: ['INVESTIGATOR'] })],
  ['by a caller whose token claims to be the gateway', {}, () => bed.grant({ roles: ['GATEWAY'], sub: 'impostor' })],
  ['for a dataset that its owner opens in no emergency', { datasets: ['snap.participation'] }, gateway],
  ['for a role that its owner does not name', { roles: ['CASEWORKER', 'DATA_OFFICER'] }, gateway],
  ['for one dataset more than is allowed', { datasets: ['medicaid.enrollment', 'medicaid.clinical'] }, gateway],
])('an emergency is not opened %s', async (_, changes, grant) => {
  const input = declaration(changes);
  expect((await open(input, grant())).code).toBe('FORBIDDEN');
  expect(await bed.sql('SELECT 1 FROM emergency WHERE requester = $1', [input.requester])).toEqual([]);
});

test.each([
  ['too few words', { words: ' urgent ' }],
  ['too many', { words: 'x'.repeat(501) }],
  ['words that hide something', { words: 'urgent \u0000 and more' }],
  ['words that nobody sees', { words: '\u200b'.repeat(12) }],
  ['words that read backwards', { words: 'urgent \u202eerom dna' }],
  ['nothing to open', { datasets: [] }],
])('an emergency is not opened with %s', async (_, changes) => {
  expect((await open(declaration(changes))).code).toBe('BAD_USER_INPUT');
});

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
  // The other owner's review is the other owner's.
  expect((await listed('ISBE', id)).map(({ reviews }) => reviews)).toEqual([[]]);
  for (const table of ['emergency', 'emergency_dataset', 'emergency_review']) {
    await expect(bed.sql(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append-only`);
  }
  await expect(bed.sql("UPDATE emergency SET ends_at = ends_at + interval '1 hour'")).rejects.toThrow('append-only');
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
  // What the other owner and a second thought of the first say changes nothing of that.
  for (const owner of ['ISBE', 'HFS']) expect(await review(steward(owner), first.id)).toBeUndefined();
  expect((await opened(anew)).isOpen).toBe(false);
  // Another person's emergency, and somebody else's for this person, are their own.
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
