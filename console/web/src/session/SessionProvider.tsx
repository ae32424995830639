import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { ConsoleRefusal, post, type SessionState } from './server.ts';

/** What is known about the session. With `locked` and `none`, nothing personal is on the page. */
export type SessionPhase = 'loading' | 'none' | 'locked' | 'unreachable' | 'open';

interface SessionContextValue {
  readonly phase: SessionPhase;
  readonly session: SessionState | undefined;
  /** Milliseconds until the page locks, as of the last response of the server, and when that was. */
  readonly locksAt: number;
  readonly endsAt: number;
  /** The user is there: the idle time starts again. */
  stay(): Promise<void>;
  lock(): Promise<void>;
  end(): Promise<void>;
  /** For responses that say that the session is over or locked. */
  noteRefusal(code: string): void;
  savePreferences(preferences: SessionState['preferences']): Promise<void>;
  reload(): Promise<void>;
}

const SessionContext = createContext<SessionContextValue | undefined>(undefined);

export function useSessionContext(): SessionContextValue {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error('There is no SessionProvider.');
  return value;
}

/** The open session. Only for pages inside of it. */
export function useSession(): SessionState {
  const { session } = useSessionContext();
  if (session === undefined) throw new Error('There is no session.');
  return session;
}

/** A message to the other tabs: they have the same session. */
const CHANNEL = 'person360-session';

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [phase, setPhase] = useState<SessionPhase>('loading');
  const [session, setSession] = useState<SessionState>();
  const [times, setTimes] = useState({ locksAt: 0, endsAt: 0 });
  const subject = useRef<string>(undefined);
  const channel = useRef<BroadcastChannel>(undefined);

  const take = useCallback((state: SessionState): void => {
    // Somebody else signed in in another tab: nothing of the former user may stay on this page.
    if (subject.current !== undefined && subject.current !== state.user.subject) {
      window.location.assign('/');
      return;
    }
    subject.current = state.user.subject;
    const now = performance.now();
    setTimes({ locksAt: now + state.locksInMs, endsAt: now + state.endsInMs });
    setSession(state.isLocked ? undefined : state);
    setPhase(state.isLocked ? 'locked' : 'open');
  }, []);

  const noteRefusal = useCallback((code: string): void => {
    if (code === 'SESSION_MISSING') {
      setSession(undefined);
      setPhase('none');
    } else if (code === 'SESSION_LOCKED') {
      setSession(undefined);
      setPhase('locked');
    }
  }, []);

  const call = useCallback(
    async (path: string, body?: object): Promise<void> => {
      try {
        take(await post<SessionState>(path, body));
      } catch (error) {
        if (error instanceof ConsoleRefusal) noteRefusal(error.code);
        else setPhase((now) => (now === 'loading' ? 'unreachable' : now));
      }
    },
    [take, noteRefusal],
  );

  const reload = useCallback(() => call('/session'), [call]);

  useEffect(() => {
    const messages = new BroadcastChannel(CHANNEL);
    channel.current = messages;
    messages.onmessage = () => void reload();
    // This tab may have just signed somebody else in: the other tabs must not go on as the former user.
    void reload().then(() => messages.postMessage('changed'));
    // The browser may show a page from its back-forward cache after the session has ended.
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', onShow);
    return () => {
      messages.close();
      window.removeEventListener('pageshow', onShow);
    };
  }, [reload]);

  const value = useMemo<SessionContextValue>(() => {
    const tellTabs = (): void => channel.current?.postMessage('changed');
    return {
      ...{ phase, session, noteRefusal, reload },
      ...times,
      stay: () => call('/session/active'),
      async lock() {
        setSession(undefined);
        setPhase('locked');
        await call('/session/lock');
        tellTabs();
      },
      async end() {
        setSession(undefined);
        setPhase('loading');
        const { url } = await post<{ readonly url: string }>('/session/end').catch(() => ({ url: '/signed-out' }));
        tellTabs();
        window.location.replace(url);
      },
      savePreferences: (preferences) => call('/session/preferences', preferences),
    };
  }, [phase, session, times, call, noteRefusal, reload]);

  return <SessionContext value={value}>{children}</SessionContext>;
}
