import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Select, TextField } from '../../../design/Field.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { CurrentContentDocument, SubgraphsDocument } from '../generated/graphql.ts';
import { draftOf, EMPTY } from './draft.ts';
import { PublishForm } from './PublishForm.tsx';
import { publishText } from './text.ts';

const NEW = '';

/** Checks what publishing a subgraph would do, and publishes it. */
export function PublishPage() {
  const text = useText(publishText);
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('subgraph') ?? undefined;
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Choice chosen={chosen} onChoose={(subgraph) => setSearch({ subgraph })} />
      {chosen !== undefined && <Chosen key={chosen} subgraph={chosen} />}
    </Page>
  );
}

/** The user's own agency comes first: only its publishers can publish. */
function Choice({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined;
  readonly onChoose: (to: string) => void;
}) {
  const text = useText(publishText);
  const { user } = useSession();
  const asked = useAsked(SubgraphsDocument, {});
  const [picked, setPicked] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('subgraph') ?? '') || String(form.get('name') ?? '').trim();
    if (name !== '') onChoose(name);
  };
  return (
    <Answered asked={asked} part="subgraphs">
      {({ subgraphs }) => {
        const all = (subgraphs ?? []).toSorted(
          (a, b) => Number(b.owner === user.agency) - Number(a.owner === user.agency),
        );
        const isKnown = all.some(({ name }) => name === chosen);
        const first = chosen === undefined ? (all[0]?.name ?? NEW) : isKnown ? chosen : NEW;
        const value = picked ?? first;
        return (
          <form className="form-row form" onSubmit={submit}>
            <Select
              label={text.subgraph}
              name="subgraph"
              value={value}
              onChange={({ target }) => setPicked(target.value)}
            >
              {all.map(({ name, owner }) => (
                <option key={name} value={name}>
                  {name} ({owner})
                </option>
              ))}
              <option value={NEW}>{text.newOne}</option>
            </Select>
            {value === NEW && (
              <TextField
                label={text.newName}
                hint={text.newNameHint}
                name="name"
                required
                pattern="[a-z]{2,40}"
                defaultValue={isKnown ? '' : chosen}
                autoComplete="off"
              />
            )}
            <button type="submit" className="usa-button usa-button--outline">
              {text.start}
            </button>
          </form>
        );
      }}
    </Answered>
  );
}

function Chosen({ subgraph }: { readonly subgraph: string }) {
  const asked = useAsked(CurrentContentDocument, { subgraph });
  const { user } = useSession();
  return (
    <Answered asked={asked} part="subgraphs">
      {({ subgraphs }) => {
        const known = subgraphs?.find(({ name }) => name === subgraph);
        return (
          <PublishForm
            subgraph={subgraph}
            owner={known?.owner ?? user.agency}
            known={known}
            initial={known === undefined ? EMPTY : draftOf(known)}
          />
        );
      }}
    </Answered>
  );
}
