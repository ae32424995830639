import { Link } from 'wouter';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { ApprovalsInForceQuery, MoveKind } from '../generated/graphql.ts';
import { fieldWords, useAgreementWords } from '../words/agreementWords.ts';
import { StatusBadge } from '../words/StatusBadge.tsx';
import { approvalsText } from './text.ts';

/** Moves about access that is in force. */
const ABOUT_ACCESS: ReadonlySet<MoveKind> = new Set<MoveKind>(['SUSPEND', 'LIFT', 'ASK_RENEWAL', 'RENEW']);

interface ApprovalRowProps {
  readonly approval: NonNullable<ApprovalsInForceQuery['approvals']>[number];
  readonly onRevoke: () => void;
}

export function ApprovalRow({ approval, onRevoke }: ApprovalRowProps) {
  const text = useText(approvalsText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const { date, instant, alternatives } = useFormats();
  const { request, fields } = approval;
  const possible = request?.possibleMoves ?? [];
  const moves = possible.filter((kind) => ABOUT_ACCESS.has(kind));
  return (
    <tr>
      <th scope="row" className="request-row">
        <Link href={`/agreements/${request?.id ?? approval.id}`}>{term('datasets', approval.dataset?.id)}</Link>
        <span className="request-row__more">
          {text.sees(approval.requestingAgency ?? '', approval.dataset?.owner ?? '')}{' '}
          {text.for(term('purposes', approval.purpose).toLowerCase(), words.rolesOf(approval.roles))}
        </span>
      </th>
      <td>
        <details>
          <summary>{text.count((fields ?? []).length)}</summary>
          <ul>
            {fields?.map(({ field, transform, conditions }) => (
              <li key={field}>
                <span lang="en">{fieldWords(field ?? '')}</span>: {words.formOf(transform)}; {words.ifOf(conditions)}
              </li>
            ))}
          </ul>
        </details>
      </td>
      <td>
        {approval.validUntil !== null && instant(approval.validUntil)}
        {approval.reviewOn !== null && (
          <span className="request-row__more">{text.review(date(approval.reviewOn))}</span>
        )}
      </td>
      <td>
        <StatusBadge status={request?.status} />
        {request?.renewalAsked !== null && <span className="request-row__more">{text.renewal}</span>}
        {approval.revokedBecause !== null && <span className="request-row__more">{approval.revokedBecause}</span>}
        {moves.length > 0 && (
          <span className="request-row__more">
            {text.canDo} {alternatives(moves.map((kind) => words.word('moves', kind).toLowerCase()))}
          </span>
        )}
        {possible.includes('REVOKE') && (
          <button type="button" className="usa-button usa-button--unstyled" onClick={onRevoke}>
            {text.revoke}
          </button>
        )}
      </td>
    </tr>
  );
}
