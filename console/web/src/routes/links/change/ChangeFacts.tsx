import type { ReactNode } from 'react';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import type { Change } from './change.ts';
import { changeText } from './text.ts';

/** Who proposed and decided a change, when, and why. */
export function ChangeFacts({ change }: { readonly change: Change }) {
  const text = useText(changeText);
  const { instant } = useFormats();
  const { id, status, reason, model, proposedBy, proposedAt, changedBy, changedAt, decisionReason } = change;
  const by = (who: string | null, when: string | null) => text.at(who ?? '', when === null ? '' : instant(when));
  return (
    <dl className="terms-list">
      <Fact name={text.proposed}>{by(proposedBy, proposedAt)}</Fact>
      {status !== 'PROPOSED' && <Fact name={text.decided}>{by(changedBy, changedAt)}</Fact>}
      <Fact name={text.reason}>{reason}</Fact>
      {decisionReason !== null && <Fact name={text.decisionReason}>{decisionReason}</Fact>}
      {model !== null && (
        <Fact name={text.model}>
          <code>{model}</code>
        </Fact>
      )}
      <Fact name={text.logEntry}>
        <code>{id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
