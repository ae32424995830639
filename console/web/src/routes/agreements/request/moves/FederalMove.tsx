import { TextField } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import {
  RecordFederalApprovalDocument,
  RecordFederalRefusalDocument,
  RequestFederalApprovalDocument,
} from '../../generated/graphql.ts';
import { MoveForm, textOf } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** The federal gate: records what the federal agency was asked, and what it decided. */
export function FederalMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { state, send, base } = useMove(kind, request, onDone);
  if (kind === 'REQUEST_FEDERAL_APPROVAL') {
    return (
      <MoveForm
        {...{ kind, state, onReload }}
        onSend={(form, why) => {
          const reference = textOf(form, 'reference');
          void send(RequestFederalApprovalDocument, {
            ...{ ...base, from: textOf(form, 'from'), rule: textOf(form, 'rule'), why },
            ...(reference === '' ? {} : { reference }),
          });
        }}
      >
        <div className="form-row">
          <TextField name="from" label={text.from} required defaultValue={request.federal?.neededFrom ?? ''} />
          <TextField name="rule" label={text.rule} required defaultValue={request.federal?.rule ?? ''} />
          <TextField name="reference" label={text.referenceOptional} />
        </div>
      </MoveForm>
    );
  }
  const document = kind === 'FEDERAL_APPROVE' ? RecordFederalApprovalDocument : RecordFederalRefusalDocument;
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      onSend={(form, why) => void send(document, { ...base, reference: textOf(form, 'reference'), why })}
    >
      <TextField name="reference" label={text.reference} required />
    </MoveForm>
  );
}
