import { newSessionId, seal, storeKeyOf, unseal } from './sealing.ts';
import { ENDS_AFTER_MS, type Session, type SessionState, stateOf } from './session.ts';
import type { SessionStore } from './sessionStore.ts';

export interface FoundSession {
  readonly id: string;
  readonly session: Session;
  readonly state: SessionState;
}

export interface Sessions {
  /** Starts a session with a new id; an id that the browser had before is never used again. */
  start(session: Session): Promise<string>;
  find(id: string | undefined): Promise<FoundSession | undefined>;
  save(id: string, session: Session): Promise<void>;
  end(id: string): Promise<void>;
}

const ID_FORM = /^[\w-]{43}$/;

export function createSessions(store: SessionStore, clock: () => number): Sessions {
  const save = (id: string, session: Session) =>
    store.set(storeKeyOf(id), seal(id, JSON.stringify(session)), session.startedAt + ENDS_AFTER_MS);
  return {
    async start(session) {
      const id = newSessionId();
      await save(id, session);
      return id;
    },
    async find(id) {
      if (id === undefined || !ID_FORM.test(id)) return undefined;
      const sealed = await store.get(storeKeyOf(id));
      const contents = sealed === undefined ? undefined : unseal(id, sealed);
      if (contents === undefined) return undefined;
      const session: Session = JSON.parse(contents); // written by this module, and authenticated by the seal
      const state = stateOf(session, clock());
      if (state !== 'ended') return { id, session, state };
      await store.delete(storeKeyOf(id));
      return undefined;
    },
    save,
    end: (id) => store.delete(storeKeyOf(id)),
  };
}
