import { TextField } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { AskRenewalDocument, RenewAccessDocument } from '../../generated/graphql.ts';
import { MoveForm, textOf } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** The requester asks for renewal, or the owner renews. */
export function RenewalMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { state, send, base } = useMove(kind, request, onDone);
  const document = kind === 'RENEW' ? RenewAccessDocument : AskRenewalDocument;
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      note={kind === 'ASK_RENEWAL' ? text.silenceRenews : undefined}
      onSend={(form, why) => void send(document, { ...base, months: Number(textOf(form, 'months')), why })}
    >
      <TextField
        name="months"
        type="number"
        min={1}
        max={36}
        required
        defaultValue={request.renewalAsked ?? request.months ?? 12}
        label={text.renewMonths}
      />
    </MoveForm>
  );
}
