import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Select, TextField } from '../../../design/Field.tsx';
import { handlesOf } from '../../../graph/handles.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { auditTerms } from '../terms.ts';
import { addressOf, type FilterName, type FilterValues, isPseudonym, KINDS, personIdIn } from './entryFilter.ts';
import { entriesText } from './text.ts';

/** The filters of the log. Applying them changes the address, so that a list can be opened again and sent to others. */
export function EntryFilters({ values, base = '/audit' }: { readonly values: FilterValues; readonly base?: string }) {
  const text = useText(entriesText);
  const { kinds } = useText(auditTerms);
  const { agencies, datasets } = useTerms();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string>();

  async function apply(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: FilterName): string => String(form.get(name) ?? '').trim();
    const typed = given('person');
    const requester = given('requester');
    const id = personIdIn(typed) ?? (isPseudonym(typed) ? typed : personIdIn(requester));
    setProblem(typed !== '' && id === undefined ? text.notAPerson : undefined);
    if (typed !== '' && id === undefined) return;
    const [handle = ''] = id === undefined ? [values.person ?? ''] : await handlesOf([id]);
    const names = ['agency', 'dataset', 'approval', 'kind', 'ticket', 'from', 'to'] as const;
    const chosen = Object.fromEntries(names.map((name) => [name, given(name)]));
    navigate(
      addressOf({ ...chosen, requester: personIdIn(requester) === undefined ? requester : '', person: handle }, base),
    );
  }

  const option = ([code, name]: readonly [string, string]) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  return (
    <form className="filters card" aria-label={text.filters} onSubmit={(event) => void apply(event)}>
      <div className="form-row">
        <TextField
          label={text.requester}
          title={text.requesterHint}
          name="requester"
          defaultValue={values.requester}
          autoComplete="off"
        />
        <Select label={text.agency} name="agency" defaultValue={values.agency ?? ''}>
          <option value="">{text.all}</option>
          {Object.entries(agencies).map(option)}
        </Select>
        <Select label={text.dataset} name="dataset" defaultValue={values.dataset ?? ''}>
          <option value="">{text.all}</option>
          {Object.entries(datasets).map(option)}
        </Select>
        <Select label={text.kind} name="kind" defaultValue={values.kind ?? ''}>
          <option value="">{text.all}</option>
          {KINDS.map((kind) => option([kind, kinds[kind]]))}
        </Select>
      </div>
      <div className="form-row">
        <TextField label={text.approval} name="approval" defaultValue={values.approval} autoComplete="off" />
        <TextField label={`${text.person} (${text.personHint})`} name="person" problem={problem} autoComplete="off" />
        <TextField label={text.ticket} name="ticket" defaultValue={values.ticket} autoComplete="off" />
        <TextField label={text.from} name="from" type="date" defaultValue={values.from} />
        <TextField label={text.to} name="to" type="date" defaultValue={values.to} />
      </div>
      <div className="form-actions">
        <button type="submit" className="usa-button">
          {text.apply}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={() => navigate(base)}>
          {text.clear}
        </button>
      </div>
    </form>
  );
}
