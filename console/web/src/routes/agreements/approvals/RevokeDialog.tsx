import { type FormEvent, useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Dialog } from '../../../design/Dialog.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Select, TextArea } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useAsk } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { type RevocationGround, RevokeApprovalDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { approvalsText } from './text.ts';

/** A revocation for a law of the catalog is made on the page of the request. */
const OF_OTHERS: readonly RevocationGround[] = ['BREACH_OF_TERMS', 'SECURITY_INCIDENT'];
const OWN: readonly RevocationGround[] = ['NO_LONGER_NEEDED'];

interface RevokeDialogProps {
  readonly approvalId: string;
  /** The user's agency gives up its own access. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
  readonly onDone: (revision: number | undefined) => void;
}

export function RevokeDialog({ approvalId, isOwn, onClose, onDone }: RevokeDialogProps) {
  const text = useText(approvalsText);
  const { grounds } = useAgreementWords();
  const ask = useAsk();
  const [problem, setProblem] = useState<Error | string>();
  const choices = isOwn ? OWN : OF_OTHERS;
  async function revoke(form: FormData): Promise<void> {
    const ground = choices.find((one) => one === textOf(form, 'ground'));
    if (ground === undefined) return;
    try {
      const { data, errors } = await ask(RevokeApprovalDocument, {
        input: { approvalId, ground, reason: textOf(form, 'reason') },
      });
      const moved = data?.moved;
      if (moved === null || moved === undefined) throw new Error(errors[0]?.message ?? text.title);
      if (moved.refusal !== null) return setProblem([moved.refusal.because, moved.refusal.remedy].join(' '));
      onDone(moved.approvalRevision ?? undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void revoke(new FormData(event.currentTarget));
  };
  return (
    <Dialog title={text.revokeTitle} onClose={onClose}>
      <p>{text.revokeLead}</p>
      <FreshGate>
        <form className="move-form" onSubmit={submit}>
          <Select name="ground" label={text.ground}>
            {choices.map((one) => (
              <option key={one} value={one}>
                {grounds[one]}
              </option>
            ))}
          </Select>
          <TextArea name="reason" label={text.reason} required minLength={10} maxLength={4_000} />
          <div aria-live="polite">
            {problem instanceof Error && <Failure error={problem} />}
            {typeof problem === 'string' && <Alert kind="error">{problem}</Alert>}
          </div>
          <div className="form-actions">
            <button type="submit" className="usa-button usa-button--secondary">
              {text.revoke}
            </button>
          </div>
        </form>
      </FreshGate>
    </Dialog>
  );
}
