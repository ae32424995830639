import type { Answer } from '@person360/client';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useState } from 'react';
import { Alert } from '../../design/Alert.tsx';
import { Failure } from '../../design/Failure.tsx';
import { Select, TextArea } from '../../design/Field.tsx';
import { usePurpose } from '../../graph/purpose.tsx';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { AccessTable } from './AccessTable.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { DocsPanel } from './DocsPanel.tsx';
import { docsAt } from './docsAt.ts';
import { useAskText } from './explorerClient.ts';
import { QueryEditor } from './QueryEditor.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { type ReadQuery, readQuery, readVariables } from './readQuery.ts';
import { explorerText } from './text.ts';
import { useExplained } from './useExplained.ts';

const FIRST_QUERY = `query Member($id: ID!) {
  person(id: $id) {
    name { given family }
    birthDate
    snap { status office }
    medicaid { status }
  }
}
`;
const AFTER_TYPING_MS = 400;
const MOST_REMEMBERED = 20;

type Ran = { readonly answer: Answer<unknown>; readonly at: Date } | { readonly error: Error };

export function Explorer({ schema }: { readonly schema: GraphQLSchema }) {
  const text = useText(explorerText);
  const { term } = useTerms();
  const { user } = useSession();
  const { purpose = '' } = usePurpose();
  const ask = useAskText();
  const [initial, setInitial] = useState({ text: FIRST_QUERY, round: 0 });
  const [typed, setTyped] = useState({ text: FIRST_QUERY, cursor: 0 });
  const [settled, setSettled] = useState(typed);
  const [operation, setOperation] = useState('');
  const [variables, setVariables] = useState('');
  const [other, setOther] = useState('');
  const [ran, setRan] = useState<Ran>();
  const [history, setHistory] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const read = useMemo(() => readQuery(schema, settled.text, operation), [schema, settled.text, operation]);
  const docs = useMemo(() => docsAt(schema, settled.text, settled.cursor), [schema, settled]);
  const others = user.purposes.filter((one) => one !== purpose);
  const compared = others.includes(other) ? [purpose, other] : [purpose];
  const explained = useExplained(read.kind === 'query' ? read.text : undefined, compared);
  const given = readVariables(variables);

  async function run(): Promise<void> {
    const now = readQuery(schema, typed.text, operation);
    setSettled(typed);
    if (now.kind !== 'query' || given.kind !== 'variables') return;
    setHistory((before) => [typed.text, ...before.filter((one) => one !== typed.text)].slice(0, MOST_REMEMBERED));
    setRan(
      await ask(now.text, given.values, { purpose }).then(
        (answer) => ({ answer, at: new Date() }),
        (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
      ),
    );
  }

  return (
    <>
      <div className="explorer">
        <div>
          <QueryEditor
            schema={schema}
            label={text.editor}
            key={initial.round}
            initial={initial.text}
            onChange={(now, cursor) => setTyped({ text: now, cursor })}
          />
          <Problem read={read} />
          {read.kind === 'query' && read.names.length > 1 && (
            <Select label={text.operation} value={read.name} onChange={({ target }) => setOperation(target.value)}>
              {read.names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
          <TextArea
            label={text.variables}
            value={variables}
            onChange={({ target }) => setVariables(target.value)}
            problem={given.kind === 'notAnObject' ? text.notAnObject : undefined}
            spellCheck={false}
            autoComplete="off"
          />
          <div className="form-actions">
            <button type="button" className="usa-button" onClick={() => void run()}>
              {text.run}
            </button>
            <CopyButtons read={read} purpose={purpose} />
          </div>
          <DocsPanel docs={docs} />
        </div>
        <section aria-label={text.access}>
          <h2>{text.access}</h2>
          {others.length === 0 ? (
            <p className="soft small">{text.onePurpose}</p>
          ) : (
            <Select label={text.compare} value={other} onChange={({ target }) => setOther(target.value)}>
              <option value="">{text.compareNone}</option>
              {others.map((one) => (
                <option key={one} value={one}>
                  {term('purposes', one)}
                </option>
              ))}
            </Select>
          )}
          <AccessTable explained={explained} />
        </section>
      </div>
      {ran !== undefined &&
        ('error' in ran ? <Failure error={ran.error} /> : <ResultPanel answer={ran.answer} at={ran.at} />)}
      {history.length > 0 && (
        <section className="section" aria-label={text.history}>
          <h2>{text.history}</h2>
          <p className="soft small">{text.historyHint}</p>
          <ol className="plain-list">
            {history.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => {
                    setInitial(({ round }) => ({ text: one, round: round + 1 }));
                    setTyped({ text: one, cursor: 0 });
                  }}
                >
                  {text.recall}
                </button>{' '}
                <code>{one.replace(/\s+/g, ' ').slice(0, 120)}</code>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Problem({ read }: { readonly read: ReadQuery }) {
  const text = useText(explorerText);
  if (read.kind === 'writes') return <Alert kind="warning">{text.writes}</Alert>;
  if (read.kind === 'invalid') return <p className="explorer__problem">{text.invalid(read.message, read.line)}</p>;
  return null;
}
