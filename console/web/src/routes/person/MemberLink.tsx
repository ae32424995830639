import type { ReactNode } from 'react';
import { PersonLink as Link } from '../../design/PersonLink.tsx';

export interface MemberLinkProps {
  readonly handle: string | undefined;
  readonly family: string | null | undefined;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

/** Link to another member's page; plain text for the person of this page. */
export function MemberLink({ handle, family, isCurrent, children }: MemberLinkProps) {
  if (isCurrent) return <strong>{children}</strong>;
  return (
    <Link handle={handle} family={family}>
      {children}
    </Link>
  );
}
