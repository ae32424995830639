import { Page } from '../../../design/Page.tsx';
import { useText } from '../../../i18n/language.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changesText } from './text.ts';

/** What waits for a second steward; each is decided on its own page. */
export function ProposalsPage() {
  const text = useText(changesText);
  return (
    <Page title={text.proposalsTitle} lead={<p>{text.proposalsLead}</p>}>
      <ChangeList status="PROPOSED" empty={text.nothingWaits} />
    </Page>
  );
}
