import { useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { TextArea, TextField } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { RequestUnmaskingDocument, type RequestUnmaskingInput, UnmaskingsDocument } from '../generated/graphql.ts';
import { useChange } from '../useChange.ts';
import { unmaskingText } from './text.ts';
import { UnmaskingCard } from './UnmaskingCard.tsx';

/** Requests to identify the persons behind pseudonyms: request, decide, and read them. */
export function UnmaskingsPage() {
  const text = useText(unmaskingText);
  const { roles } = useSession().user;
  const asked = useAsked(UnmaskingsDocument, {});
  const [isDone, setDone] = useState(false);
  const change = useChange<object, RequestUnmaskingInput>(RequestUnmaskingDocument, () => {
    setDone(true);
    asked.again();
  });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="unmaskings" empty={text.none}>
        {({ unmaskings }) =>
          (unmaskings ?? []).map((one) => <UnmaskingCard key={one.id} unmasking={one} onChange={asked.again} />)
        }
      </Answered>
      {roles.includes('AUDITOR') && (
        <section className="section">
          <h2>{text.new}</h2>
          {isDone && <Alert kind="success">{text.done}</Alert>}
          {change.error !== undefined && <Failure error={change.error} />}
          <FreshGate>
            <form
              className="form"
              onSubmit={change.submit((field) => ({
                pseudonyms: field('pseudonyms')
                  .split(/[\s,]+/)
                  .filter((one) => one !== ''),
                reason: field('reason'),
                caseReference: field('case'),
              }))}
            >
              <TextArea label={text.newPseudonyms} name="pseudonyms" required spellCheck={false} />
              <TextArea
                label={text.why}
                hint={text.commentHint}
                name="reason"
                required
                minLength={10}
                maxLength={4_000}
              />
              <TextField label={text.case} name="case" required minLength={3} maxLength={200} />
              <div className="form-actions">
                <button type="submit" className="usa-button" disabled={change.isSending}>
                  {text.send}
                </button>
              </div>
            </form>
          </FreshGate>
        </section>
      )}
    </Page>
  );
}
