import { Link, useParams } from 'wouter';
import { Alert } from '../../design/Alert.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { usePersonOfHandle } from '../../graph/usePersonOfHandle.ts';
import { useText } from '../../i18n/language.tsx';
import { PersonView } from './PersonView.tsx';
import { personText } from './text.ts';

/** One person and their household. The address has a handle; the id stays on the page. */
export default function PersonPage() {
  const text = useText(personText);
  const { handle = '' } = useParams<{ handle: string }>();
  const found = usePersonOfHandle(handle);
  if (found.state === 'waiting') return <Loading />;
  if (found.state !== 'known') {
    return (
      <Page title={text.tabTitle}>
        <Alert kind="warning">
          {text.notFound} <Link href="/search">{text.search}</Link>
        </Alert>
      </Page>
    );
  }
  return <PersonView key={found.id} personId={found.id} handle={handle} />;
}
