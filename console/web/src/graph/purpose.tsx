import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSessionContext } from '../session/SessionProvider.tsx';

const PurposeContext = createContext<{ purpose: string | undefined; setPurpose: (to: string) => void } | undefined>(
  undefined,
);

/** The purpose for which everything on the page is requested. It is recorded with each disclosure. */
export function PurposeProvider({ children }: { readonly children: ReactNode }) {
  const { session, savePreferences } = useSessionContext();
  const purposes = session?.user.purposes ?? [];
  const wanted = session?.preferences.purpose;
  const purpose = wanted !== undefined && purposes.includes(wanted) ? wanted : purposes[0];
  const value = useMemo(
    () => ({ purpose, setPurpose: (to: string) => void savePreferences({ purpose: to }) }),
    [purpose, savePreferences],
  );
  return <PurposeContext value={value}>{children}</PurposeContext>;
}

export function usePurpose(): { readonly purpose: string | undefined; setPurpose(to: string): void } {
  const value = useContext(PurposeContext);
  if (value === undefined) throw new Error('There is no PurposeProvider.');
  return value;
}
