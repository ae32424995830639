import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type AgreementEvent, Move, type MoveKind } from '../../../subgraphs/emou/agreement/move.ts';
import { movesOpenTo } from '../../../subgraphs/emou/agreement/movesOpenTo.ts';
import type { Rules } from '../../../subgraphs/emou/agreement/rules.ts';
import { DEFAULT_SETTINGS } from '../../../subgraphs/emou/agreement/settings.ts';
import { type AgreementState, statusAt } from '../../../subgraphs/emou/agreement/status/statusAt.ts';
import type { Catalogues, DatasetEntry, DatasetField } from '../../../subgraphs/emou/agreement/terms/catalogues.ts';
import { DENIAL_CATALOGUE } from '../../../subgraphs/emou/agreement/terms/denialCatalogue.ts';
import type { Actor } from '../../../subgraphs/emou/agreement/terms/vocabulary.ts';
import { validateMove } from '../../../subgraphs/emou/agreement/validateMove.ts';
import { createCalendar } from '../../../subgraphs/emou/calendar/calendar.ts';
import { ILLINOIS_STATE_OFFICES } from '../../../subgraphs/emou/calendar/illinoisHolidays.ts';
import { BARRED, DESKS, type Draft, FIELDS, LETTERS, plain, SIDES, WEIGHTS, WITNESSES } from './letters.ts';
import * as naive from './naiveModel.ts';

const calendar = createCalendar(ILLINOIS_STATE_OFFICES);

function rulesFor(federal: boolean, appealStaysAccess: boolean): Rules {
  const field: DatasetField = { hardBar: null, transforms: ['MONTH', 'YEAR_ONLY'] };
  const barred: DatasetField = { hardBar: 'FTI-1', transforms: [] };
  const dataset: DatasetEntry = {
    id: 'medicaid.test',
    owner: 'HFS',
    regimes: ['MEDICAID', 'HIPAA'],
    emergency: false,
    federalApprovalBy: federal ? 'Centers for Medicare & Medicaid Services' : null,
    requestable: true,
    fields: new Map([...FIELDS.map((name) => [name, field] as const), [BARRED, barred] as const]),
  };
  const catalogues: Catalogues = {
    signatories: new Set(['DCFS', 'HFS', 'DOIT', 'ISBE']),
    datasets: new Map([[dataset.id, dataset]]),
    denialReasons: DENIAL_CATALOGUE,
  };
  return { calendar, catalogues, settings: { ...DEFAULT_SETTINGS, appealStaysAccess } };
}

const OVER: readonly string[] = ['WITHDRAWN', 'EXPIRED'];

