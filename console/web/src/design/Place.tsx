import type { PlaceDecision } from '@person360/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { placeTexts, usePlaceWords } from './placeWords.ts';

export interface PlaceProps {
  readonly decision: PlaceDecision;
  /** Shows the value, in full or masked. */
  readonly children: ReactNode;
  /** Tries again what a failed system did not answer. */
  readonly onTryAgain?: (() => void) | undefined;
  /** Opens the request for access, filled in from the remedy. Absent: nothing is offered. */
  readonly onRequest?: ((decision: Extract<PlaceDecision, { kind: 'withheld' }>) => void) | undefined;
  /** State of a request that was made for this place. */
  readonly requested?: ReactNode;
  /** Also shows the sentence, not only its short form. */
  readonly long?: boolean;
}

const MARKS = { withheld: '⊘', notInCaseload: '⊘', systemDown: '▲', masked: '◐', refused: '▲' } as const;

/**
 * One place of a page: its value, or which of five cases applies. Every board shows denied and empty fields with it.
 * `No record` appears only where `decisionAt` of `@person360/client` says so.
 */
export function Place(props: PlaceProps) {
  const { decision, children, long = false } = props;
  const { short, long: sentence } = usePlaceWords()(decision);
  const texts = placeTexts[useLanguage().language];
  if (decision.kind === 'shown') return <>{children}</>;
  if (decision.kind === 'masked') {
    return (
      <span className="place place--masked">
        {decision.value === null || decision.value === undefined ? null : children}
        <span className="place__reason" title={sentence}>
          <Mark of="masked" /> {short}
        </span>
        {long && <span className="place__long">{sentence}</span>}
      </span>
    );
  }
  if (decision.kind === 'noRecord') return <span className="place place--none">{short}</span>;
  return (
    <span className={`place place--${decision.kind}`} title={sentence}>
      <span className="place__reason">
        <Mark of={decision.kind} /> {short}
      </span>
      {long ? <span className="place__long">{sentence}</span> : <span className="usa-sr-only">{sentence}</span>}
      {decision.kind === 'systemDown' && decision.passes && props.onTryAgain !== undefined && (
        <button type="button" className="usa-button usa-button--unstyled" onClick={props.onTryAgain}>
          {texts.tryAgain}
        </button>
      )}
      {props.requested}
      {decision.kind === 'withheld' &&
        props.requested === undefined &&
        decision.remedy?.action === 'REQUEST_ACCESS' &&
        props.onRequest !== undefined && (
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => props.onRequest?.(decision)}>
            {texts.askForIt}
          </button>
        )}
    </span>
  );
}

/** A sign next to the words, never instead of them. */
export function Mark({ of }: { readonly of: keyof typeof MARKS }) {
  return (
    <span aria-hidden="true" className="mark">
      {MARKS[of]}
    </span>
  );
}
