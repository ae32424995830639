import { useState } from 'react';
import { useText } from '../../../../i18n/language.tsx';
import { useSession } from '../../../../session/SessionProvider.tsx';
import { ApproveRequestDocument } from '../../generated/graphql.ts';
import { DenialsChoice } from './DenialsChoice.tsx';
import { type DenialDraft, denialInput, emptyDenial } from './denials.ts';
import { GrantFields } from './GrantFields.tsx';
import { fullGrant, grantInput } from './grant.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { officersTitle } from './officersTitle.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** Approves all, or a part: what is not granted is denied with a law. */
export function ApproveMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { user } = useSession();
  const { state, send, base } = useMove(kind, request, onDone);
  const granted = new Set((request.granted ?? []).map(({ field }) => field));
  const from = (request.fields ?? []).filter(({ field }) => !granted.has(field));
  const [draft, setDraft] = useState(() => fullGrant(from));
  const [denials, setDenials] = useState<readonly DenialDraft[]>([emptyDenial(1, officersTitle(user))]);
  const refused = from.flatMap(({ field }) => (field === null || draft.fields.has(field) ? [] : field));
  const isLess = refused.length > 0 || draft.masks.size > 0 || draft.conditions !== undefined || draft.months !== '';
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      whyIsOptional
      action={isLess ? text.approvePart : text.approveAll}
      onSend={(_, why) =>
        void send(ApproveRequestDocument, {
          ...base,
          ...grantInput(draft, from),
          ...(refused.length === 0 ? {} : { denials: denials.map(denialInput) }),
          ...(why === '' ? {} : { why }),
        })
      }
    >
      <GrantFields {...{ request, from, draft }} caption={text.fields} onChange={setDraft} />
      {refused.length > 0 && (
        <>
          <p>{text.denialsHint(refused.length)}</p>
          <DenialsChoice
            dataset={request.dataset?.id ?? ''}
            {...{ denials, refused }}
            title={text.denialsTitle}
            allowsSeveral
            onChange={setDenials}
          />
        </>
      )}
    </MoveForm>
  );
}
