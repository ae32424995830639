import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { holdsSurname } from '../graph/ownSurname.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { OwnSurnameWarning } from './OwnSurnameWarning.tsx';

export interface PersonLinkProps {
  /** Undefined: the handle is not there yet. */
  readonly handle: string | undefined;
  /** Surname of the person as far as it is shown; undefined if it is withheld. */
  readonly family: string | null | undefined;
  readonly children: ReactNode;
}

/** Opens a person's page. A person of the user's own surname is opened only after a warning. */
export function PersonLink({ handle, family, children }: PersonLinkProps) {
  const { user } = useSession();
  const [, navigate] = useLocation();
  const [asks, setAsks] = useState(false);
  if (handle === undefined) return <span>{children}</span>;
  const path = `/person/${handle}`;
  if (!holdsSurname(family ?? '', user.familyName)) return <Link href={path}>{children}</Link>;
  // Not a link: opened in another tab, it would skip the warning.
  return (
    <>
      <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAsks(true)}>
        {children}
      </button>
      {asks && <OwnSurnameWarning of="person" onGoOn={() => navigate(path)} onStop={() => setAsks(false)} />}
    </>
  );
}
