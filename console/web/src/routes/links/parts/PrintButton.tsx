import { useState } from 'react';
import { PrintDialog } from '../../../design/PrintDialog.tsx';
import { designText } from '../../../design/text.ts';
import { useText } from '../../../i18n/language.tsx';
import { RecordPrintDocument } from '../generated/graphql.ts';

interface PrintButtonProps {
  /** Requests that showed what is on the page. */
  readonly requestIds: readonly (string | undefined)[];
  readonly personIds: readonly string[];
}

/** Prints the page once the printout is recorded. */
export function PrintButton({ requestIds, personIds }: PrintButtonProps) {
  const text = useText(designText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="usa-button usa-button--outline" onClick={() => setOpen(true)}>
        {text.print}
      </button>
      {isOpen && (
        <PrintDialog
          document={RecordPrintDocument}
          requestIds={requestIds.filter((id) => id !== undefined)}
          personIds={personIds}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
