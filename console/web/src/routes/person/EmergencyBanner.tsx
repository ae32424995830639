import type { Emergency } from '@person360/client';
import { useEffect, useState } from 'react';
import { Alert } from '../../design/Alert.tsx';
import { useText } from '../../i18n/language.tsx';
import { personText } from './text.ts';

/** Outcome of a declared emergency; while it is open, the minutes left. */
export function EmergencyBanner({
  emergency,
  onLeave,
}: {
  readonly emergency: Emergency;
  readonly onLeave: () => void;
}) {
  const text = useText(personText);
  const until = typeof emergency.until === 'string' ? Date.parse(emergency.until) : undefined;
  const openedAt = typeof emergency.openedAt === 'string' ? Date.parse(emergency.openedAt) : undefined;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  if (emergency.status === 'OPEN' && until !== undefined) {
    const longest = Math.ceil((until - (openedAt ?? until)) / 60_000);
    const minutes = Math.min(longest, Math.max(0, Math.ceil((until - now) / 60_000)));
    return (
      <div className="emergency" role="alert">
        <strong>{minutes === 0 ? text.emergencyOver : text.emergencyOpen(minutes)}</strong> {text.emergencyReviewed}{' '}
        <button type="button" className="usa-button usa-button--unstyled" onClick={onLeave}>
          {text.leaveEmergency}
        </button>
      </div>
    );
  }
  const outcome = {
    OPEN: text.emergencyOver,
    NOT_NEEDED: text.emergencyNotNeeded,
    NOT_OPEN: text.emergencyNotOpen,
    OVER: text.emergencyOver,
    LIMITED: text.emergencyLimited,
    SAME_WORDS: text.emergencySameWords,
  };
  return (
    <Alert kind="warning">
      <p>{outcome[emergency.status]}</p>
      <button type="button" className="usa-button usa-button--unstyled" onClick={onLeave}>
        {text.leaveEmergency}
      </button>
    </Alert>
  );
}
