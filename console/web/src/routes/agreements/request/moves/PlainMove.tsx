import { useText } from '../../../../i18n/language.tsx';
import {
  AcceptOfferDocument,
  AgreeExtensionDocument,
  AppealOverturnDocument,
  AskInformationDocument,
  EscalateDenialDocument,
  GiveInformationDocument,
  LiftSuspensionDocument,
  type MoveInput,
  type MoveKind,
  SubmitRequestDocument,
  SuspendAccessDocument,
  UpholdDenialDocument,
  WithdrawRequestDocument,
} from '../../generated/graphql.ts';
import { MoveForm } from './MoveForm.tsx';
import type { MoveProps } from './moveProps.ts';
import { movesText } from './text.ts';
import { type MoveDocument, useMove } from './useMove.ts';

/** Moves that need nothing but a reason. */
const PLAIN: Partial<Record<MoveKind, MoveDocument<MoveInput>>> = {
  SUBMIT: SubmitRequestDocument,
  WITHDRAW: WithdrawRequestDocument,
  ASK_INFORMATION: AskInformationDocument,
  GIVE_INFORMATION: GiveInformationDocument,
  AGREE_EXTENSION: AgreeExtensionDocument,
  ACCEPT_OFFER: AcceptOfferDocument,
  ESCALATE: EscalateDenialDocument,
  UPHOLD: UpholdDenialDocument,
  APPEAL: AppealOverturnDocument,
  SUSPEND: SuspendAccessDocument,
  LIFT: LiftSuspensionDocument,
};

export function PlainMove({ kind, request, onDone, onReload }: MoveProps) {
  const text = useText(movesText);
  const { state, send, base } = useMove(kind, request, onDone);
  const document = PLAIN[kind];
  if (document === undefined) return null;
  const notes: Partial<Record<MoveKind, string>> = {
    ASK_INFORMATION: text.clockRuns,
    APPEAL: text.appealTarget,
    SUSPEND: text.suspendNow,
  };
  return (
    <MoveForm
      {...{ kind, state, onReload }}
      note={notes[kind]}
      {...(kind === 'SUBMIT' && request.justification !== null ? { why: request.justification } : {})}
      onSend={(_, why) => void send(document, { ...base, why })}
    />
  );
}
