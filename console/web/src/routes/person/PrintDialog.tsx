import { useState } from 'react';
import { Alert } from '../../design/Alert.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Failure } from '../../design/Failure.tsx';
import { printUnderTicket } from '../../design/print.ts';
import { useAsk } from '../../graph/graph.ts';
import { useText } from '../../i18n/language.tsx';
import { RecordPrintDocument } from './generated/graphql.ts';
import { personText } from './text.ts';

export interface PrintDialogProps {
  /** Requests that showed what is on the page. */
  readonly requestIds: readonly string[];
  readonly personIds: readonly string[];
  readonly onClose: () => void;
}

/** Records the printout, then prints it with the ticket's number on every page. Without a ticket, nothing is printed. */
export function PrintDialog({ requestIds, personIds, onClose }: PrintDialogProps) {
  const text = useText(personText);
  const ask = useAsk();
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);

  async function print(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await ask(RecordPrintDocument, {
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
