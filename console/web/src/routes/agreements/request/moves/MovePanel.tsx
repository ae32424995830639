import { type ComponentType, useState } from 'react';
import { FreshGate } from '../../../../design/FreshGate.tsx';
import { useText } from '../../../../i18n/language.tsx';
import { useTerms } from '../../../../i18n/terms.ts';
import { useSession } from '../../../../session/SessionProvider.tsx';
import type { MoveKind } from '../../generated/graphql.ts';
import { useAgreementWords } from '../../words/agreementWords.ts';
import { ApproveMove } from './ApproveMove.tsx';
import { DecideMove } from './DecideMove.tsx';
import { DenyMove } from './DenyMove.tsx';
import { ExtensionMove } from './ExtensionMove.tsx';
import { FederalMove } from './FederalMove.tsx';
import type { MoveProps } from './moveProps.ts';
import { OverturnMove } from './OverturnMove.tsx';
import { PlainMove } from './PlainMove.tsx';
import { RenewalMove } from './RenewalMove.tsx';
import { ReviseMove } from './ReviseMove.tsx';
import { RevokeMove } from './RevokeMove.tsx';
import { movesText } from './text.ts';

const FORMS: Partial<Record<MoveKind, ComponentType<MoveProps>>> = {
  REVISE: ReviseMove,
  APPROVE: ApproveMove,
  DENY: DenyMove,
  EXTEND: ExtensionMove,
  PROPOSE_EXTENSION: ExtensionMove,
  OVERTURN: OverturnMove,
  DECIDE: DecideMove,
  REQUEST_FEDERAL_APPROVAL: FederalMove,
  FEDERAL_APPROVE: FederalMove,
  FEDERAL_REFUSE: FederalMove,
  ASK_RENEWAL: RenewalMove,
  RENEW: RenewalMove,
  REVOKE: RevokeMove,
};

/** Moves before whose form the user confirms who they are. The server checks it again. */
const FRESH: ReadonlySet<MoveKind> = new Set<MoveKind>([
  'APPROVE',
  'DENY',
  'OVERTURN',
  'UPHOLD',
  'DECIDE',
  'FEDERAL_APPROVE',
  'FEDERAL_REFUSE',
  'RENEW',
  'REVOKE',
  'SUSPEND',
  'LIFT',
]);

/** Decisions come first, then what leaves the request open, then what ends it. */
const ORDER: readonly MoveKind[] = [
  'SUBMIT',
  'APPROVE',
  'OVERTURN',
  'DECIDE',
  'ACCEPT_OFFER',
  'AGREE_EXTENSION',
  'DENY',
  'UPHOLD',
];
const LAST: readonly MoveKind[] = ['SUSPEND', 'WITHDRAW', 'REVOKE'];
const rankOf = (kind: MoveKind): number => {
  const first = ORDER.indexOf(kind);
  return first >= 0 ? first : ORDER.length + 1 + LAST.indexOf(kind);
};

/** The moves that the graph would accept from this user now, and the form of the chosen one. */
export function MovePanel({ request, onDone, onReload }: Omit<MoveProps, 'kind'>) {
  const text = useText(movesText);
  const { moves } = useAgreementWords();
  const { term } = useTerms();
  const { user } = useSession();
  const possible = (request.possibleMoves ?? []).toSorted((one, other) => rankOf(one) - rankOf(other));
  const isMyTurn = request.turn?.agency === user.agency;
  const [chosen, setChosen] = useState<MoveKind | undefined>(isMyTurn ? possible[0] : undefined);
  const Form = chosen === undefined ? undefined : (FORMS[chosen] ?? PlainMove);
  return (
    <section className="section move-panel" aria-labelledby="move-panel">
      <div className="section__head">
        <h2 id="move-panel">{isMyTurn ? text.title : text.others}</h2>
        {request.turn !== null && !isMyTurn && (
          <span className="soft">{text.waits(term('agencies', request.turn?.agency))}</span>
        )}
      </div>
      {possible.length === 0 ? (
        <p className="soft">{text.nothing}</p>
      ) : (
        <fieldset className="segments">
          <legend className="usa-sr-only">{text.choose}</legend>
          {possible.map((kind) => (
            <button key={kind} type="button" aria-pressed={kind === chosen} onClick={() => setChosen(kind)}>
              {moves[kind]}
            </button>
          ))}
        </fieldset>
      )}
      {chosen !== undefined &&
        Form !== undefined &&
        (FRESH.has(chosen) ? (
          <FreshGate key={chosen}>
            <Form kind={chosen} {...{ request, onDone, onReload }} />
          </FreshGate>
        ) : (
          <Form key={chosen} kind={chosen} {...{ request, onDone, onReload }} />
        ))}
    </section>
  );
}
