import { type FormEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { CheckDocument, type CurrentContentQuery, type ReportFragment } from '../generated/graphql.ts';
import { CheckReport } from '../parts/CheckReport.tsx';
import { Differences } from '../parts/Differences.tsx';
import { NumberedSdl } from '../parts/NumberedSdl.tsx';
import { isPublisherOf } from '../parts/publications.ts';
import { DraftFields } from './DraftFields.tsx';
import { checkInputOf, type Draft, isSameContent } from './draft.ts';
import { PublishPanel } from './PublishPanel.tsx';
import { publishText } from './text.ts';

interface PublishFormProps {
  readonly subgraph: string;
  readonly owner: string;
  /** Undefined: the subgraph is new. */
  readonly known: NonNullable<CurrentContentQuery['subgraphs']>[number] | undefined;
  readonly initial: Draft;
}

type Checked =
  | { readonly status: 'none' | 'checking' }
  | { readonly status: 'failed'; readonly error: Error }
  | { readonly status: 'ready'; readonly report: ReportFragment; readonly draft: Draft };

/** The files, what publishing them would do, and the button. What is typed stays, whatever comes of a check. */
export function PublishForm({ subgraph, owner, known, initial }: PublishFormProps) {
  const text = useText(publishText);
  const { user } = useSession();
  const ask = useAsk();
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState<Checked>({ status: 'none' });
  const result = useRef<HTMLHeadingElement>(null);
  const mayPublish = isPublisherOf(user, owner);
  const pending = known?.pending ?? undefined;

  async function check(): Promise<void> {
    const now = draft;
    setChecked({ status: 'checking' });
    try {
      const { data, errors } = await ask(CheckDocument, { input: checkInputOf(subgraph, now) });
      const report = data?.subgraphChecks;
      if (report === null || report === undefined) throw new Error(errors[0]?.message ?? text.check);
      setChecked({ status: 'ready', report, draft: now });
      requestAnimationFrame(() => result.current?.focus());
    } catch (error) {
      setChecked({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void check();
  };
  const current = known?.current ?? undefined;
  return (
    <>
      <Basis basedOn={draft.basedOn} isInService={current !== undefined} />
      {pending !== undefined && (
        <Alert kind="info">
          {text.waits(pending.number)}{' '}
          <Link href={`/publishing/publication/${pending.number}`}>{text.openWaiting}</Link>
        </Alert>
      )}
      <form onSubmit={submit}>
        <DraftFields draft={draft} onChange={(change) => setDraft((now) => ({ ...now, ...change }))} />
        <div className="form-actions">
          <button type="submit" className="usa-button" disabled={checked.status === 'checking'}>
            {checked.status === 'checking' ? text.checking : text.check}
          </button>
        </div>
      </form>
      <div aria-live="polite">{checked.status === 'failed' && <Failure error={checked.error} />}</div>
      {checked.status === 'ready' && (
        <section className="section" aria-labelledby="check-result">
          <h2 id="check-result" ref={result} tabIndex={-1}>
            {text.result}
          </h2>
          {!isSameContent(checked.draft, draft) && <Alert kind="warning">{text.stale}</Alert>}
          <CheckReport
            report={checked.report}
            owner={owner}
            accept={mayPublish && known !== undefined ? { subgraph, onAccepted: () => void check() } : undefined}
            hasListing
          />
          {current !== undefined && (
            <section className="section">
              <h2>{text.yourChanges}</h2>
              <Differences before={current} after={checked.draft} />
            </section>
          )}
          <NumberedSdl title={text.listing} sdl={checked.draft.sdl} findings={checked.report.findings} />
        </section>
      )}
      <PublishPanel
        {...{ subgraph, owner, draft }}
        report={checked.status === 'ready' && isSameContent(checked.draft, draft) ? checked.report : undefined}
        onMessage={(message) => setDraft((now) => ({ ...now, message }))}
        onBasis={(basedOn) => {
          setDraft((now) => ({ ...now, basedOn }));
          setChecked({ status: 'none' });
        }}
      />
    </>
  );
}

function Basis({ basedOn, isInService }: { readonly basedOn: number | null; readonly isInService: boolean }) {
  const text = useText(publishText);
  return <p className="soft">{basedOn === null || !isInService ? text.notInService : text.based(basedOn)}</p>;
}
