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
  /** Instant at which what is given, or offered, ends although its months do not. */
  readonly until?: number;
  readonly offerUntil?: number;
  /** Set where it is about a revocation and not about a refusal. */
  readonly about?: 'REVOCATION';
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
  return endOfNthOpenDay(submitted.at, 10 + extraDays(pile));
}

/** What the owner took by itself, or what both agreed on since. */
function extraDays(pile: Pile): number {
  const agreed = pile.findLastIndex(({ kind }) => kind === 'AGREE_EXTENSION');
  return last(agreed < 0 ? [] : pile.slice(0, agreed), 'PROPOSE_EXTENSION')?.days ?? last(pile, 'EXTEND')?.days ?? 0;
}

const aboutRefusal = (pile: Pile): Pile => pile.filter(({ about }) => about === undefined);

/** Where the last revocation stands: who has it on the desk, or how it ended. */
function revocation(pile: Pile): 'none' | 'revoked' | 'CIO' | 'overturned' | 'COO' {
  const letter = pile
    .slice(
      Math.max(
        0,
        pile.findLastIndex(({ kind }) => kind === 'REVOKE'),
      ),
    )
    .filter(({ kind, about }) => kind === 'REVOKE' || about === 'REVOCATION')
    .at(-1);
  if (letter === undefined || last(pile, 'REVOKE') === undefined) return 'none';
  if (letter.kind === 'ESCALATE') return 'CIO';
  if (letter.kind === 'APPEAL') return 'COO';
  return letter.kind === 'OVERTURN' || letter.sustain === true ? 'overturned' : 'revoked';
}

