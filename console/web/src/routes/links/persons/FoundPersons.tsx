import type { ReactNode } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { BirthDate } from '../../../design/BirthDate.tsx';
import { nameOf } from '../../../design/personName.ts';
import { Recorded } from '../../../design/Recorded.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import type { Criteria } from '../../search/SearchForm.tsx';
import { FindPersonsDocument, type FindPersonsQuery } from '../generated/graphql.ts';
import { personsText } from './text.ts';

export type FoundPerson = NonNullable<FindPersonsQuery['searchPersons']>[number];
const MOST = 20;

interface FoundPersonsProps {
  readonly criteria: Criteria;
  /** First cell of each row. */
  readonly children: (person: FoundPerson, name: string, found: readonly FoundPerson[]) => ReactNode;
}

/** What a search for persons has found. */
export function FoundPersons({ criteria, children }: FoundPersonsProps) {
  const text = useText(personsText);
  const asked = useAsked(FindPersonsDocument, { ...criteria, first: MOST });
  return (
    <div className="section" aria-live="polite">
      <Answered asked={asked} part="searchPersons" empty={text.nobody}>
        {({ searchPersons }) => {
          const found = searchPersons ?? [];
          return (
            <>
              <p>{text.found(found.length)}</p>
              <div className="stacks">
                <Table caption={text.caption} captionHidden head={text.head}>
                  {found.map((person) => {
                    const name = person.name === null ? '' : nameOf(person.name);
                    return (
                      <tr key={person.id}>
                        <th scope="row">{children(person, name === '' ? text.unnamed : name, found)}</th>
                        <td>{person.birthDate !== null && <BirthDate value={person.birthDate} />}</td>
                        <td>{person.household?.address?.city}</td>
                      </tr>
                    );
                  })}
                </Table>
              </div>
            </>
          );
        }}
      </Answered>
      {asked.status === 'ready' && <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />}
    </div>
  );
}
