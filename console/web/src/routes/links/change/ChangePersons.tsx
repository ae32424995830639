import { Link } from 'wouter';
import { BirthDate } from '../../../design/BirthDate.tsx';
import { useHandles } from '../../../graph/useHandles.ts';
import { useText } from '../../../i18n/language.tsx';
import type { NamedFragment } from '../generated/graphql.ts';
import { shortName } from '../persons/personWords.ts';
import { changeText } from './text.ts';

/** The persons of a change, each with the way to their records. */
export function ChangePersons({ persons }: { readonly persons: readonly NamedFragment[] }) {
  const text = useText(changeText);
  const handles = useHandles(persons.map(({ id }) => id));
  return (
    <section className="section">
      <h2>{text.persons}</h2>
      <ul>
        {persons.map(({ id, name, birthDate }) => {
          const handle = handles.get(id);
          const words = shortName(name, text.noName);
          return (
            <li key={id}>
              {words}
              {birthDate !== null && (
                <>
                  , <BirthDate value={birthDate} />
                </>
              )}
              {handle !== undefined && (
                <>
                  {' · '}
                  <Link href={`/links/person/${handle}`}>{text.openRecords(words)}</Link>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
