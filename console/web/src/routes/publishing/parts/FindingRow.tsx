import { type FormEvent, useState } from 'react';
import { Failure } from '../../../design/Failure.tsx';
import { TextArea } from '../../../design/Field.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { AcceptFindingDocument } from '../generated/graphql.ts';
import { registryWords } from '../words.ts';
import type { Finding } from './findings.ts';
import { reportText } from './reportText.ts';
import { SignInAside } from './SignInAside.tsx';

export interface AcceptOptions {
  readonly subgraph: string;
  readonly onAccepted: () => void;
}

interface FindingRowProps {
  readonly finding: Finding;
  readonly accept: AcceptOptions | undefined;
  readonly hasListing: boolean;
}

const LEVELS = { ERROR: 'badge badge--red', WARNING: 'badge badge--gold', NOTICE: 'badge' } as const;

/** One finding: where it is, what it is, what to do, and the form that accepts it. The registry writes it in English. */
export function FindingRow({ finding, accept, hasListing }: FindingRowProps) {
  const text = useText(reportText);
  const { levels } = useText(registryWords);
  const { code, level, message, whatToDo, line, column, accepted, acceptable } = finding;
  return (
    <tr>
      <td>
        {line !== null &&
          (hasListing ? <a href={`#line-${line}`}>{text.lineOf(line, column)}</a> : text.lineOf(line, column))}
      </td>
      <td>
        <span className={LEVELS[level]}>{levels[level]}</span>{' '}
        {accepted && <span className="badge badge--green">{text.accepted}</span>}
      </td>
      <td className="finding">
        <p lang="en">{message}</p>
        <p lang="en" className="soft">
          {whatToDo}
        </p>
        {!acceptable && level === 'ERROR' && <p className="small">{text.mustChange}</p>}
        {acceptable && !accepted && level === 'ERROR' && accept !== undefined && (
          <AcceptForm finding={finding} {...accept} />
        )}
        <code className="soft small">{code}</code>
      </td>
    </tr>
  );
}

function AcceptForm({ finding, subgraph, onAccepted }: { readonly finding: Finding } & AcceptOptions) {
  const text = useText(reportText);
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const [isSending, setSending] = useState(false);
  async function send(reason: string): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const { data, errors } = await ask(AcceptFindingDocument, {
        input: { subgraph, fingerprint: finding.fingerprint, reason },
      });
      if (data?.accepted?.accepted == null) throw new Error(errors[0]?.message ?? text.accept);
      onAccepted();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setSending(false);
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(String(new FormData(event.currentTarget).get('reason') ?? '').trim());
  };
  return (
    <details>
      <summary aria-label={`${text.accept}: ${finding.code} ${finding.coordinate ?? ''}`}>{text.accept}</summary>
      <p className="soft small">{text.acceptLead}</p>
      <SignInAside>
        <form onSubmit={submit}>
          <TextArea name="reason" label={text.acceptWhy} required minLength={3} maxLength={500} />
          {error !== undefined && <Failure error={error} />}
          <div className="form-actions">
            <button type="submit" className="usa-button usa-button--outline" disabled={isSending}>
              {text.acceptNow}
            </button>
          </div>
        </form>
      </SignInAside>
    </details>
  );
}
