import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { useDetailWords } from './eventDetails.ts';
import type { Event, EventLine } from './request.ts';
import { requestText } from './text.ts';

/** Every move as a readable line: who, when, what, and why. */
export function History({ events }: { readonly events: readonly Event[] }) {
  const text = useText(requestText);
  return (
    <section className="section">
      <h2>{text.history}</h2>
      <EventLines events={events} />
    </section>
  );
}

export function EventLines({ events }: { readonly events: readonly EventLine[] }) {
  const text = useText(requestText);
  const words = useAgreementWords();
  const details = useDetailWords();
  const { instant } = useFormats();
  return (
    <ol className="history">
      {events.map((event) => {
        const more = details(event);
        return (
          <li key={event.sequence}>
            <time dateTime={event.at ?? undefined}>{instant(event.at ?? '')}</time>
            <p>
              {text.by(event.subject ?? '', event.agency ?? '', words.word('sides', event.side))}{' '}
              <strong>{words.word('did', event.kind)}</strong>
              {more !== '' && <>: {more}</>}
            </p>
            {event.why !== null && event.why !== '' && <q className="history__why">{event.why}</q>}
          </li>
        );
      })}
    </ol>
  );
}
