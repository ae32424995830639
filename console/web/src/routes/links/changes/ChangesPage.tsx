import { Link, useSearchParams } from 'wouter';
import { Page } from '../../../design/Page.tsx';
import { useText } from '../../../i18n/language.tsx';
import type { LinkChangeStatus } from '../generated/graphql.ts';
import { linkWords } from '../words.ts';
import { ChangeList } from './ChangeList.tsx';
import { changesText } from './text.ts';

const STATUSES = ['PROPOSED', 'EFFECTIVE', 'REFUSED'] as const satisfies readonly LinkChangeStatus[];

/** The history of all links. */
export function ChangesPage() {
  const text = useText(changesText);
  const { changeStatuses } = useText(linkWords);
  const [search] = useSearchParams();
  const status = STATUSES.find((one) => one === search.get('status'));
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <nav className="statuses" aria-label={text.filter}>
        <Link href="/links/changes" aria-current={status === undefined ? 'true' : undefined}>
          {text.all}
        </Link>
        {STATUSES.map((one) => (
          <Link key={one} href={`/links/changes?status=${one}`} aria-current={one === status ? 'true' : undefined}>
            {changeStatuses[one]}
          </Link>
        ))}
      </nav>
      <ChangeList key={status ?? ''} {...(status !== undefined && { status })} />
    </Page>
  );
}
