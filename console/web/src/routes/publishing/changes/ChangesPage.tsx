import type { FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Select } from '../../../design/Field.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { SchemaChangesDocument, SupergraphNumbersDocument, type SupergraphNumbersQuery } from '../generated/graphql.ts';
import { ChangeList } from '../parts/ChangeList.tsx';
import { changesText } from './text.ts';

type Version = NonNullable<SupergraphNumbersQuery['supergraphs']>['edges'][number]['node'];

/** Changes between two supergraphs in words; by default, the last change. */
export function ChangesPage() {
  const text = useText(changesText);
  const [search, setSearch] = useSearchParams();
  const asked = useAsked(SupergraphNumbersDocument, { after: null });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="supergraphs">
        {({ supergraphs }) => {
          const versions = (supergraphs?.edges ?? []).map(({ node }) => node);
          const [latest, before] = versions;
          if (latest === undefined || before === undefined) return <p className="soft">{text.onlyOne}</p>;
          const from = numberIn(search.get('from')) ?? before.number;
          const to = numberIn(search.get('to')) ?? latest.number;
          return (
            <>
              <Choice
                {...{ versions, from, to }}
                onChoose={(one, other) => setSearch({ from: String(one), to: String(other) })}
              />
              {from === to ? (
                <Alert kind="info">{text.same}</Alert>
              ) : (
                <Between key={`${from} ${to}`} {...{ from, to }} />
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function numberIn(value: string | null): number | undefined {
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

interface ChoiceProps {
  readonly versions: readonly Version[];
  readonly from: number;
  readonly to: number;
  readonly onChoose: (from: number, to: number) => void;
}

function Choice({ versions, from, to, onChoose }: ChoiceProps) {
  const text = useText(changesText);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onChoose(Number(form.get('from')), Number(form.get('to')));
  };
  return (
    <form className="form-row" onSubmit={submit}>
      <Select label={text.from} name="from" defaultValue={from}>
        <Versions versions={versions} />
      </Select>
      <Select label={text.to} name="to" defaultValue={to}>
        <Versions versions={versions} />
      </Select>
      <button type="submit" className="usa-button usa-button--outline">
        {text.show}
      </button>
    </form>
  );
}

function Versions({ versions }: Pick<ChoiceProps, 'versions'>) {
  const text = useText(changesText);
  const { instant } = useFormats();
  return versions.map(({ number, composedAt, becauseOf, isCurrent }) => (
    <option key={number} value={number}>
      {[
        text.number(number, instant(composedAt)),
        becauseOf === null ? '' : text.because(becauseOf.subgraph, becauseOf.version),
        isCurrent ? text.current : '',
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </option>
  ));
}

function Between({ from, to }: { readonly from: number; readonly to: number }) {
  const text = useText(changesText);
  const asked = useAsked(SchemaChangesDocument, { from, to });
  return (
    <section className="section">
      <h2>{text.result(from, to)}</h2>
      <Answered asked={asked} part="schemaChanges" empty={text.none}>
        {({ schemaChanges }) => <ChangeList changes={schemaChanges ?? []} />}
      </Answered>
    </section>
  );
}
