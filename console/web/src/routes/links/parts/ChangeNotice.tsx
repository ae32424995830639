import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import type { LinkChangeState } from './useLinkChange.ts';

const en = {
  refused: 'Nothing was changed',
  effective: 'This is in effect and in the log.',
  proposed: 'This is recorded. It takes effect once a second steward approves.',
  refusedChange: 'The proposal is refused. Nothing was changed.',
  recorded: 'This is recorded.',
  open: 'Open the change',
};
const es: typeof en = {
  refused: 'No se cambió nada',
  effective: 'Está en vigor y en el registro.',
  proposed: 'Quedó registrado. Entra en vigor cuando lo aprueba un segundo administrador.',
  refusedChange: 'La propuesta fue rechazada. No se cambió nada.',
  recorded: 'Quedó registrado.',
  open: 'Abrir el cambio',
};
const texts: Catalog<typeof en> = { en, es };

/** What came of a change: announced, with the way to it. */
export function ChangeNotice({ state }: { readonly state: LinkChangeState }) {
  const text = useText(texts);
  if (state.status === 'failed') return <Failure error={state.error} />;
  if (state.status === 'refused') {
    return (
      <Alert kind="error" title={text.refused}>
        {state.messages.map((message) => (
          <p key={message} lang="en">
            {message}
          </p>
        ))}
      </Alert>
    );
  }
  if (state.status !== 'done') return null;
  const { changeId, status } = state.changed;
  const words =
    status === 'EFFECTIVE'
      ? text.effective
      : status === 'PROPOSED'
        ? text.proposed
        : status === 'REFUSED'
          ? text.refusedChange
          : text.recorded;
  return (
    <Alert kind="success">
      <p>
        {words} {changeId !== null && <Link href={`/links/change/${changeId}`}>{text.open}</Link>}
      </p>
    </Alert>
  );
}
