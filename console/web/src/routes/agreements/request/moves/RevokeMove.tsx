import { useState } from 'react';
import { Select } from '../../../../design/Field.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { useSession } from '../../../../session/SessionProvider.tsx';
import { type RevocationGround, RevokeAccessDocument } from '../../generated/graphql.ts';
import { useAgreementWords } from '../../words/agreementWords.ts';
import { DenialsChoice } from './DenialsChoice.tsx';
import { type DenialDraft, denialInput, emptyDenial } from './denials.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { officersTitle } from './officersTitle.ts';
import { movesText } from './text.ts';
import { useMove } from './useMove.ts';

const OF_THE_OWNER: readonly RevocationGround[] = ['BREACH_OF_TERMS', 'SECURITY_INCIDENT', 'LEGAL_BAR'];
const OF_THE_REQUESTER: readonly RevocationGround[] = ['NO_LONGER_NEEDED'];

/** Revokes access for good. The requester gives it up; the owner and the CIO need a ground, or a law. */
export function RevokeMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { user } = useSession();
  const { grounds } = useAgreementWords();
  const { state, send, base } = useMove(kind, request, onDone);
  const choices = user.agency === request.requestingAgency ? OF_THE_REQUESTER : OF_THE_OWNER;
  const [ground, setGround] = useState<RevocationGround>(choices[0] ?? 'NO_LONGER_NEEDED');
  const [denials, setDenials] = useState<readonly DenialDraft[]>([emptyDenial(1, officersTitle(user))]);
  const needsLaw = ground === 'LEGAL_BAR';
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      note={text.revokeNow}
      onSend={(_, why) =>
        void send(RevokeAccessDocument, {
          ...{ ...base, ground, why },
          ...(needsLaw ? { denial: denials.map(denialInput)[0] } : {}),
        })
      }
    >
      <Select
        label={text.ground}
        value={ground}
        onChange={(event) => setGround(choices.find((one) => one === event.target.value) ?? ground)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {grounds[one]}
          </option>
        ))}
      </Select>
      {needsLaw && (
        <DenialsChoice
          dataset={request.dataset?.id ?? ''}
          {...{ denials }}
          refused={[]}
          title={text.law}
          onChange={setDenials}
        />
      )}
    </MoveForm>
  );
}
