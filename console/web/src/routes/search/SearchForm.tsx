import { type FormEvent, useState } from 'react';
import { TextField } from '../../design/Field.tsx';
import { OwnSurnameWarning } from '../../design/OwnSurnameWarning.tsx';
import { holdsSurname } from '../../graph/ownSurname.ts';
import { useText } from '../../i18n/language.tsx';
import { useSession } from '../../session/SessionProvider.tsx';
import { searchText } from './text.ts';

export interface Criteria {
  readonly name: string | null;
  readonly birthDate: string | null;
}

type Problem = 'oneOfTwo' | 'wrongDate';

/** What is searched for stays in the form: never in the address, the title, or the history. */
export function SearchForm({ onSearch }: { readonly onSearch: (criteria: Criteria) => void }) {
  const text = useText(searchText);
  const { user } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [asks, setAsks] = useState<Criteria>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const textOf = (field: string) => {
      const value = data.get(field);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    };
    const criteria = { name: textOf('name'), birthDate: textOf('birthDate') };
    const date = event.currentTarget.elements.namedItem('birthDate');
    const isWrong = date instanceof HTMLInputElement && date.validity.badInput;
    const found = isWrong
      ? 'wrongDate'
      : criteria.name === null && criteria.birthDate === null
        ? 'oneOfTwo'
        : undefined;
    setProblem(found);
    if (found !== undefined) {
      const field = event.currentTarget.elements.namedItem(isWrong ? 'birthDate' : 'name');
      if (field instanceof HTMLInputElement) field.focus();
    } else if (criteria.name !== null && holdsSurname(criteria.name, user.familyName)) setAsks(criteria);
    else onSearch(criteria);
  }

  return (
    <>
      <form className="search__form" aria-label={text.form} noValidate onSubmit={submit} autoComplete="off">
        <div className="form-row">
          <TextField
            label={text.name}
            name="name"
            hint={text.nameHint}
            problem={problem === 'oneOfTwo' ? text.oneOfTwo : undefined}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            label={text.birthDate}
            name="birthDate"
            type="date"
            problem={problem === 'wrongDate' ? text.wrongDate : undefined}
            autoComplete="off"
          />
          <button type="submit" className="usa-button">
            {text.submit}
          </button>
        </div>
      </form>
      {asks !== undefined && (
        <OwnSurnameWarning
          of="search"
          onGoOn={() => {
            setAsks(undefined);
            onSearch(asks);
          }}
          onStop={() => setAsks(undefined)}
        />
      )}
    </>
  );
}
