import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { CurrentContentDocument, type PublicationLineFragment } from '../generated/graphql.ts';
import { StateBadge } from '../parts/StateBadge.tsx';
import { publishText } from './text.ts';

interface ConflictProps {
  readonly subgraph: string;
  /** Number that the draft was written for. */
  readonly since: number | null;
  /** The registry's own words. */
  readonly message: string;
  readonly onBasis: (basedOn: number | null) => void;
}

/** Somebody published meanwhile: who, when, and what, and how to go on with what is typed. */
export function Conflict({ subgraph, since, message, onBasis }: ConflictProps) {
  const text = useText(publishText);
  const asked = useAsked(CurrentContentDocument, { subgraph });
  return (
    <Alert kind="warning" title={text.conflictTitle}>
      <p>{text.conflictKept}</p>
      <p lang="en">{message}</p>
      <Answered asked={asked} part="subgraphs">
        {({ subgraphs, publications }) => {
          const known = subgraphs?.find(({ name }) => name === subgraph);
          const newer = (publications?.edges ?? [])
            .map(({ node }) => node)
            .filter(({ number }) => number > (since ?? 0));
          const basis = known?.basedOn ?? null;
          return (
            <>
              {newer.length > 0 && <p>{text.conflictSince}</p>}
              <ul>
                {newer.map((one) => (
                  <ConflictLine key={one.number} publication={one} />
                ))}
              </ul>
              {known?.pending !== null && known !== undefined ? (
                <p>{text.conflictWaits}</p>
              ) : (
                basis !== null && (
                  <>
                    <p>{text.conflictNext(basis)}</p>
                    <button type="button" className="usa-button" onClick={() => onBasis(basis)}>
                      {text.goOn(basis)}
                    </button>
                  </>
                )
              )}
            </>
          );
        }}
      </Answered>
    </Alert>
  );
}

function ConflictLine({ publication }: { readonly publication: PublicationLineFragment }) {
  const text = useText(publishText);
  const { instant } = useFormats();
  const { number, state, publishedBy, agency, publishedAt, message } = publication;
  return (
    <li>
      {text.conflictLine(number, publishedBy, agency, instant(publishedAt))} <StateBadge state={state} />
      {message !== '' && <q className="history__why">{message}</q>}{' '}
      <a href={`/publishing/publication/${number}`} target="_blank" rel="noopener noreferrer">
        {text.conflictLook}
      </a>
    </li>
  );
}
