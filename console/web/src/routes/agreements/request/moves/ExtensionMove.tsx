import { Select, TextField } from '../../../../design/Field.tsx';
import { Loading } from '../../../../design/Loading.tsx';
import { useAsked } from '../../../../graph/graph.ts';
import { useText } from '../../../../i18n/language.tsx';
import {
  ExtendTimeDocument,
  type ExtensionReason,
  ProposeExtensionDocument,
  ReasonsForMoreTimeDocument,
} from '../../generated/graphql.ts';
import { MoveForm, textOf } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** More time: taken by the owner alone, or proposed to the requester. Both need a reason from the law. */
export function ExtensionMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { state, send, base } = useMove(kind, request, onDone);
  const asked = useAsked(ReasonsForMoreTimeDocument, {});
  if (asked.status !== 'ready') return <Loading />;
  const reasons = asked.answer.data?.extensionReasons ?? [];
  const isAlone = kind === 'EXTEND';
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      onSend={(form, why) => {
        const reason = reasons.find(({ code }) => code === textOf(form, 'reason'))?.code;
        if (reason === undefined || reason === null) return;
        const input = {
          ...base,
          businessDays: Number(textOf(form, 'days')),
          reason: reason satisfies ExtensionReason,
          why,
        };
        void send(isAlone ? ExtendTimeDocument : ProposeExtensionDocument, input);
      }}
    >
      <div className="form-row">
        <TextField
          name="days"
          type="number"
          required
          min={1}
          max={isAlone ? 5 : 60}
          defaultValue={5}
          label={text.days}
          hint={isAlone ? text.extendHint : text.proposeHint}
        />
        <Select name="reason" label={text.reason} required>
          {reasons.map(({ code, text: words }) => (
            <option key={code} value={code ?? ''}>
              {words}
            </option>
          ))}
        </Select>
      </div>
    </MoveForm>
  );
}
