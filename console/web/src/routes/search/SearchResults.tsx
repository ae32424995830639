import { type Answer, decisionAt } from '@person360/client';
import { Alert } from '../../design/Alert.tsx';
import { BirthDate } from '../../design/BirthDate.tsx';
import { PersonLink } from '../../design/PersonLink.tsx';
import { Place } from '../../design/Place.tsx';
import { nameOf } from '../../design/personName.ts';
import { Table } from '../../design/Table.tsx';
import { useHandles } from '../../graph/useHandles.ts';
import { useText } from '../../i18n/language.tsx';
import type { SearchPersonsQuery } from './generated/graphql.ts';
import { searchText } from './text.ts';

/** Persons that a search shows at first, and the most that the graph gives. */
export const FIRST = 20;
const MOST = 50;

export interface SearchResultsProps {
  readonly answer: Answer<SearchPersonsQuery>;
  /** So many were asked for. */
  readonly first: number;
  readonly onMore: (first: number) => void;
  readonly onTryAgain: () => void;
}

export function SearchResults({ answer, first, onMore, onTryAgain }: SearchResultsProps) {
  const text = useText(searchText);
  const decision = decisionAt(answer, ['searchPersons']);
  const persons = answer.data?.searchPersons ?? [];
  if (decision.kind === 'noRecord') return <Nobody />;
  // The graph's own words: what is wrong with the search terms.
  if (decision.kind === 'refused') return <Alert kind="error">{decision.message}</Alert>;
  if (decision.kind !== 'shown') {
    return (
      <Place decision={decision} onTryAgain={onTryAgain} long>
        {null}
      </Place>
    );
  }
  return (
    <>
      <p>{text.count(persons.length)}</p>
      {persons.length >= first && (
        <Alert kind="info">
          {first < MOST ? text.more(first) : text.most(first)}{' '}
          {first < MOST && (
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => onMore(MOST)}>
              {text.showMore}
            </button>
          )}
        </Alert>
      )}
      <PersonTable answer={answer} />
    </>
  );
}

function Nobody() {
  const text = useText(searchText);
  return (
    <div className="card">
      <p>
        <strong>{text.none}</strong> {text.noneTry}
      </p>
      <ul>
        {text.tries.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

function PersonTable({ answer }: { readonly answer: Answer<SearchPersonsQuery> }) {
  const text = useText(searchText);
  const persons = answer.data?.searchPersons ?? [];
  const handles = useHandles(persons.map(({ id }) => id));
  return (
    <div className="stacks">
      <Table caption={text.results} captionHidden head={text.head}>
        {persons.map(({ id, name, birthDate, household }, at) => {
          const placeOf = (...rest: readonly string[]) => decisionAt(answer, ['searchPersons', at, ...rest]);
          const named = placeOf('name');
          const isNamed = named.kind === 'shown' || named.kind === 'masked';
          const words = name === null ? '' : nameOf(name);
          return (
            <tr key={id}>
              <th scope="row">
                <Place decision={named}>{null}</Place>{' '}
                <PersonLink handle={handles.get(id)} family={name?.family}>
                  {isNamed && words !== '' ? words : text.unnamed}
                </PersonLink>
              </th>
              <td>
                <Place decision={placeOf('birthDate')}>
                  <BirthDate value={birthDate ?? ''} />
                </Place>
              </td>
              <td>
                <Place decision={placeOf('household', 'address', 'city')}>{household?.address?.city}</Place>
              </td>
              <td>
                <Place decision={placeOf('household', 'address', 'county')}>{household?.address?.county}</Place>
              </td>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
