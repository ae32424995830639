import { useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Checkbox } from '../../../design/Field.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ApprovalsInForceDocument, type ApprovalsInForceQuery } from '../generated/graphql.ts';
import { ApprovalRow } from './ApprovalRow.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { approvalsText } from './text.ts';

type ApprovalEntry = NonNullable<ApprovalsInForceQuery['approvals']>[number];

const SIDES = ['ofUs', 'forUs', 'all'] as const;

/** Approvals of and for the agency, with what this user can do about each. */
export function ApprovalsPage() {
  const text = useText(approvalsText);
  const { user } = useSession();
  const [side, setSide] = useState<(typeof SIDES)[number]>(user.roles.includes('DATA_STEWARD') ? 'all' : 'ofUs');
  const [withPast, setWithPast] = useState(false);
  const [revoking, setRevoking] = useState<ApprovalEntry>();
  const [revision, setRevision] = useState<number>();
  const asked = useAsked(
    ApprovalsInForceDocument,
    { inForce: withPast ? null : true },
    { minApprovalRevision: revision },
  );
  const all = asked.status === 'ready' ? (asked.answer.data?.approvals ?? []) : [];
  const rows = all.filter(({ requestingAgency, dataset }) => {
    if (side === 'all') return true;
    return (side === 'ofUs' ? dataset?.owner : requestingAgency) === user.agency;
  });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <div className="filters">
        <fieldset className="segments">
          <legend>{text.which}</legend>
          {SIDES.map((one) => (
            <button key={one} type="button" aria-pressed={one === side} onClick={() => setSide(one)}>
              {text[one]}
            </button>
          ))}
        </fieldset>
        <Checkbox label={text.past} checked={withPast} onChange={(event) => setWithPast(event.target.checked)} />
      </div>
      {revision !== undefined && <Alert kind="success">{text.revoked}</Alert>}
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {asked.status === 'ready' && (
        <>
          <p className="soft small" role="status">
            {rows.length === 0 ? text.empty : text.found(rows.length)}
          </p>
          {rows.length > 0 && (
            <Table caption={text.caption} captionHidden head={[text.access, text.fields, text.until, text.state]}>
              {rows.map((approval) => (
                <ApprovalRow key={approval.id} approval={approval} onRevoke={() => setRevoking(approval)} />
              ))}
            </Table>
          )}
        </>
      )}
      {revoking !== undefined && (
        <RevokeDialog
          approvalId={revoking.id}
          isOwn={revoking.requestingAgency === user.agency}
          onClose={() => setRevoking(undefined)}
          onDone={(now) => {
            setRevoking(undefined);
            setRevision(now);
          }}
        />
      )}
    </Page>
  );
}
