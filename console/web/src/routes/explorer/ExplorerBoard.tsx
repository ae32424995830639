import { Alert } from '../../design/Alert.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { useText } from '../../i18n/language.tsx';
import { useSession } from '../../session/SessionProvider.tsx';
import { useApiSchema } from './apiSchema.ts';
import { Explorer } from './Explorer.tsx';
import { explorerText } from './text.ts';

/** Roles that the server lets send texts of their own; it decides, this only says so in advance. */
const ROLES: ReadonlySet<string> = new Set(['SUPERVISOR', 'DATA_OFFICER', 'DATA_STEWARD', 'AUDITOR']);

export default function ExplorerBoard() {
  const text = useText(explorerText);
  const { user } = useSession();
  const isFor = user.roles.some((role) => ROLES.has(role));
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {isFor ? <WithSchema /> : <Alert kind="info">{text.notForYou}</Alert>}
    </Page>
  );
}

function WithSchema() {
  const schema = useApiSchema();
  if (schema === undefined) return <Loading />;
  if (schema instanceof Error) return <Alert kind="error">{schema.message}</Alert>;
  return <Explorer schema={schema} />;
}
