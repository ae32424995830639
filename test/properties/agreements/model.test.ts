import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgreementEvent, Move, type MoveKind, parseHistory } from '../../../subgraphs/emou/agreement/move.ts';
import { movesOpenTo } from '../../../subgraphs/emou/agreement/movesOpenTo.ts';
import { POSSIBLE_MOVES } from '../../../subgraphs/emou/agreement/possibleMoves.ts';
import { findIllegalEvent } from '../../../subgraphs/emou/agreement/replayHistory.ts';
import type { Rules } from '../../../subgraphs/emou/agreement/rules.ts';
import { DEFAULT_SETTINGS } from '../../../subgraphs/emou/agreement/settings.ts';
import { type AgreementState, statusAt } from '../../../subgraphs/emou/agreement/status/statusAt.ts';
import type { Catalogues, DatasetEntry, DatasetField } from '../../../subgraphs/emou/agreement/terms/catalogues.ts';
import { DENIAL_CATALOGUE } from '../../../subgraphs/emou/agreement/terms/denialCatalogue.ts';
import type { Actor } from '../../../subgraphs/emou/agreement/terms/vocabulary.ts';
import { validateMove } from '../../../subgraphs/emou/agreement/validateMove.ts';
import { createCalendar } from '../../../subgraphs/emou/calendar/calendar.ts';
import { ILLINOIS_STATE_OFFICES } from '../../../subgraphs/emou/calendar/illinoisHolidays.ts';
import { casesOf } from '../../harness/propertySeed.ts';
import * as naive from './naiveModel.ts';

const FIELDS = ['T.a', 'T.b', 'T.c'];
const BARRED = 'T.barred';
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

const needs = { citation: '', factualBasis: 'Facts.', officerTitle: 'Privacy officer' };
const CONSENT_CURES = { ...needs, code: 'FED-MED-2', citation: '42 CFR 431.306(d)' };
const LESS_CURES = { ...needs, code: 'HIPAA-2', citation: '45 CFR 164.502(b)' };
const NO_REASON = { ...needs, code: 'OUR_POLICY', citation: 'Handbook' };

/** One way to write a letter: what the real procedure gets, what the clerk notes down, and whether it is well written. */
interface Draft {
  readonly kind: string;
  readonly side: 'REQUESTER' | 'OWNER' | 'CIO' | 'COO' | 'FEDERAL';
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly notes?: Partial<naive.Letter>;
  readonly well: boolean;
  /** What is given, or offered, ends so many days later. */
  readonly endsAfterDays?: number;
}

