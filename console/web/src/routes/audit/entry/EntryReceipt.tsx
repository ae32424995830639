import { useState } from 'react';
import { Answered } from '../../../design/Answered.tsx';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { ReceiptCheck } from '../../../receipts/ReceiptCheck.tsx';
import { ConsistencyDocument, ReceiptsDocument, type WholeEntryFragment } from '../generated/graphql.ts';
import { entryText } from './text.ts';

/** The receipt of an entry, fetched only when it is asked for, and its check. */
export function EntryReceipt({ entry }: { readonly entry: WholeEntryFragment }) {
  const text = useText(entryText);
  const [isWanted, setWanted] = useState(false);
  const asked = useAsked(ReceiptsDocument, isWanted ? { id: entry.id } : undefined);
  const ask = useAsk();
  return (
    <section className="section">
      <div className="section__head">
        <h2>{text.receipt}</h2>
      </div>
      <p className="page__lead">{text.receiptWhy}</p>
      {isWanted ? (
        <Answered asked={asked} part="inclusionProof">
          {({ inclusionProof }) =>
            inclusionProof?.receipt && (
              <ReceiptCheck
                receipt={inclusionProof.receipt}
                groundsReceipt={inclusionProof.groundsReceipt}
                entry={entry}
                consistencyProof={async (origin, from, to) =>
                  (await ask(ConsistencyDocument, { origin, from, to })).data?.consistencyProof ?? undefined
                }
              />
            )
          }
        </Answered>
      ) : (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setWanted(true)}>
          {text.fetch}
        </button>
      )}
    </section>
  );
}
