import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** Link to another person's page by an opaque handle; plain text for the person of this page. */
export function PersonLink({
  handle,
  isCurrent,
  children,
}: {
  readonly handle: string | undefined;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}) {
  if (isCurrent || handle === undefined) return <strong>{children}</strong>;
  return <Link href={`/person/${handle}`}>{children}</Link>;
}
