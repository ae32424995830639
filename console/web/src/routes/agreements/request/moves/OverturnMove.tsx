import { useState } from 'react';
import { useText } from '../../../../i18n/language.tsx';
import { OverturnDenialDocument } from '../../generated/graphql.ts';
import { GrantFields } from './GrantFields.tsx';
import { fullGrant, grantInput } from './grant.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** The CIO grants what was denied, in whole or in part. A revocation is overturned only as a whole. */
export function OverturnMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { state, send, base } = useMove(kind, request, onDone);
  const denied = new Set(request.refused?.fields ?? []);
  const from = (request.fields ?? []).filter(({ field }) => denied.has(field ?? ''));
  const [draft, setDraft] = useState(() => fullGrant(from));
  const isRevocation = request.status === 'REVOCATION_ESCALATED';
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      onSend={(_, why) =>
        void send(OverturnDenialDocument, { ...base, ...(isRevocation ? {} : grantInput(draft, from)), why })
      }
    >
      {!isRevocation && <GrantFields {...{ request, from, draft }} caption={text.fields} onChange={setDraft} />}
    </MoveForm>
  );
}
