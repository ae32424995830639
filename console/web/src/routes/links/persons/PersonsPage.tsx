import { useState } from 'react';
import { Link } from 'wouter';
import { Page } from '../../../design/Page.tsx';
import { useHandles } from '../../../graph/useHandles.ts';
import { useText } from '../../../i18n/language.tsx';
import { type Criteria, SearchForm } from '../../search/SearchForm.tsx';
import { FoundPersons } from './FoundPersons.tsx';
import { personsText } from './text.ts';

/** Finds a person by name, by birth date, or by both. */
export function PersonsPage() {
  const text = useText(personsText);
  const [criteria, setCriteria] = useState<Criteria>();
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <SearchForm onSearch={setCriteria} />
      {criteria !== undefined && (
        <FoundPersons key={JSON.stringify(criteria)} criteria={criteria}>
          {({ id }, name) => <RecordsLink id={id} name={name} />}
        </FoundPersons>
      )}
    </Page>
  );
}

function RecordsLink({ id, name }: { readonly id: string; readonly name: string }) {
  const handle = useHandles([id]).get(id);
  return handle === undefined ? <span>{name}</span> : <Link href={`/links/person/${handle}`}>{name}</Link>;
}
