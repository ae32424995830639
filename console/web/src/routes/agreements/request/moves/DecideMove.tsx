import { Select } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { type AppealOutcome, DecideAppealDocument } from '../../generated/graphql.ts';
import { useAgreementWords } from '../../words/agreementWords.ts';
import { MoveForm, textOf } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

const OUTCOMES: readonly AppealOutcome[] = ['SUSTAIN', 'REVERSE'];

/** The Governor's chief operating officer decides an appeal. */
export function DecideMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { outcomes } = useAgreementWords();
  const { state, send, base } = useMove(kind, request, onDone);
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      note={text.final}
      onSend={(form, why) => {
        const outcome = OUTCOMES.find((one) => one === textOf(form, 'outcome'));
        if (outcome !== undefined) void send(DecideAppealDocument, { ...base, outcome, why });
      }}
    >
      <Select name="outcome" label={text.outcome} required defaultValue="">
        <option value="" />
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {outcomes[one]}
          </option>
        ))}
      </Select>
    </MoveForm>
  );
}
