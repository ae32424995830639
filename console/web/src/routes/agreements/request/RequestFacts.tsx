import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import type { FullRequest } from './request.ts';
import { requestText } from './text.ts';

/** Law, reason, terms, and what holds now, as a list. */
export function RequestFacts({ request }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  const words = useAgreementWords();
  const { date, instant } = useFormats();
  const { dataset, approval, federal } = request;
  return (
    <dl className="terms-list">
      <div className="terms-list__wide">
        <dt>{text.why}</dt>
        <dd>{request.justification}</dd>
      </div>
      <div>
        <dt>{text.law}</dt>
        <dd>{(dataset?.law ?? []).join('; ')}</dd>
      </div>
      <div>
        <dt>{text.basis}</dt>
        <dd>{request.legalBasis}</dd>
      </div>
      <div>
        <dt>{text.condition}</dt>
        <dd>{words.ifOf(request.fields?.[0]?.conditions)}</dd>
      </div>
      <div>
        <dt>{text.classification}</dt>
        <dd>{words.word('classes', dataset?.classification)}</dd>
      </div>
      <div>
        <dt>{text.starts}</dt>
        <dd>{request.startsOn === null ? text.startsAtOnce : date(request.startsOn)}</dd>
      </div>
      <div>
        <dt>{text.retention}</dt>
        <dd>
          {text.days(request.retentionDays ?? 0)}; {words.word('redisclosures', request.redisclosure)}
        </dd>
      </div>
      {request.submittedAt !== null && (
        <div>
          <dt>{text.submitted}</dt>
          <dd>
            {instant(request.submittedAt)}, {request.submittedBy}
          </dd>
        </div>
      )}
      {approval !== null && (
        <div>
          <dt>{text.basisOfAccess}</dt>
          <dd>
            {words.word('bases', request.basis)}.{' '}
            {approval.validFrom !== null &&
              approval.validUntil !== null &&
              text.inForceUntil(instant(approval.validFrom), instant(approval.validUntil))}{' '}
            {approval.reviewOn !== null && text.reviewOn(date(approval.reviewOn))}{' '}
            {request.suspended === true && text.suspended}{' '}
            {approval.revokedBecause !== null && text.revoked(approval.revokedBecause)}
          </dd>
        </div>
      )}
      {federal !== null && (
        <div>
          <dt>{words.sides.FEDERAL}</dt>
          <dd>
            {text.federal(federal.neededFrom ?? '', words.word('federalStatuses', federal.status))}{' '}
            {federal.requestedAt !== null &&
              text.federalAsked(federal.requestedFrom ?? '', federal.rule ?? '', instant(federal.requestedAt))}{' '}
            {federal.decisionReference !== null && text.federalLetter(federal.decisionReference)}
          </dd>
        </div>
      )}
    </dl>
  );
}
