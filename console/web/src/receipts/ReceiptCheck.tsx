import { type FormEvent, type ReactNode, useState } from 'react';
import { Alert } from '../design/Alert.tsx';
import { TextArea } from '../design/Field.tsx';
import { useText } from '../i18n/language.tsx';
import { type ReceiptCheck as Checked, checkReceipt, type ReceiptQuestion } from './checkReceipt.ts';
import { receiptText } from './text.ts';

export interface ReceiptCheckProps {
  readonly receipt: string;
  readonly groundsReceipt?: string | null;
  /** The entry as the page shows it, to be compared with the proved record. */
  readonly entry?: ShownEntry;
  readonly consistencyProof?: ReceiptQuestion['consistencyProof'];
}

interface ShownEntry {
  readonly time: string | null;
  readonly request?: string | null;
  readonly requester?: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly person?: string | null;
}

interface Outcome {
  readonly entry: Checked;
  readonly grounds: Checked | undefined;
}

/** Checks receipts in the browser, step by step, with a key and a checkpoint that the user has from elsewhere. */
export function ReceiptCheck({ receipt, groundsReceipt, entry, consistencyProof }: ReceiptCheckProps) {
  const text = useText(receiptText);
  const [outcome, setOutcome] = useState<Outcome>();

  async function check(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string): string => String(form.get(name) ?? '');
    const question = {
      keys: given('keys'),
      copy: given('copy'),
      ...(consistencyProof === undefined ? {} : { consistencyProof }),
    };
    const grounds = given('grounds');
    setOutcome({
      entry: await checkReceipt({ ...question, receipt: given('receipt') }),
      grounds: grounds.trim() === '' ? undefined : await checkReceipt({ ...question, receipt: grounds }),
    });
  }

  return (
    <form className="receipt" onSubmit={(event) => void check(event)}>
      <TextArea label={text.keys} hint={text.keysHint} name="keys" required spellCheck={false} />
      <TextArea label={text.copy} hint={text.copyHint} name="copy" spellCheck={false} />
      <TextArea label={text.receipt} name="receipt" required defaultValue={receipt} spellCheck={false} rows={5} />
      {groundsReceipt != null && (
        <TextArea label={text.grounds} name="grounds" defaultValue={groundsReceipt} spellCheck={false} rows={3} />
      )}
      <div className="form-actions">
        <button type="submit" className="usa-button">
          {text.check}
        </button>
      </div>
      <div aria-live="polite">{outcome !== undefined && <Verdict outcome={outcome} entry={entry} />}</div>
    </form>
  );
}

function Verdict({ outcome, entry }: { readonly outcome: Outcome; readonly entry: ShownEntry | undefined }) {
  const text = useText(receiptText);
  const record = recordIn(outcome.entry.entry);
  const agrees = entry === undefined || record === undefined || doesAgree(entry, record);
  const names = outcome.grounds?.leaf === undefined || outcome.grounds.leaf === record?.grounds;
  const isVerified = outcome.entry.isVerified && outcome.grounds?.isVerified !== false && agrees && names;
  const { checkpoint, index, copySize } = outcome.entry;
  return (
    <>
      <Alert kind={isVerified ? 'success' : 'error'} title={isVerified ? text.verified : text.notVerified}>
        {isVerified && checkpoint !== undefined && (
          <p>
            {text.verifiedLong(index ?? 0, checkpoint.size, checkpoint.origin)}{' '}
            {copySize === undefined ? text.noCopy : text.copyLong(copySize)}
          </p>
        )}
      </Alert>
      <h3>{text.entryPart}</h3>
      <Steps of={outcome.entry}>
        {entry !== undefined && record !== undefined && (
          <Line passed={agrees}>{agrees ? text.agrees : text.differs}</Line>
        )}
      </Steps>
      {outcome.grounds !== undefined && (
        <>
          <h3>{text.groundsPart}</h3>
          <Steps of={outcome.grounds}>
            {outcome.grounds.isVerified && record !== undefined && (
              <Line passed={names}>{names ? text.names : text.namesOther}</Line>
            )}
          </Steps>
        </>
      )}
      {isVerified && record !== undefined && (
        <details>
          <summary>{text.proved}</summary>
          <pre className="proved">{JSON.stringify(record, null, 2)}</pre>
        </details>
      )}
    </>
  );
}

function Steps({ of, children }: { readonly of: Checked; readonly children: ReactNode }) {
  const text = useText(receiptText);
  return (
    <ol className="steps">
      {of.steps.map(({ name, problem }) => (
        <Line key={name} passed={problem === undefined}>
          {text.steps[name]}
          {problem !== undefined && `. ${text.problems[problem]}`}
        </Line>
      ))}
      {children}
    </ol>
  );
}

function Line({ passed, children }: { readonly passed: boolean; readonly children: ReactNode }) {
  const text = useText(receiptText);
  return (
    <li>
      <span className={`badge ${passed ? 'badge--green' : 'badge--red'}`}>{passed ? text.passed : text.failed}</span>{' '}
      {children}
    </li>
  );
}

function recordIn(entry: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (entry === undefined) return undefined;
  try {
    const record: unknown = JSON.parse(entry);
    return typeof record === 'object' && record !== null ? { ...record } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the page shows what the record says. Members that the page does not have are not compared. */
function doesAgree(entry: ShownEntry, record: Readonly<Record<string, unknown>>): boolean {
  const { time, ...members } = entry;
  const names = ['request', 'requester', 'agency', 'purpose', 'person'] as const;
  return (
    new Date(String(record.time)).getTime() === new Date(time ?? '').getTime() &&
    names.every((name) => members[name] === undefined || (members[name] ?? undefined) === record[name])
  );
}
