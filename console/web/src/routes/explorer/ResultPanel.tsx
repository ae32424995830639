import { type Answer, decisionAt } from '@person360/client';
import { Place } from '../../design/Place.tsx';
import { Recorded } from '../../design/Recorded.tsx';
import { useText } from '../../i18n/language.tsx';
import { emptyPlaces } from './emptyPlaces.ts';
import { explorerText } from './text.ts';

const MOST_PLACES = 100;

/** A response as it came, and why places have no value. */
export function ResultPanel({ answer, at }: { readonly answer: Answer<unknown>; readonly at: Date }) {
  const text = useText(explorerText);
  const places = emptyPlaces(answer.data, MOST_PLACES);
  return (
    <section className="section" aria-label={text.result} aria-live="polite">
      <h2>{text.result}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard */}
      <pre className="explorer__result" tabIndex={0}>
        {JSON.stringify(answer.data, null, 2)}
      </pre>
      {places.length > 0 && (
        <>
          <h3>{text.places}</h3>
          <ul className="plain-list">
            {places.map((path) => (
              <li key={path.join('.')}>
                <code>{path.join('.')}</code>{' '}
                <Place decision={decisionAt(answer, path)} long>
                  {null}
                </Place>
              </li>
            ))}
          </ul>
          {places.length === MOST_PLACES && <p>{text.placesMost}</p>}
        </>
      )}
      <Recorded at={at} requestId={answer.requestId} />
    </section>
  );
}
