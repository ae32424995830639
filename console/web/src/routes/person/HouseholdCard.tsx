import { useState } from 'react';
import { Table } from '../../design/Table.tsx';
import { useText } from '../../i18n/language.tsx';
import { HouseholdPicture } from './HouseholdPicture.tsx';
import { MemberLink } from './MemberLink.tsx';
import { useRelationWords } from './relationWords.ts';
import { personText } from './text.ts';
import { useWord, type Word } from './values.ts';
import { ageOn, fullName, type Member, type ViewedPerson } from './view.ts';

/** More people than this are shown as a table first. */
const MOST_IN_PICTURE = 20;
/** Below this width, in pixels, the picture's words would be too small. */
const NARROW = 480;

export interface HouseholdCardProps {
  readonly person: ViewedPerson;
  readonly members: readonly Member[];
  readonly handles: ReadonlyMap<string, string>;
}

/** The household as a picture and as a table of the same people, and relatives who live elsewhere. */
export function HouseholdCard({ person, members, handles }: HouseholdCardProps) {
  const text = useText(personText);
  const word = useWord();
  const [isTable, setTable] = useState(() => members.length > MOST_IN_PICTURE || window.innerWidth < NARROW);
  const inside = new Set(members.map(({ id }) => id));
  const elsewhere = (person.relationships ?? []).flatMap(({ kind, person: relative }) =>
    relative !== null && !inside.has(relative.id) ? [{ kind, relative }] : [],
  );
  return (
    <section className="card" aria-labelledby="household">
      <h2 id="household">{text.household}</h2>
      {isTable ? (
        <HouseholdTable {...{ person, members, handles, word }} />
      ) : (
        <>
          <HouseholdPicture person={person} members={members} />
          <p className="small soft">{text.legend}</p>
        </>
      )}
      <p className="small">
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setTable(!isTable)}>
          {isTable ? text.asPicture : text.asTable}
        </button>
      </p>
      {elsewhere.length > 0 && (
        <details className="small">
          <summary>{text.relativesElsewhere(elsewhere.length)}</summary>
          <ul>
            {elsewhere.map(({ kind, relative }) => (
              <li key={relative.id}>
                {[relative.name?.given, relative.name?.family].filter(Boolean).join(' ') || text.person}
                {kind !== null && `, ${word('relationship', kind)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function HouseholdTable({ person, members, handles, word }: HouseholdCardProps & { readonly word: Word }) {
  const text = useText(personText);
  const relationOf = useRelationWords(members, person.id);
  const now = new Date();
  return (
    <Table caption={text.household} captionHidden head={[text.person, text.relationship, text.age, text.where]}>
      {members.map((member) => {
        const age = ageOn(member.birthDate, now);
        const custody = member.corrections?.status === 'IN_CUSTODY' ? member.corrections.parentInstitution : undefined;
        return (
          <tr key={member.id}>
            <th scope="row">
              <MemberLink
                handle={handles.get(member.id)}
                family={member.name?.family}
                isCurrent={member.id === person.id}
              >
                {fullName(member.name, text.person)}
              </MemberLink>
            </th>
            <td>{relationOf(member.id)}</td>
            <td>{age === undefined ? (member.birthDate ?? '') : text.years(age)}</td>
            <td>{custody === undefined ? text.atHome : text.away(custody ?? word('custody', 'IN_CUSTODY'))}</td>
          </tr>
        );
      })}
    </Table>
  );
}
