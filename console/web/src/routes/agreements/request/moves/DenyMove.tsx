import { useState } from 'react';
import { Checkbox } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { useSession } from '../../../../session/SessionProvider.tsx';
import { DenyRequestDocument } from '../../generated/graphql.ts';
import { DenialsChoice } from './DenialsChoice.tsx';
import { type DenialDraft, denialInput, emptyDenial } from './denials.ts';
import { GrantFields } from './GrantFields.tsx';
import { fullGrant, grantInput } from './grant.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { officersTitle } from './officersTitle.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

/** Denies everything, with a law, and offers less where less would cure it. */
export function DenyMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { user } = useSession();
  const { state, send, base } = useMove(kind, request, onDone);
  const from = request.fields ?? [];
  const [denials, setDenials] = useState<readonly DenialDraft[]>([emptyDenial(1, officersTitle(user))]);
  const [offers, setOffers] = useState(false);
  const [draft, setDraft] = useState(() => fullGrant(from));
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      onSend={(_, why) =>
        void send(DenyRequestDocument, {
          ...{ ...base, why, denials: denials.map(denialInput) },
          ...(offers ? { offer: grantInput(draft, from) } : {}),
        })
      }
    >
      <DenialsChoice
        dataset={request.dataset?.id ?? ''}
        {...{ denials }}
        refused={from.flatMap(({ field }) => field ?? [])}
        title={text.law}
        allowsSeveral
        onChange={setDenials}
        onCurable={(isCurable) => isCurable && setOffers(true)}
      />
      <Checkbox
        label={text.offer}
        hint={text.offerHint}
        checked={offers}
        onChange={(event) => setOffers(event.target.checked)}
      />
      {offers && <GrantFields {...{ request, from, draft }} caption={text.offerFields} onChange={setDraft} />}
    </MoveForm>
  );
}
