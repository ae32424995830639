import { dayOf, endOfNthOpenDay, midnight, monthsLater } from './naiveCalendar.ts';

/**
 * The procedure as a clerk would follow it with a pile of letters: every question is answered by reading the whole pile
 * again. Slow, without shared code, and without a notion of state: what the real one is compared with.
 */
export interface Letter {
  readonly kind: string;
  readonly at: number;
  readonly side: string;
  readonly subject: string;
  /** Fields that the letter gives or offers, where it does. */
  readonly fields?: readonly string[];
  readonly offer?: readonly string[];
  readonly months?: number;
  readonly days?: number;
  readonly sustain?: boolean;
  readonly ground?: string;
}

export interface NaiveRequest {
  readonly fields: readonly string[];
  readonly months: number;
  readonly federal: boolean;
  /** Chicago date from which access is asked, or null. */
  readonly startsOn: string | null;
  readonly appealStays: boolean;
}

type Pile = readonly Letter[];

const last = (pile: Pile, ...kinds: string[]): Letter | undefined =>
  pile.filter(({ kind }) => kinds.includes(kind)).at(-1);

export function due(pile: Pile): number | undefined {
  const submitted = last(pile, 'SUBMIT');
  if (submitted === undefined) return undefined;
  return endOfNthOpenDay(submitted.at, 10 + (last(pile, 'EXTEND')?.days ?? 0));
}

const answered = (pile: Pile): boolean => last(pile, 'APPROVE', 'DENY') !== undefined;

export function deemed(pile: Pile, now: number): boolean {
  const moment = due(pile);
  return moment !== undefined && now >= moment && !answered(pile) && last(pile, 'WITHDRAW') === undefined;
}

/** Fields that the owner gave, or gave by keeping silent. */
function byOwner(pile: Pile, request: NaiveRequest, now: number): readonly string[] {
  if (deemed(pile, now)) return request.fields;
  const answer = last(pile, 'APPROVE', 'DENY', 'ACCEPT_OFFER');
  return answer?.kind === 'DENY' ? [] : (answer?.fields ?? []);
}

/** Fields that the CIO opened, unless the COO shut them again. */
function byOrder(pile: Pile): readonly string[] {
  if (last(pile, 'DECIDE')?.sustain === false) return [];
  return last(pile, 'OVERTURN')?.fields ?? [];
}

const given = (pile: Pile, request: NaiveRequest, now: number): readonly string[] => [
  ...byOwner(pile, request, now),
  ...byOrder(pile),
];

function refused(pile: Pile, request: NaiveRequest, now: number): readonly string[] {
  if (!answered(pile) || last(pile, 'ACCEPT_OFFER') !== undefined) return [];
  return request.fields.filter((field) => !byOwner(pile, request, now).includes(field));
}

const appealed = (pile: Pile): boolean => last(pile, 'APPEAL', 'DECIDE')?.kind === 'APPEAL';

function federallyOpen(pile: Pile, request: NaiveRequest): boolean {
  return !request.federal || last(pile, 'FEDERAL_APPROVE', 'FEDERAL_REFUSE')?.kind === 'FEDERAL_APPROVE';
}

/** When the agreement's time begins and ends: found by trying each moment at which something happened. */
export function term(pile: Pile, request: NaiveRequest, now: number): { from: number; until: number } | undefined {
  const silent = due(pile);
  const moments = [...pile.map(({ at }, index) => ({ at, pile: pile.slice(0, index + 1) }))];
  if (silent !== undefined && deemed(pile, now)) {
    moments.push({ at: silent, pile: pile.filter(({ at }) => at < silent) });
  }
  moments.sort((a, b) => a.at - b.at || a.pile.length - b.pile.length);
  // A denial that the COO put back ends the time that the overturn began, unless something else is given.
  const reversed = pile.findIndex(({ sustain }) => sustain === false);
  const throughReversal = pile.slice(0, reversed + 1);
  const forgotten = given(throughReversal, request, throughReversal.at(-1)?.at ?? 0).length === 0 ? reversed + 1 : 0;
  const start = moments.find(
    (moment) =>
      moment.pile.length > forgotten &&
      federallyOpen(moment.pile, request) &&
      given(moment.pile, request, moment.at).length > 0,
  );
  if (start === undefined) return undefined;
  const months =
    (deemed(start.pile, start.at) ? undefined : last(start.pile, 'APPROVE', 'ACCEPT_OFFER')?.months) ??
    (last(start.pile, 'DECIDE')?.sustain === false ? undefined : last(start.pile, 'OVERTURN')?.months) ??
    request.months;
  const from = Math.max(start.at, request.startsOn === null ? 0 : midnight(request.startsOn));
  let until = midnight(monthsLater(dayOf(from), months));
  for (const renewal of pile.filter(({ kind }) => kind === 'RENEW')) {
    until = midnight(monthsLater(dayOf(until), renewal.months ?? 0));
  }
  return { from, until };
}

