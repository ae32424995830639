import type { TypedDocument } from '@person360/client';
import { useState } from 'react';
import { useAsk } from '../graph/graph.ts';
import { useText } from '../i18n/language.tsx';
import { Alert } from './Alert.tsx';
import { Dialog } from './Dialog.tsx';
import { Failure } from './Failure.tsx';
import { printUnderTicket } from './print.ts';
import { designText } from './text.ts';

interface Printed {
  readonly requestIds: string[];
  readonly personIds: string[];
}

export interface PrintDialogProps {
  /** The board's own document with the mutation `recordPrint`. */
  readonly document: TypedDocument<
    { readonly recordPrint: { readonly ticket: { readonly id: string } | null } | null },
    { readonly input: Printed }
  >;
  /** Requests that showed what is on the page. */
  readonly requestIds: readonly string[];
  readonly personIds: readonly string[];
  readonly onClose: () => void;
}

/** Records the printout, then prints it with the ticket's number on every page. Without a ticket, nothing is printed. */
export function PrintDialog({ document, requestIds, personIds, onClose }: PrintDialogProps) {
  const text = useText(designText);
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);

  async function print(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await ask(document, {
        input: { requestIds: [...requestIds], personIds: [...personIds] },
      });
      const ticket = answer.data?.recordPrint?.ticket?.id;
      if (ticket === undefined) throw new Error(answer.errors[0]?.message ?? text.printRefused);
      onClose();
      // After the dialog has left the page.
      setTimeout(() => void printUnderTicket(text.printed(ticket)), 0);
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
      setBusy(false);
    }
  }

  return (
    <Dialog title={text.printTitle} onClose={onClose}>
      <p>{text.printLead}</p>
      {error !== undefined && (
        <>
          <Alert kind="error">{text.printRefused}</Alert>
          <Failure error={error} />
        </>
      )}
      <div className="form-actions">
        <button type="button" className="usa-button" disabled={isBusy} onClick={() => void print()}>
          {text.printNow}
        </button>
      </div>
    </Dialog>
  );
}
