import { type FormEvent, useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { Select, TextArea } from '../../design/Field.tsx';
import { FreshGate } from '../../design/FreshGate.tsx';
import { useText } from '../../i18n/language.tsx';
import { personText } from './text.ts';
import { useWord } from './values.ts';

const REASONS = ['OVRER', 'OVRPS', 'OVRTPS', 'OVRPJ'] as const;

export interface DeclaredEmergency {
  readonly reason: string;
  readonly words: string;
  readonly person: string;
}

export interface EmergencyDialogProps {
  readonly personId: string;
  readonly onDeclare: (emergency: DeclaredEmergency) => void;
  readonly onClose: () => void;
}

/** Asks for the reason and the words each time; nothing is filled in. */
export function EmergencyDialog({ personId, onDeclare, onClose }: EmergencyDialogProps) {
  const text = useText(personText);
  const word = useWord();
  const [problem, setProblem] = useState<string>();

  function declare(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = String(form.get('words')).trim();
    if ([...words].length < 10) {
      setProblem(text.emergencyWordsHint);
      return;
    }
    onDeclare({ reason: String(form.get('reason')), words, person: personId });
  }

  return (
    <Dialog title={text.emergencyTitle} onClose={onClose}>
      <p>{text.emergencyLead}</p>
      <FreshGate>
        <form onSubmit={declare} className="form">
          <Select label={text.emergencyReason} name="reason" required defaultValue="">
            <option value="" disabled>
              {text.emergencyChoose}
            </option>
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {word('emergencyReason', reason)}
              </option>
            ))}
          </Select>
          <TextArea
            label={text.emergencyWords}
            hint={text.emergencyWordsHint}
            name="words"
            required
            minLength={10}
            maxLength={500}
            problem={problem}
          />
          <div className="form-actions">
            <button type="submit" className="usa-button usa-button--secondary">
              {text.declare}
            </button>
          </div>
        </form>
      </FreshGate>
    </Dialog>
  );
}
