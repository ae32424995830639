import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { useAsk } from '../../graph/graph.ts';
import { usePurpose } from '../../graph/purpose.tsx';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { PersonViewDocument } from './generated/graphql.ts';
import { personText } from './text.ts';

interface Counted {
  readonly purpose: string;
  readonly open: number;
  readonly all: number;
}

/** How much each of the user's purposes would show. Decisions only: no system is asked, and nothing is disclosed. */
export function PurposeComparison({ personId }: { readonly personId: string }) {
  const text = useText(personText);
  const ask = useAsk();
  const { purposes } = useSession().user;
  const { purpose: current } = usePurpose();
  const { term } = useTerms();
  const [counted, setCounted] = useState<readonly Counted[]>();
  const [error, setError] = useState<Error>();

  async function compare(): Promise<void> {
    setError(undefined);
    try {
      setCounted(await Promise.all(purposes.map(count)));
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  }

  async function count(purpose: string): Promise<Counted> {
    const answer = await ask(PersonViewDocument, { id: personId }, { purpose, explain: true });
    const fields = answer.extensions.access ?? [];
    return { purpose, all: fields.length, open: fields.filter(({ decision }) => decision === 'allow').length };
  }

  return (
    <div className="closed__purposes">
      {counted === undefined ? (
        <p>
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => void compare()}>
            {text.compare}
          </button>{' '}
          <span className="soft">{text.compareHint}</span>
        </p>
      ) : (
        <ul className="plain-list" role="status">
          {counted.map(({ purpose, open, all }) => (
            <li key={purpose} className={purpose === current ? undefined : 'soft'}>
              {text.wouldSee(term('purposes', purpose), open, all)}
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <Failure error={error} onTryAgain={() => void compare()} />}
    </div>
  );
}