export const HOUR = 3_600_000;
const gaps = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 36 }).map((hours) => ({ wait: hours * HOUR })) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 120 }).map((days) => ({ wait: days * 24 * HOUR + 1 })) },
  // Right at the instant at which time alone changes something, and the moment before.
  { weight: 2, arbitrary: fc.constantFrom({ until: 0 }, { until: -1 }) },
);
const steps = fc.record({
  gap: gaps,
  pick: fc.nat(),
  /** Mostly a letter that the clerk would take, so that stories get far; sometimes any. */
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n < 2),
  /** Sometimes sent from the wrong desk, or by a person who has served another side. */
  sender: fc.integer({ min: 0, max: 24 }).map((n) => (n === 0 ? 'wrong' : n === 1 ? 'turncoat' : 'right')),
  stale: fc.integer({ min: 0, max: 29 }).map((n) => n === 0),
});
export const worlds = fc.record({
  start: fc.integer({ min: Date.parse('2026-01-05T12:00:00Z') / 1000, max: Date.parse('2027-12-30T12:00:00Z') / 1000 }),
  federal: fc.boolean(),
  appealStays: fc.boolean(),
  months: fc.constantFrom(4, 12, 36),
  startsAfterDays: fc.option(fc.integer({ min: -3, max: 60 })),
  story: fc.array(steps, { minLength: 1, maxLength: 25 }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** The naive calendar on the wall ends with 2028. */
const LAST_MOMENT = Date.parse('2028-11-01T00:00:00Z');

interface History {
  readonly history: readonly AgreementEvent[];
  readonly pile: readonly naive.Letter[];
  readonly request: naive.NaiveRequest;
  readonly rules: Rules;
  readonly now: number;
}

/** Plays a story in both worlds and compares every verdict and every state on the way. */
export function play(world: World, look: (played: History, state: AgreementState) => void): History {
  const rules = rulesFor(world.federal, world.appealStays);
  const startsOn =
    world.startsAfterDays === null
      ? null
      : new Date(world.start * 1000 + world.startsAfterDays * 24 * HOUR).toISOString().slice(0, 10);
  const request = {
    fields: FIELDS,
    months: world.months,
    federal: world.federal,
    startsOn,
    appealStays: world.appealStays,
  };
  const history: AgreementEvent[] = [];
  const pile: naive.Letter[] = [];
  let now = world.start * 1000;

  const send = (draft: Draft, agency: string, role: string, subject: string, expectedSequence: number): string => {
    const verdict = validateMove(
      history,
      {
        move: Move.parse({ kind: draft.kind, ...payloadOf(draft, now) }),
        actor: { subject, agency, roles: [role] },
        why: 'Because.',
        expectedSequence,
      },
      new Date(now),
      rules,
    );
    if (verdict.accepted) history.push(verdict.event);
    return verdict.accepted ? 'taken' : verdict.code;
  };
  /** True if this move would be accepted; it is not made. */
  const wouldAccept = (kind: string, content: object, actor: Actor): boolean => {
    const move = Move.safeParse({ kind, ...content });
    if (!move.success) return false;
    const attempt = { move: move.data, actor, why: 'Because.', expectedSequence: history.length };
    return validateMove(history, attempt, new Date(now), rules).accepted;
  };
  const terms = {
    dataset: 'medicaid.test',
    purpose: 'FOSTER_CARE_CASE',
    roles: ['CASEWORKER'],
    population: 'Wards',
    legalBasis: '42 CFR 431.302',
    retentionDays: 30,
    months: world.months,
    startsOn,
  };
  const opening: Draft = { kind: 'DRAFT', side: 'REQUESTER', payload: { terms }, well: true };
  expect(send(opening, 'DCFS', 'DATA_OFFICER', 'REQUESTER', 0)).toBe('taken');
  pile.push({ kind: 'DRAFT', at: now, side: 'REQUESTER', subject: 'REQUESTER' });

  for (const step of world.story) {
    const before = statusAt(history, new Date(now), rules.calendar, rules.settings);
    const next = before?.nextChange?.at.getTime();
    if ('wait' in step.gap) now += step.gap.wait;
    else if (next !== undefined) now = Math.max(now, next + step.gap.until);
    if (now > LAST_MOMENT) break;

    const standing = naive.status(pile, request, now);
    const letterOf = (draft: Draft): naive.Letter => {
      const asked = draft.kind === 'OVERTURN' ? openTo(pile, request, standing) : undefined;
      const offered = draft.kind === 'ACCEPT_OFFER' ? pile.findLast(({ kind }) => kind === 'DENY')?.offer : undefined;
      const fields = draft.notes?.fields ?? asked ?? offered;
      const ends = draft.endsAfterDays === undefined ? undefined : now + draft.endsAfterDays * 24 * HOUR;
      const accepted =
        draft.kind === 'ACCEPT_OFFER' ? pile.findLast(({ kind }) => kind === 'DENY')?.offerUntil : undefined;
      const until = draft.kind === 'DENY' ? undefined : (ends ?? accepted);
      return {
        ...draft.notes,
        ...(until === undefined ? {} : { until }),
        ...(draft.kind === 'DENY' && ends !== undefined ? { offerUntil: ends } : {}),
        ...(naive.isAboutRevocation(pile, draft.kind, now) ? { about: 'REVOCATION' as const } : {}),
        kind: draft.kind,
        at: now,
        side: draft.side,
        subject: draft.side,
        ...(fields === undefined ? {} : { fields }),
      };
    };
    const welcome = LETTERS.filter((draft) => draft.well && naive.takes(pile, request, letterOf(draft), standing));
    for (const side of SIDES) {
      const [office, title] = DESKS[side];
      const actor = { subject: side, agency: office, roles: [title] };
      const open = movesOpenTo(actor, history, new Date(now), rules);
      const taken = new Set(welcome.filter((letter) => letter.side === side).map((letter) => letter.kind));
      // Nothing that the clerk would take is missing, and nothing is offered that no letter could do.
      expect({ standing, side, missing: [...taken].filter((kind) => !open.includes(kind as MoveKind)) }).toEqual({
        standing,
        side,
        missing: [],
      });
      const idle = open.filter((kind) => !taken.has(kind) && !WITNESSES.some((move) => wouldAccept(kind, move, actor)));
      expect({ standing, side, idle }).toEqual({ standing, side, idle: [] });
    }
    const kinds = [...new Set(welcome.map(({ kind }) => kind))];
    const weighted = kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] ?? 3 }, () => kind));
    const kind = weighted[step.pick % weighted.length];
    const choices = step.wild || kind === undefined ? LETTERS : welcome.filter((letter) => letter.kind === kind);
    const draft = choices[(step.pick >>> 8) % choices.length] ?? plain('SUBMIT', 'REQUESTER');
    const letter = letterOf(draft);
    const turncoat = SIDES.find((side) => side !== draft.side && pile.some(({ subject }) => subject === side));
    const subject = step.sender === 'turncoat' && turncoat !== undefined ? turncoat : draft.side;
    // No person serves two sides, but anyone may be the federal liaison, and a liaison may serve any one side.
    const served = pile.filter((sent) => sent.subject === subject && sent.side !== 'FEDERAL');
    const loyal = draft.side === 'FEDERAL' || served.every(({ side }) => side === draft.side);
    const [agency, role] = step.sender === 'wrong' ? ['ISBE', 'DATA_OFFICER'] : DESKS[draft.side];
    const expected = step.stale ? history.length - 1 : history.length;
    const right = step.sender !== 'wrong' && loyal && !step.stale;
    const taken = right && draft.well && naive.takes(pile, request, letter, standing);

    const verdict = send(draft, agency ?? '', role ?? '', subject, expected);
    expect({ standing, draft, verdict, taken: verdict === 'taken' }).toEqual({ standing, draft, verdict, taken });
    if (taken) pile.push({ ...letter, subject });
    const played = { history, pile, request, rules, now };
    const state = statusAt(history, new Date(now), rules.calendar, rules.settings);
    if (state === undefined) throw new Error('a drafted agreement has a state');
    look(played, state);
    // One more letter is tried on an agreement that is over; then the file is closed.
    if (OVER.includes(standing)) break;
  }
  return { history, pile, request, rules, now };
}

