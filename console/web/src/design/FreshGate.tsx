import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../i18n/language.tsx';
import { useSession, useSessionContext } from '../session/SessionProvider.tsx';
import { signIn } from '../session/server.ts';
import { Alert } from './Alert.tsx';
import { Loading } from './Loading.tsx';
import { designText } from './text.ts';

/**
 * For decisions, revocations, emergencies, and exports: asks for a recent sign-in before the form is shown, so that
 * nothing typed is lost. The server asks again when the form is sent.
 */
export function FreshGate({ children }: { readonly children: ReactNode }) {
  const text = useText(designText);
  const { isFresh } = useSession();
  const { reload } = useSessionContext();
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    void reload().finally(() => setChecked(true));
  }, [reload]);
  if (!isChecked) return <Loading />;
  if (isFresh) return <>{children}</>;
  return (
    <Alert kind="info">
      <p>{text.freshNeeded}</p>
      <button type="button" className="usa-button" onClick={() => signIn({ fresh: true })}>
        {text.signInAgain}
      </button>
    </Alert>
  );
}
