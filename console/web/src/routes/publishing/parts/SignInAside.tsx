import { type ReactNode, useEffect, useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { designText } from '../../../design/text.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { useSession, useSessionContext } from '../../../session/SessionProvider.tsx';

const en = {
  inNewTab: 'Sign in again in a new tab',
  keeps: 'This page keeps what you typed. Come back to it after you have signed in.',
};
const es: typeof en = {
  inNewTab: 'Iniciar sesión de nuevo en otra pestaña',
  keeps: 'Esta página conserva lo que usted escribió. Vuelva a ella después de iniciar sesión.',
};
const texts: Catalog<typeof en> = { en, es };

/**
 * A recent sign-in for forms that are long in the making: it happens in another tab, and this page keeps what was
 * typed. The tabs of a session tell each other about a sign-in.
 */
export function SignInAside({ children }: { readonly children: ReactNode }) {
  const text = useText(texts);
  const { freshNeeded } = useText(designText);
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
      <p>
        {freshNeeded} {text.keeps}
      </p>
      <a className="usa-button" href="/login?return=%2Fpublishing&fresh=1" target="_blank" rel="noopener noreferrer">
        {text.inNewTab}
      </a>
    </Alert>
  );
}
