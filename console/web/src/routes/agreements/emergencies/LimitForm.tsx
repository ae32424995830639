import { useState } from 'react';
import { TextArea, TextField } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { LiftEmergencyLimitDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { ChangeForm } from '../terms/ChangeForm.tsx';
import { emergenciesText } from './text.ts';

/** A supervisor allows one requester more emergencies for some hours. */
export function LimitForm() {
  const text = useText(emergenciesText);
  const { instant } = useFormats();
  const [lifted, setLifted] = useState({ requester: '', endsAt: '' });
  return (
    <section className="section">
      <h2>{text.limit}</h2>
      <p className="soft">{text.limitLead}</p>
      <FreshGate>
        <ChangeForm
          action={text.lift}
          done={lifted.endsAt === '' ? '' : text.lifted(lifted.requester, instant(lifted.endsAt))}
          onDone={() => undefined}
          send={async (ask, form) => {
            const input = {
              requester: textOf(form, 'requester'),
              hours: Number(textOf(form, 'hours')),
              reason: textOf(form, 'reason'),
            };
            const answer = await ask(LiftEmergencyLimitDocument, { input });
            const lift = answer.data?.liftEmergencyLimit?.lift;
            setLifted({ requester: lift?.requester ?? '', endsAt: lift?.endsAt ?? '' });
            return answer;
          }}
        >
          <TextField name="requester" label={text.requester} required autoComplete="off" />
          <TextField name="hours" type="number" min={1} max={24} defaultValue={4} label={text.hours} required />
          <TextArea name="reason" label={text.reason} required minLength={3} maxLength={4_000} />
        </ChangeForm>
      </FreshGate>
    </section>
  );
}
