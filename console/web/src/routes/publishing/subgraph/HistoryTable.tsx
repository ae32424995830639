import { Link } from 'wouter';
import { Table } from '../../../design/Table.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import type { PublicationLineFragment } from '../generated/graphql.ts';
import { StateBadge } from '../parts/StateBadge.tsx';
import { registryWords } from '../words.ts';
import { subgraphText } from './text.ts';

export interface HistoryTableProps {
  readonly publications: readonly PublicationLineFragment[];
  /** Number of the publication in service. */
  readonly current: number | undefined;
  /** Absent: this user cannot roll back now. */
  readonly onRollBack: ((to: PublicationLineFragment) => void) | undefined;
}

/** Publications with message, author, digest, state, and what each changed. */
export function HistoryTable({ publications, current, onRollBack }: HistoryTableProps) {
  const text = useText(subgraphText);
  if (publications.length === 0) return <p className="soft">{text.none}</p>;
  return (
    <div className="stacks">
      <Table
        caption={text.caption}
        captionHidden
        head={[text.publication, text.state, text.by, text.message, text.digest]}
      >
        {publications.map((one) => (
          <HistoryRow
            key={one.number}
            publication={one}
            onRollBack={
              onRollBack !== undefined && one.number !== current && one.state === 'REPLACED' && one.digest !== null
                ? () => onRollBack(one)
                : undefined
            }
          />
        ))}
      </Table>
    </div>
  );
}

function HistoryRow({
  publication,
  onRollBack,
}: {
  readonly publication: PublicationLineFragment;
  readonly onRollBack: (() => void) | undefined;
}) {
  const text = useText(subgraphText);
  const { kinds, outcomes } = useText(registryWords);
  const { instant } = useFormats();
  const { number, version, kind, repeats, state, publishedBy, agency, publishedAt, message, digest, decision } =
    publication;
  return (
    <tr>
      <th scope="row" className="entry__when">
        <Link href={`/publishing/publication/${number}`}>{text.version(version)}</Link>
        <span className="entry__more">
          {kinds[kind]}
          {repeats !== null && ` (${text.repeats(repeats)})`}
        </span>
        <span className="entry__more">{text.number(number)}</span>
      </th>
      <td>
        <StateBadge state={state} />
      </td>
      <td>
        {publishedBy} ({agency})<span className="entry__more">{instant(publishedAt)}</span>
        {decision !== null && (
          <span className="entry__more">
            {text.decidedBy(
              outcomes[decision.outcome],
              decision.decidedBy,
              decision.agency,
              instant(decision.decidedAt),
            )}
            {decision.reason !== '' && <q className="history__why">{decision.reason}</q>}
          </span>
        )}
      </td>
      <td className="entry__id">
        {message === '' ? <span className="soft">{text.noMessage}</span> : message}
        <span className="entry__more">
          <Link href={`/publishing/publication/${number}`} aria-label={`${text.whatChanged}: ${text.version(version)}`}>
            {text.whatChanged}
          </Link>
        </span>
        {onRollBack !== undefined && (
          <button
            type="button"
            className="usa-button usa-button--unstyled history__roll-back"
            aria-label={`${text.rollBack}: ${text.version(version)}`}
            onClick={onRollBack}
          >
            {text.rollBack}
          </button>
        )}
      </td>
      <td>{digest !== null && <code title={digest}>{digest.slice(0, 12)}</code>}</td>
    </tr>
  );
}
