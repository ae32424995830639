import { useEffect, useState } from 'react';
import { Alert } from '../design/Alert.tsx';
import { useText } from '../i18n/language.tsx';
import { useSessionContext } from '../session/SessionProvider.tsx';
import { appText } from './text.ts';

const WARN_BEFORE_MS = 120_000;
/** Activity is reported to the server at most this often. */
const REPORT_EVERY_MS = 30_000;

/** Reports activity, warns two minutes before the page locks, and locks it (WCAG 2.2.1). */
export function LockWarning() {
  const text = useText(appText);
  const { locksAt, endsAt, stay, lock, reload } = useSessionContext();
  const [now, setNow] = useState(() => performance.now());
  const left = Math.min(locksAt, endsAt) - now;
  const isWarning = left < WARN_BEFORE_MS;

  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    let reported = performance.now();
    // While the warning is shown, only its button counts: a moved mouse may be an accident.
    const onActivity = (): void => {
      if (isWarning || performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      void stay();
    };
    const kinds = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const kind of kinds) window.addEventListener(kind, onActivity, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onActivity);
    };
  }, [stay, isWarning]);

  useEffect(() => {
    if (left > 0) return;
    if (endsAt <= locksAt) void reload();
    else void lock();
  }, [left, endsAt, locksAt, lock, reload]);

  if (!isWarning || left <= 0) return null;
  const minutes = Math.ceil(left / 60_000);
  return (
    <Alert kind="warning">
      <p>{endsAt <= locksAt ? text.endsSoon(minutes) : text.lockSoon(minutes)}</p>
      {endsAt > locksAt && (
        <button type="button" className="usa-button" onClick={() => void stay()}>
          {text.stay}
        </button>
      )}
    </Alert>
  );
}
