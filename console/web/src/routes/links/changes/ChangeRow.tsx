import { Link } from 'wouter';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import type { ChangeLineFragment } from '../generated/graphql.ts';
import { ChangeStatusBadge } from '../parts/ChangeStatusBadge.tsx';
import { linkWords } from '../words.ts';
import { changesText } from './text.ts';

/** One change: what, who, why, and its state. Of an answer that waits for a second one, only who gave it. */
export function ChangeRow({ change }: { readonly change: ChangeLineFragment }) {
  const text = useText(changesText);
  const { kinds } = useText(linkWords);
  const { instant } = useFormats();
  const { user } = useSession();
  const { id, kind, status, reason, reviewId, proposedBy, proposedAt, changedBy, changedAt } = change;
  const isWaiting = status === 'PROPOSED';
  const isOwn = proposedBy === user.subject;
  const isSecret = isWaiting && reviewId !== null && !isOwn;
  const when = proposedAt === null ? '' : instant(proposedAt);
  const words = kind === null ? '' : kinds[kind];
  const wasProposed = isWaiting || changedAt !== proposedAt || changedBy !== proposedBy;
  return (
    <tr>
      <th scope="row" className="entry__when">
        {isSecret ? (
          <Link href={`/links/review/${reviewId}`} aria-label={text.openReview(when)}>
            {text.answer}
          </Link>
        ) : (
          <Link href={`/links/change/${id}`} aria-label={text.open(words, when)}>
            {words}
          </Link>
        )}
      </th>
      <td>
        {wasProposed ? text.proposed(proposedBy ?? '', when) : text.by(proposedBy ?? '', when)}
        {wasProposed && !isWaiting && (
          <span className="entry__more">
            {text.decided(changedBy ?? '', changedAt === null ? '' : instant(changedAt))}
          </span>
        )}
      </td>
      <td>{isSecret ? <span className="soft">{text.answerWhy}</span> : reason}</td>
      <td>
        <ChangeStatusBadge status={status} />
        {isWaiting && <span className="entry__more">{isOwn ? text.own : text.yours}</span>}
      </td>
    </tr>
  );
}