const plain = (kind: string, side: Draft['side']): Draft => ({ kind, side, well: true });
const LETTERS: readonly Draft[] = [
  plain('SUBMIT', 'REQUESTER'),
  plain('WITHDRAW', 'REQUESTER'),
  plain('ASK_INFORMATION', 'OWNER'),
  plain('GIVE_INFORMATION', 'REQUESTER'),
  ...[1, 5, 6].map((days): Draft => {
    const payload = { businessDays: days, reason: 'FOIA_3E_II' };
    return { kind: 'EXTEND', side: 'OWNER', payload, notes: { days }, well: days <= 5 };
  }),
  { kind: 'APPROVE', side: 'OWNER', payload: {}, notes: { fields: FIELDS }, well: true },
  {
    kind: 'APPROVE',
    side: 'OWNER',
    payload: { grant: { months: 4 } },
    notes: { fields: FIELDS, months: 4 },
    well: true,
  },
  {
    kind: 'APPROVE',
    side: 'OWNER',
    payload: { grant: { fields: ['T.a'], conditions: [['WARD']] }, denials: [CONSENT_CURES] },
    notes: { fields: ['T.a'] },
    well: true,
  },
  { kind: 'APPROVE', side: 'OWNER', payload: { grant: { fields: ['T.a'] } }, well: false },
  { kind: 'APPROVE', side: 'OWNER', payload: { grant: { fields: [...FIELDS, BARRED] } }, well: false },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [CONSENT_CURES] }, well: true },
  {
    kind: 'DENY',
    side: 'OWNER',
    payload: { denials: [LESS_CURES], offer: { fields: ['T.b'] } },
    notes: { offer: ['T.b'] },
    well: true,
  },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [LESS_CURES] }, well: false },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [NO_REASON] }, well: false },
  {
    kind: 'DENY',
    side: 'OWNER',
    payload: { denials: [LESS_CURES], offer: { fields: ['T.b'] } },
    notes: { offer: ['T.b'] },
    endsAfterDays: 20,
    well: true,
  },
  { kind: 'APPROVE', side: 'OWNER', payload: {}, notes: { fields: FIELDS }, endsAfterDays: 40, well: true },
  { kind: 'OVERTURN', side: 'CIO', payload: {}, endsAfterDays: 40, well: true },
  ...[8, 30, 61].map((days): Draft => {
    const payload = { businessDays: days, reason: 'FOIA_3E_II' };
    return { kind: 'PROPOSE_EXTENSION', side: 'OWNER', payload, notes: { days }, well: days <= 60 };
  }),
  plain('AGREE_EXTENSION', 'REQUESTER'),
  { kind: 'ASK_RENEWAL', side: 'REQUESTER', payload: { months: 6 }, notes: { months: 6 }, well: true },
  plain('ACCEPT_OFFER', 'REQUESTER'),
  plain('ESCALATE', 'REQUESTER'),
  { kind: 'OVERTURN', side: 'CIO', payload: {}, well: true },
  {
    kind: 'OVERTURN',
    side: 'CIO',
    payload: { grant: { fields: ['T.c'], months: 2 } },
    notes: { fields: ['T.c'], months: 2 },
    well: true,
  },
  { kind: 'OVERTURN', side: 'CIO', payload: { grant: { fields: ['T.a', 'T.a'] } }, well: false },
  plain('UPHOLD', 'CIO'),
  plain('APPEAL', 'OWNER'),
  { kind: 'DECIDE', side: 'COO', payload: { outcome: 'SUSTAIN' }, notes: { sustain: true }, well: true },
  { kind: 'DECIDE', side: 'COO', payload: { outcome: 'REVERSE' }, notes: { sustain: false }, well: true },
  {
    kind: 'REQUEST_FEDERAL_APPROVAL',
    side: 'FEDERAL',
    payload: { from: 'CMS', rule: '42 CFR 431.306' },
    well: true,
  },
  { kind: 'REQUEST_FEDERAL_APPROVAL', side: 'FEDERAL', payload: { from: 'CMS', rule: ' ' }, well: false },
  { kind: 'FEDERAL_APPROVE', side: 'FEDERAL', payload: { reference: 'Letter' }, well: true },
  { kind: 'FEDERAL_REFUSE', side: 'FEDERAL', payload: { reference: 'Letter' }, well: true },
  plain('SUSPEND', 'OWNER'),
  plain('SUSPEND', 'CIO'),
  plain('LIFT', 'OWNER'),
  plain('LIFT', 'CIO'),
  { kind: 'RENEW', side: 'OWNER', payload: { months: 12 }, notes: { months: 12 }, well: true },
  { kind: 'RENEW', side: 'OWNER', payload: { months: 37 }, well: false },
  {
    kind: 'REVOKE',
    side: 'OWNER',
    payload: { ground: 'LEGAL_BAR', denial: CONSENT_CURES },
    notes: { ground: 'LEGAL_BAR' },
    well: true,
  },
  { kind: 'REVOKE', side: 'OWNER', payload: { ground: 'LEGAL_BAR', denial: NO_REASON }, well: false },
  {
    kind: 'REVOKE',
    side: 'OWNER',
    payload: { ground: 'BREACH_OF_TERMS' },
    notes: { ground: 'BREACH_OF_TERMS' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'CIO',
    payload: { ground: 'LEGAL_BAR', denial: CONSENT_CURES },
    notes: { ground: 'LEGAL_BAR' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'REQUESTER',
    payload: { ground: 'NO_LONGER_NEEDED' },
    notes: { ground: 'NO_LONGER_NEEDED' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'REQUESTER',
    payload: { ground: 'BREACH_OF_TERMS' },
    notes: { ground: 'BREACH_OF_TERMS' },
    well: true,
  },
];

/** Content that is in order for kinds of which no letter above fits at the moment. */
const WITNESSES: readonly object[] = [
  {},
  { businessDays: 60, reason: 'FOIA_3E_VII' },
  { businessDays: 1, reason: 'FOIA_3E_VII' },
  { months: 1 },
  { reference: 'Letter 1' },
  { from: 'CMS', rule: '42 CFR 431.306' },
  { grant: {}, denials: [] },
  { denials: [CONSENT_CURES] },
  { ground: 'BREACH_OF_TERMS' },
  { ground: 'NO_LONGER_NEEDED' },
  {
    terms: {
      dataset: 'medicaid.test',
      purpose: 'FOSTER_CARE_CASE',
      roles: ['CASEWORKER'],
      population: 'Wards',
      legalBasis: '42 CFR 431.302',
      retentionDays: 30,
      months: 4,
      startsOn: null,
    },
  },
];

/** How often a letter is chosen among those that would be taken: endings seldom, so that stories get to the rare corners. */
const WEIGHTS: Readonly<Record<string, number>> = {
  SUBMIT: 20,
  DENY: 14,
  ESCALATE: 12,
  OVERTURN: 12,
  UPHOLD: 3,
  APPEAL: 20,
  DECIDE: 24,
  LIFT: 6,
  RENEW: 12,
  GIVE_INFORMATION: 6,
  REQUEST_FEDERAL_APPROVAL: 1,
  FEDERAL_APPROVE: 4,
  FEDERAL_REFUSE: 1,
  WITHDRAW: 1,
  REVOKE: 1,
};

const DESKS: Readonly<Record<Draft['side'], readonly [agency: string, role: string]>> = {
  REQUESTER: ['DCFS', 'DATA_OFFICER'],
  OWNER: ['HFS', 'DATA_OFFICER'],
  CIO: ['DOIT', 'DATA_STEWARD'],
  COO: ['GOV', 'COO'],
  FEDERAL: ['HFS', 'FEDERAL_LIAISON'],
};
const SIDES = ['REQUESTER', 'OWNER', 'CIO', 'COO', 'FEDERAL'] as const;

const OVER: readonly string[] = ['WITHDRAWN', 'EXPIRED'];

const HOUR = 3_600_000;
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
  /** Sometimes sent from the wrong desk, or by somebody who has served another side. */
  sender: fc.integer({ min: 0, max: 24 }).map((n) => (n === 0 ? 'wrong' : n === 1 ? 'turncoat' : 'right')),
  stale: fc.integer({ min: 0, max: 29 }).map((n) => n === 0),
});
const worlds = fc.record({
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

interface Played {
  readonly history: readonly AgreementEvent[];
  readonly pile: readonly naive.Letter[];
  readonly request: naive.NaiveRequest;
  readonly rules: Rules;
  readonly now: number;
}

/** Plays a story in both worlds and compares every verdict and every state on the way. */
function play(world: World, look: (played: Played, state: AgreementState) => void): Played {
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
  /** Whether this very move is accepted; it is made by nobody. */
  const wouldTake = (kind: string, content: object, actor: Actor): boolean => {
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
      const idle = open.filter((kind) => !taken.has(kind) && !WITNESSES.some((move) => wouldTake(kind, move, actor)));
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
    // Nobody serves two sides, but the federal liaison may be anybody, and whoever was liaison may serve any one side.
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

function compare(played: Pick<Played, 'pile' | 'request'>, state: AgreementState, now: number): void {
  const { pile, request } = played;
  const expected = { status: naive.status(pile, request, now), open: naive.open(pile, request, now) };
  expect({ status: state.status, open: state.access.fields.map(({ field }) => field).sort() }).toEqual(expected);
  expect(state.access.inForce).toBe(expected.open.length > 0);
  if (state.due !== null) expect(state.due.moment.getTime()).toBe(naive.due(pile));
  const time = naive.term(pile, request, now);
  expect([state.access.validFrom?.getTime(), state.access.validUntil?.getTime()]).toEqual([time?.from, time?.until]);
}

describe('the procedure against a clerk with a pile of letters', () => {
  test('takes the same moves and comes to the same status, access, term and due moment', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        play(world, (played, state) => {
          compare(played, state, played.now);
          reached.add(state.status).add(state.basis ?? state.status);
        });
      }),
      { numRuns: casesOf(400) },
    );
    // The stories are worth nothing if they do not get everywhere.
    expect([...reached].sort()).toEqual(Object.keys(POSSIBLE_MOVES).sort());
  });

  test('time alone changes a status only at the instant foretold, and only as the rules say', () => {
    const byTime = new Set<string>();
    fc.assert(
      fc.property(worlds, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (world, glimpses) => {
        play(world, (played, state) => {
          const { history, now, rules } = played;
          const at = (time: number): AgreementState => {
            const later = statusAt(history, new Date(time), rules.calendar, rules.settings);
            if (later === undefined) throw new Error('a drafted agreement has a state');
            return later;
          };
          const change = state.nextChange;
          const horizon = change === null ? now + 1_500 * 24 * HOUR : change.at.getTime() - 1;
          for (const time of [...glimpses.map((part) => now + Math.floor(part * (horizon - now))), horizon]) {
            expect(at(time).status).toBe(state.status);
            expect(at(time).access.inForce).toBe(state.access.inForce);
            compare(played, at(time), time);
          }
          if (change === null) return;
          const after = at(change.at.getTime());
          expect(after.status).toBe(change.to);
          expect([after.status, after.access.inForce]).not.toEqual([state.status, state.access.inForce]);
          compare(played, after, change.at.getTime());
          byTime.add(`${waiting(state.status)} -> ${after.status}`);
        });
      }),
      { numRuns: 80 },
    );
    const allowed = [
      'awaiting an answer -> IN_FORCE',
      'awaiting an answer -> PENDING_FEDERAL_APPROVAL',
      'awaiting an answer -> FEDERALLY_REFUSED',
      'awaiting an answer -> DEEMED_APPROVED',
      'waiting to begin -> IN_FORCE',
      // A part given from a later day opens while the rest is disputed.
      'ESCALATED -> ESCALATED',
      'APPEALED -> APPEALED',
      ...['IN_FORCE', 'SUSPENDED', 'FEDERALLY_REFUSED', 'ESCALATED', 'APPEALED', 'REVOCATION_ESCALATED'].map(
        (from) => `${from} -> EXPIRED`,
      ),
    ];
    expect([...byTime].filter((change) => !allowed.includes(change))).toEqual([]);
  });

  test('a history replays to the same state, from its text as well, and every past instant stays as it was', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const seen: { readonly now: number; readonly length: number; readonly state: AgreementState }[] = [];
        const { history, rules } = play(world, (played, state) => {
          seen.push({ now: played.now, length: played.history.length, state });
        });
        expect(findIllegalEvent(history, rules)).toBeUndefined();
        const stored = parseHistory(JSON.parse(JSON.stringify(history)));
        for (const { now, length, state } of seen) {
          expect(statusAt(stored.slice(0, length), new Date(now), rules.calendar, rules.settings)).toEqual(state);
        }
        // Looking back from the end shows what was true then, unless more happened in the same millisecond.
        for (const [index, { now, state }] of seen.entries()) {
          if (seen[index + 1]?.now === now) continue;
          expect(statusAt(stored, new Date(now), rules.calendar, rules.settings)).toEqual(state);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('nothing is open before it was asked for, after it has ended, or without a missing federal approval', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        play(world, ({ request, pile }, { access, status, sequence }) => {
          if (!access.inForce) expect(access.fields).toEqual([]);
          for (const { field } of access.fields) expect(request.fields).toContain(field);
          if (['DRAFTED', 'SUBMITTED', 'DENIED', 'REVOKED', 'WITHDRAWN', 'EXPIRED', 'SUSPENDED'].includes(status)) {
            expect(access.inForce).toBe(false);
          }
          if (access.inForce && request.federal) expect(pile.some(({ kind }) => kind === 'FEDERAL_APPROVE')).toBe(true);
          expect(sequence).toBe(pile.length);
        });
      }),
      { numRuns: 80 },
    );
  });
});

function waiting(status: string): string {
  if (['SUBMITTED', 'EXTENDED', 'INFORMATION_ASKED'].includes(status)) return 'awaiting an answer';
  const granted = ['APPROVED', 'PARTIALLY_APPROVED', 'DEEMED_APPROVED', 'OVERTURNED', 'SUSTAINED'];
  return granted.includes(status) ? 'waiting to begin' : status;
}
