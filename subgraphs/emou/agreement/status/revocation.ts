import { dueMoment } from '../../calendar/businessDays.ts';
import type { BusinessCalendar } from '../../calendar/calendar.ts';
import type { AgreementEvent, Side } from '../move.ts';
import type { AgreementSettings } from '../settings.ts';

/** A revocation and its current state: like a refusal, it can be taken to the CIO and the COO. */
export interface Revocation {
  readonly by: Side;
  readonly stage: 'STANDS' | 'ESCALATED' | 'UPHELD' | 'OVERTURNED' | 'APPEALED' | 'SUSTAINED' | 'REVERSED';
  readonly since: Date;
  /** Set by an overturn. */
  readonly appealUntil: Date | null;
}

/** True if the revocation keeps access closed, from the instant it was made until it is overturned. */
export function keepsClosed(revocation: Revocation | null, settings: AgreementSettings): boolean {
  switch (revocation?.stage) {
    case undefined:
    case 'OVERTURNED':
    case 'SUSTAINED':
      return false;
    case 'APPEALED':
      return settings.appealStaysAccess;
    case 'STANDS':
    case 'ESCALATED':
    case 'UPHELD':
    case 'REVERSED':
      return true;
  }
}

/** True if the revocation ends the agreement, as long as nobody escalates it. */
export function isRevoked(revocation: Revocation | null): boolean {
  return revocation !== null && ['STANDS', 'UPHELD', 'REVERSED'].includes(revocation.stage);
}

/** True if the CIO has overturned the revocation and that can still be appealed. */
export function canBeAppealed(revocation: Revocation | null, now: Date): boolean {
  const { stage, appealUntil = null } = revocation ?? {};
  return stage === 'OVERTURNED' && appealUntil !== null && now < appealUntil;
}

/** Returns the revocation after an event, or undefined if the event does not concern it. */
export function revocationAfter(
  revocation: Revocation | null,
  { move, at, by }: AgreementEvent,
  calendar: BusinessCalendar,
  settings: AgreementSettings,
): Revocation | undefined {
  if (move.kind === 'REVOKE') return { by: by.side, stage: 'STANDS', since: at, appealUntil: null };
  if (revocation === null) return undefined;
  const to = (stage: Revocation['stage']): Revocation => ({ ...revocation, stage, since: at });
  switch (`${revocation.stage} ${move.kind}`) {
    case 'STANDS ESCALATE':
      return to('ESCALATED');
    case 'ESCALATED UPHOLD':
      return to('UPHELD');
    case 'ESCALATED OVERTURN':
      if (by.side === 'COO') return to('SUSTAINED');
      return { ...to('OVERTURNED'), appealUntil: dueMoment(at, settings.appealBusinessDays, calendar) };
    case 'OVERTURNED APPEAL':
      return canBeAppealed(revocation, at) ? to('APPEALED') : undefined;
    case 'APPEALED DECIDE':
      return to(move.kind === 'DECIDE' && move.outcome === 'SUSTAIN' ? 'SUSTAINED' : 'REVERSED');
    default:
      return undefined;
  }
}