/** Whether a letter of the kind, written now, would be about the revocation. */
export function isAboutRevocation(pile: Pile, kind: string, now: number): boolean {
  const stands = revocation(pile);
  if (kind === 'ESCALATE') return stands === 'revoked';
  if (kind === 'UPHOLD' || kind === 'OVERTURN') return stands === 'CIO';
  if (kind === 'DECIDE') return stands === 'COO';
  const letter = pile.findLast(({ about }) => about === 'REVOCATION');
  return (
    kind === 'APPEAL' && stands === 'overturned' && letter?.kind === 'OVERTURN' && now < endOfNthOpenDay(letter.at, 5)
  );
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
function byOrder(all: Pile): readonly string[] {
  const pile = aboutRefusal(all);
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

const appealed = (pile: Pile): boolean => last(aboutRefusal(pile), 'APPEAL', 'DECIDE')?.kind === 'APPEAL';

function federallyOpen(pile: Pile, request: NaiveRequest): boolean {
  return !request.federal || last(pile, 'FEDERAL_APPROVE', 'FEDERAL_REFUSE')?.kind === 'FEDERAL_APPROVE';
}

/** When the agreement's time begins and ends: found by trying each moment at which something happened. */
export function term(all: Pile, request: NaiveRequest, now: number): { from: number; until: number } | undefined {
  const pile = aboutRefusal(all);
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
  const owners = deemed(start.pile, start.at) ? undefined : last(start.pile, 'APPROVE', 'ACCEPT_OFFER');
  const order = last(start.pile, 'DECIDE')?.sustain === false ? undefined : last(start.pile, 'OVERTURN');
  const months = owners?.months ?? order?.months ?? request.months;
  const from = Math.max(start.at, request.startsOn === null ? 0 : midnight(request.startsOn));
  let until = midnight(monthsLater(dayOf(from), months));
  until = Math.max(from, Math.min(until, owners?.until ?? order?.until ?? until));
  // What was renewed before, ended with the denial that the COO put back.
  for (const renewal of pile.slice(start.pile.length).filter(({ kind }) => kind === 'RENEW')) {
    until = midnight(monthsLater(dayOf(until), renewal.months ?? 0));
  }
  return { from, until };
}

export function status(pile: Pile, request: NaiveRequest, now: number): string {
  if (last(pile, 'WITHDRAW') !== undefined) return 'WITHDRAWN';
  if (revocation(pile) === 'revoked') return 'REVOKED';
  if (last(pile, 'SUBMIT') === undefined) return 'DRAFTED';
  if (!answered(pile) && !deemed(pile, now)) {
    if (last(pile, 'ASK_INFORMATION', 'GIVE_INFORMATION')?.kind === 'ASK_INFORMATION') return 'INFORMATION_ASKED';
    return last(pile, 'EXTEND', 'AGREE_EXTENSION') === undefined ? 'SUBMITTED' : 'EXTENDED';
  }
  const time = term(pile, request, now);
  if (time !== undefined && now >= time.until) return 'EXPIRED';
  if (revocation(pile) === 'CIO') return 'REVOCATION_ESCALATED';
  const ruling = last(aboutRefusal(pile), 'ESCALATE', 'UPHOLD', 'OVERTURN')?.kind;
  if (ruling === 'ESCALATE') return 'ESCALATED';
  if (appealed(pile) || revocation(pile) === 'COO') return 'APPEALED';
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
  if (byOrder(pile).length > 0) return last(aboutRefusal(pile), 'DECIDE') === undefined ? 'OVERTURNED' : 'SUSTAINED';
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
  if (last(pile, 'WITHDRAW') !== undefined || suspendedBy(pile) !== undefined) return [];
  const revoked = revocation(pile);
  if (revoked === 'revoked' || revoked === 'CIO' || (revoked === 'COO' && request.appealStays)) return [];
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
  const start = Math.max(now, request.startsOn === null ? 0 : midnight(request.startsOn));
  const hasTime = (until: number | undefined): boolean => until === undefined || until > start;
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
      return awaited && last(pile, 'EXTEND', 'AGREE_EXTENSION') === undefined;
    case 'PROPOSE_EXTENSION':
      return awaited && (letter.days ?? 0) > extraDays(pile);
    case 'AGREE_EXTENSION':
      return awaited && last(pile, 'PROPOSE_EXTENSION', 'AGREE_EXTENSION', 'EXTEND')?.kind === 'PROPOSE_EXTENSION';
    case 'APPROVE':
      return (awaited || is('DENIED')) && hasTime(letter.until);
    case 'DENY':
      return awaited && hasTime(letter.offerUntil);
    case 'ACCEPT_OFFER': {
      const denial = last(pile, 'DENY');
      const answered = is('DENIED', 'UPHELD', 'DENIAL_REINSTATED') && denial?.offer !== undefined;
      return answered && hasTime(denial?.offerUntil);
    }
    case 'ESCALATE':
      if (is('REVOKED')) {
        const letters = pile.filter(({ kind, about }) => kind === 'REVOKE' || about !== undefined);
        const time = term(pile, request, now);
        const isLate = time !== undefined && now >= time.until;
        return letters.at(-1)?.kind === 'REVOKE' && letters.at(-1)?.side === 'OWNER' && !isLate;
      }
      return (
        (is('DENIED', 'PENDING_FEDERAL_APPROVAL') || running) &&
        last(aboutRefusal(pile), 'ESCALATE') === undefined &&
        refused(pile, request, now).length > 0
      );
    case 'OVERTURN':
      if (is('REVOCATION_ESCALATED')) {
        return letter.months === undefined && letter.until === undefined && letter.fields?.length === 0;
      }
      if (!hasTime(letter.until)) return false;
      return is('ESCALATED') && (letter.fields ?? []).every((field) => refused(pile, request, now).includes(field));
    case 'UPHOLD':
      return is('ESCALATED', 'REVOCATION_ESCALATED');
    case 'APPEAL': {
      if (!(running || pendingFederal || is('SUSPENDED'))) return false;
      if (isAboutRevocation(pile, 'APPEAL', now)) return true;
      const refusal = aboutRefusal(pile);
      const overturn = last(refusal, 'OVERTURN');
      if (overturn === undefined || last(refusal, 'APPEAL') !== undefined) return false;
      return now < endOfNthOpenDay(overturn.at, 5);
    }
    case 'DECIDE':
      return is('APPEALED');
    case 'REQUEST_FEDERAL_APPROVAL':
      if (federallyOpen(pile, request)) return false;
      return awaited || running || pendingFederal || is('DENIED', 'ESCALATED', 'APPEALED', 'SUSPENDED');
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
    case 'ASK_RENEWAL':
    case 'RENEW': {
      if (letter.kind === 'ASK_RENEWAL' && last(pile, 'ASK_RENEWAL', 'RENEW')?.kind === 'ASK_RENEWAL') return false;
      if (!is('IN_FORCE')) return false;
      const time = term(pile, request, now);
      return time !== undefined && now >= time.until - 90 * 86_400_000;
    }
    case 'REVOKE': {
      if (!(running || pendingFederal || is('SUSPENDED', 'ESCALATED', 'APPEALED')) || !something()) return false;
      if (revocation(pile) === 'COO') return false;
      if ((letter.ground === 'NO_LONGER_NEEDED') !== (letter.side === 'REQUESTER')) return false;
      return !(letter.ground === 'LEGAL_BAR' && letter.side === 'OWNER' && isOrdered(pile));
    }
    default:
      return false;
  }
}

/** Access that stands because the CIO or the COO said so. */
function isOrdered(pile: Pile): boolean {
  return byOrder(pile).length > 0 || revocation(pile) === 'overturned';
}
