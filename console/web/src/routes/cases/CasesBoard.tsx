import { decisionAt } from '@person360/client';
import { Link } from 'wouter';
import { Failure } from '../../design/Failure.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { Place } from '../../design/Place.tsx';
import { Recorded } from '../../design/Recorded.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useText } from '../../i18n/language.tsx';
import { type CasesAnswer, CaseTable } from './CaseTable.tsx';
import { MyCasesDocument } from './generated/graphql.ts';
import { casesText } from './text.ts';

const NO_VARIABLES = {};

/** The cases that the user carries, as the department's own system lists them, with what is due. */
export default function CasesBoard() {
  const text = useText(casesText);
  const asked = useAsked(MyCasesDocument, NO_VARIABLES);
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {asked.status === 'ready' && (
        <>
          <Caseload answer={asked.answer} onTryAgain={asked.again} />
          <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />
        </>
      )}
    </Page>
  );
}

function Caseload({ answer, onTryAgain }: { readonly answer: CasesAnswer; readonly onTryAgain: () => void }) {
  const text = useText(casesText);
  const decision = decisionAt(answer, ['myCaseload']);
  if (decision.kind === 'shown') return <CaseTable answer={answer} />;
  return (
    <div className="card cases__none">
      {decision.kind === 'noRecord' ? (
        <p>{text.none}</p>
      ) : (
        <Place decision={decision} onTryAgain={onTryAgain} long>
          {null}
        </Place>
      )}
      {decision.kind !== 'systemDown' && <p>{text.noneWhy}</p>}
      <p>
        <Link href="/search">{text.search}</Link>
      </p>
    </div>
  );
}
