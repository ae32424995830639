import { type FormEvent, useState } from 'react';
import { Alert } from '../../design/Alert.tsx';
import { Answered } from '../../design/Answered.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Failure } from '../../design/Failure.tsx';
import { TextArea } from '../../design/Field.tsx';
import { useAsk, useAsked } from '../../graph/graph.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { ReceiptCheck } from '../../receipts/ReceiptCheck.tsx';
import {
  AskAboutEntryDocument,
  MyConsistencyDocument,
  type MyEntryFragment,
  MyReceiptsDocument,
  type WhoLookedQuery,
} from './generated/graphql.ts';
import { myDataText } from './text.ts';

type Question = NonNullable<WhoLookedQuery['entryQuestions']>[number];

export interface LookedEntryProps {
  readonly entry: MyEntryFragment;
  readonly personId: string;
  readonly questions: readonly Question[];
  readonly onAsked: () => void;
}

/** One entry in plain words, the resident's questions about it, and its proof. */
export function LookedEntry({ entry, personId, questions, onAsked }: LookedEntryProps) {
  const text = useText(myDataText);
  const { instant } = useFormats();
  const { term } = useTerms();
  const [isAsking, setAsking] = useState(false);
  const { facts } = entry;
  const who = [...(facts?.roles ?? []), facts?.agency ?? ''].filter((one) => one !== '').join(', ');
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [text.who, [who]],
    [text.why, [facts?.purpose ?? '']],
    [text.shown, facts?.shown ?? []],
    [text.empty, facts?.empty ?? []],
    [text.refused, facts?.refused ?? []],
    [text.heldBy, facts?.heldBy ?? []],
    [text.law, facts?.laws ?? []],
    [text.number, entry.ticket === null ? [] : [entry.ticket]],
  ];
  return (
    <li className="looked card">
      <h2 className="looked__what">{facts?.what}</h2>
      <p className="soft">{facts?.when}</p>
      <dl>
        {lines.map(([name, values]) => {
          const given = values.filter((value) => value !== '');
          return given.length === 0 ? null : (
            <div key={name} className="looked__fact">
              <dt>{name}</dt>
              <dd>
                {given.map((value) => (
                  <span key={value} className="entry__line">
                    {value}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {questions.map(({ id, askedAt, question, answer, answeredAt, answeredBy }) => (
        <div key={id} className="looked__question">
          <p>
            <strong>{text.asked(instant(askedAt ?? ''))}</strong>
          </p>
          <p>{question ?? text.noWords}</p>
          {answer === null ? (
            <p className="soft">{text.waiting}</p>
          ) : (
            <>
              <p>
                <strong>{text.answered(term('agencies', answeredBy), instant(answeredAt ?? ''))}</strong>
              </p>
              <p>{answer}</p>
            </>
          )}
        </div>
      ))}
      <div className="form-actions">
        <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(true)}>
          {text.ask}
        </button>
      </div>
      <Proof entry={entry} />
      {isAsking && (
        <AskAbout
          entryId={entry.id}
          personId={personId}
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false);
            onAsked();
          }}
        />
      )}
    </li>
  );
}

function AskAbout(props: {
  readonly entryId: string;
  readonly personId: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}) {
  const text = useText(myDataText);
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const [isSending, setSending] = useState(false);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('question') ?? '').trim();
    const { entryId, personId } = props;
    setSending(true);
    try {
      const input = { entryId, personId, ...(words === '' ? {} : { question: words }) };
      const { data, errors } = await ask(AskAboutEntryDocument, { input });
      if (data?.askAboutEntry == null) throw new Error(errors[0]?.message ?? '');
      props.onSent();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setSending(false);
    }
  }
  return (
    <Dialog title={text.askTitle} onClose={props.onClose}>
      <form className="form" onSubmit={(event) => void send(event)}>
        <p>{text.askLead}</p>
        {error !== undefined && <Failure error={error} />}
        <TextArea label={text.askWords} name="question" maxLength={2_000} />
        <div className="form-actions">
          <button type="submit" className="usa-button" disabled={isSending}>
            {text.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Proof({ entry }: { readonly entry: MyEntryFragment }) {
  const text = useText(myDataText);
  const [isOpen, setOpen] = useState(false);
  const ask = useAsk();
  const asked = useAsked(MyReceiptsDocument, isOpen ? { id: entry.id } : undefined);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.proof}</summary>
      {isOpen && (
        <>
          <Alert kind="info">{text.proofLead}</Alert>
          <Answered asked={asked} part="inclusionProof">
            {({ inclusionProof }) =>
              inclusionProof?.receipt && (
                <ReceiptCheck
                  receipt={inclusionProof.receipt}
                  groundsReceipt={inclusionProof.groundsReceipt}
                  entry={{ time: entry.time, agency: entry.agency, purpose: entry.purpose }}
                  consistencyProof={async (origin, from, to) =>
                    (await ask(MyConsistencyDocument, { origin, from, to })).data?.consistencyProof ?? undefined
                  }
                />
              )
            }
          </Answered>
        </>
      )}
    </details>
  );
}