/** The letter's own part of the move, with the end of what it gives written out. */
function payloadOf({ kind, payload = {}, endsAfterDays }: Draft, now: number): Readonly<Record<string, unknown>> {
  if (endsAfterDays === undefined) return payload;
  const what = kind === 'DENY' ? 'offer' : 'grant';
  const until = new Date(now + endsAfterDays * 24 * HOUR).toISOString();
  return { ...payload, [what]: { ...Object(payload[what]), until } };
}

/** What the CIO may open: all that the owner refused. */
function openTo(pile: readonly naive.Letter[], request: naive.NaiveRequest, standing: string): readonly string[] {
  const open = new Set(pile.findLast(({ kind }) => kind === 'APPROVE')?.fields ?? []);
  return standing === 'ESCALATED' ? request.fields.filter((field) => !open.has(field)) : [];
}

export function compare(played: Pick<History, 'pile' | 'request'>, state: AgreementState, now: number): void {
  const { pile, request } = played;
  const expected = { status: naive.status(pile, request, now), open: naive.open(pile, request, now) };
  expect({ status: state.status, open: state.access.fields.map(({ field }) => field).sort() }).toEqual(expected);
  expect(state.access.inForce).toBe(expected.open.length > 0);
  if (state.due !== null) expect(state.due.moment.getTime()).toBe(naive.due(pile));
  const time = naive.term(pile, request, now);
  expect([state.access.validFrom?.getTime(), state.access.validUntil?.getTime()]).toEqual([time?.from, time?.until]);
}
