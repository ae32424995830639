import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { Recorded } from '../../design/Recorded.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useText } from '../../i18n/language.tsx';
import { SearchPersonsDocument } from './generated/graphql.ts';
import { type Criteria, SearchForm } from './SearchForm.tsx';
import { FIRST, SearchResults } from './SearchResults.tsx';
import { searchText } from './text.ts';

/** Search by name and birth date. Results are asked for again each time: nothing is kept. */
export default function SearchBoard() {
  const text = useText(searchText);
  const [search, setSearch] = useState<Criteria & { readonly first: number }>();
  const asked = useAsked(SearchPersonsDocument, search);

  function start(criteria: Criteria): void {
    const isSame = search?.name === criteria.name && search.birthDate === criteria.birthDate && search.first === FIRST;
    if (isSame) asked.again();
    else setSearch({ ...criteria, first: FIRST });
  }

  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <SearchForm onSearch={start} />
      {search !== undefined && (
        <div className="section" aria-live="polite">
          {asked.status === 'loading' && <Loading />}
          {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
          {asked.status === 'ready' && (
            <>
              <SearchResults
                answer={asked.answer}
                first={search.first}
                onTryAgain={asked.again}
                onMore={(first) => setSearch({ ...search, first })}
              />
              <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />
            </>
          )}
        </div>
      )}
    </Page>
  );
}
