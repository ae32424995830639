import { describe, expect, test } from '@jest/globals';
import { askEmou } from '../../testing/askEmou.ts';
import { bed, child, declaration, gateway, minuteMs, mother, open, opened, url } from './declarations.ts';

test('a requester has one emergency for a person, however often and at once it is declared, for 60 minutes', async () => {
  const input = declaration();
  const all = await Promise.all(Array.from({ length: 8 }, () => opened(input)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  const [first] = all;
  expect(Date.parse(first?.endsAt ?? '') - Date.parse(first?.openedAt ?? '')).toBe(60 * minuteMs);
  expect(first?.household).toEqual([child, mother]);
  // Another description still returns the open one.
  expect((await opened({ ...input, reason: 'OVRER', words: 'The hospital asks for her doctor.' })).id).toBe(first?.id);
  for (const changes of [{ requester: 'somebody else' }, { personId: mother }, { purpose: 'FOSTER_CARE_CASE' }]) {
    expect((await opened({ ...input, ...changes })).id).not.toBe(first?.id);
  }
  expect((await bed.sql('select 1 from emergency where requester = $1', [input.requester])).length).toBe(3);
});

test('one that is over is not opened again by the same words, but by new ones', async () => {
  const input = declaration();
  const first = await opened(input);
  bed.passTime(60 * minuteMs);
  expect(await opened(input)).toMatchObject({ id: first.id, isOpen: false });
  const second = await opened({ ...input, words: 'She is back in the apartment, and alone again.' });
  expect([second.isOpen, second.id === first.id]).toEqual([true, false]);
  // The earlier description finds the emergency that is open now.
  expect((await opened(input)).id).toBe(second.id);
});

describe('one requester who declares emergencies for many persons', () => {
  const lift = `mutation ($input: LiftEmergencyLimitInput!) { liftEmergencyLimit(input: $input) { lift { requester } } }`;
  const supervisor = (agency = 'DCFS', sub = 'supervisor@dcfs.example') =>
    bed.grant({ agency, roles: ['SUPERVISOR'], sub });
  let number = 0;
  const personOf = (place: number) => `3f0c8f0e-0000-4000-8000-${String(1_000 + place).padStart(12, '0')}`;
  /** Declares for another person with another description each time. */
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
    // An open emergency stays open for its requester, and other requesters are not limited.
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
    await expect(bed.sql("update emergency_limit_lift set ends_at = 'infinity'")).rejects.toThrow('append-only');
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
  expect(await bed.sql('select 1 from emergency where requester = $1', [input.requester])).toEqual([]);
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
