import { useText } from '../../../i18n/language.tsx';
import type { LinkChangeStatus } from '../generated/graphql.ts';
import { linkWords } from '../words.ts';

const COLORS = { PROPOSED: 'badge--gold', EFFECTIVE: 'badge--green', REFUSED: 'badge--red' } as const;

export function ChangeStatusBadge({ status }: { readonly status: LinkChangeStatus | null }) {
  const { changeStatuses } = useText(linkWords);
  return status === null ? null : <span className={`badge ${COLORS[status]}`}>{changeStatuses[status]}</span>;
}