export function status(pile: Pile, request: NaiveRequest, now: number): string {
  if (last(pile, 'WITHDRAW') !== undefined) return 'WITHDRAWN';
  if (last(pile, 'REVOKE') !== undefined) return 'REVOKED';
  if (last(pile, 'SUBMIT') === undefined) return 'DRAFTED';
  if (!answered(pile) && !deemed(pile, now)) {
    if (last(pile, 'ASK_INFORMATION', 'GIVE_INFORMATION')?.kind === 'ASK_INFORMATION') return 'INFORMATION_ASKED';
    return last(pile, 'EXTEND') === undefined ? 'SUBMITTED' : 'EXTENDED';
  }
  const time = term(pile, request, now);
  if (time !== undefined && now >= time.until) return 'EXPIRED';
  const ruling = last(pile, 'ESCALATE', 'UPHOLD', 'OVERTURN')?.kind;
  if (ruling === 'ESCALATE') return 'ESCALATED';
  if (appealed(pile)) return 'APPEALED';
  if (given(pile, request, now).length === 0) {
    if (ruling === 'UPHOLD') return 'UPHELD';
    return ruling === 'OVERTURN' ? 'DENIAL_REINSTATED' : 'DENIED';
  }
  if (request.federal && last(pile, 'FEDERAL_APPROVE', 'FEDERAL_REFUSE')?.kind === 'FEDERAL_REFUSE') {
    return 'FEDERALLY_REFUSED';
  }
  if (!federallyOpen(pile, request)) return 'PENDING_FEDERAL_APPROVAL';
  if (suspendedBy(pile) !== undefined) return 'SUSPENDED';
  if (time !== undefined && now >= time.from) return 'IN_FORCE';
  if (byOrder(pile).length > 0) return last(pile, 'DECIDE') === undefined ? 'OVERTURNED' : 'SUSTAINED';
  if (deemed(pile, now)) return 'DEEMED_APPROVED';
  return byOwner(pile, request, now).length === request.fields.length ? 'APPROVED' : 'PARTIALLY_APPROVED';
}

function suspendedBy(pile: Pile): string | undefined {
  const letter = last(pile, 'SUSPEND', 'LIFT');
  return letter?.kind === 'SUSPEND' ? letter.side : undefined;
}

/** Names of the fields that are open, sorted. */
export function open(pile: Pile, request: NaiveRequest, now: number): readonly string[] {
  const time = term(pile, request, now);
  if (time === undefined || now < time.from || now >= time.until) return [];
  if (last(pile, 'WITHDRAW', 'REVOKE') !== undefined || suspendedBy(pile) !== undefined) return [];
  if (!federallyOpen(pile, request)) return [];
  const stayed = appealed(pile) && request.appealStays;
  return [...(stayed ? byOwner(pile, request, now) : given(pile, request, now))].sort();
}

/** Whether the clerk takes the letter in the present status, when it is well written and comes from the right desk. */
export function takes(pile: Pile, request: NaiveRequest, letter: Letter, standing: string): boolean {
  const now = letter.at;
  const is = (...names: string[]): boolean => names.includes(standing);
  const awaited = is('SUBMITTED', 'INFORMATION_ASKED', 'EXTENDED');
  const running = is('APPROVED', 'PARTIALLY_APPROVED', 'DEEMED_APPROVED', 'OVERTURNED', 'SUSTAINED', 'IN_FORCE');
  const pendingFederal = is('PENDING_FEDERAL_APPROVAL', 'FEDERALLY_REFUSED');
  const something = (): boolean => given(pile, request, now).length > 0;
  switch (letter.kind) {
    case 'SUBMIT':
    case 'REVISE':
      return is('DRAFTED');
    case 'WITHDRAW':
      return is('DRAFTED', 'DENIED') || awaited || (is('ESCALATED') && !something());
    case 'ASK_INFORMATION':
      return is('SUBMITTED', 'EXTENDED');
    case 'GIVE_INFORMATION':
      return is('INFORMATION_ASKED');
    case 'EXTEND':
      return awaited && last(pile, 'EXTEND') === undefined;
    case 'APPROVE':
      return awaited || is('DENIED');
    case 'DENY':
      return awaited;
    case 'ACCEPT_OFFER':
      return is('DENIED', 'UPHELD', 'DENIAL_REINSTATED') && last(pile, 'DENY')?.offer !== undefined;
    case 'ESCALATE':
      return (
        (is('DENIED', 'PENDING_FEDERAL_APPROVAL') || running) &&
        last(pile, 'ESCALATE') === undefined &&
        refused(pile, request, now).length > 0
      );
    case 'OVERTURN':
      return is('ESCALATED') && (letter.fields ?? []).every((field) => refused(pile, request, now).includes(field));
    case 'UPHOLD':
      return is('ESCALATED');
    case 'APPEAL': {
      const overturn = last(pile, 'OVERTURN');
      if (overturn === undefined || last(pile, 'APPEAL') !== undefined) return false;
      return (running || pendingFederal || is('SUSPENDED')) && now < endOfNthOpenDay(overturn.at, 5);
    }
    case 'DECIDE':
      return is('APPEALED');
    case 'FEDERAL_APPROVE':
    case 'FEDERAL_REFUSE':
      return (
        request.federal && (awaited || running || pendingFederal || is('DENIED', 'ESCALATED', 'APPEALED', 'SUSPENDED'))
      );
    case 'SUSPEND':
      return (running || is('ESCALATED', 'APPEALED')) && something() && suspendedBy(pile) === undefined;
    case 'LIFT': {
      const by = suspendedBy(pile);
      return is('SUSPENDED', 'ESCALATED', 'APPEALED') && by !== undefined && (by === 'OWNER' || letter.side === 'CIO');
    }
    case 'RENEW': {
      const time = term(pile, request, now);
      return is('IN_FORCE') && time !== undefined && now >= time.until - 90 * 86_400_000;
    }
    case 'REVOKE': {
      if (!(running || pendingFederal || is('SUSPENDED', 'ESCALATED', 'APPEALED')) || !something()) return false;
      if ((letter.ground === 'NO_LONGER_NEEDED') !== (letter.side === 'REQUESTER')) return false;
      return !(letter.ground === 'LEGAL_BAR' && letter.side === 'OWNER' && byOrder(pile).length > 0);
    }
    default:
      return false;
  }
}
