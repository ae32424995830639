import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { CheckReport } from './CheckReport.tsx';
import type { ChangeState } from './useRegistryChange.ts';

const en = {
  doneNow: (supergraph: number) => `Done: gateways now change to supergraph ${supergraph}.`,
  doneWaits: (number: number) => `Publication ${number} waits for a second person, because:`,
  rejected: (number: number) => `Publication ${number} is rejected. Nothing has changed.`,
  stopped: 'The checks stopped it. Nothing was published.',
  conflict: 'Somebody changed this meanwhile',
  reload: 'Show how it is now',
};
const es: typeof en = {
  doneNow: (supergraph) => `Hecho: las puertas de enlace pasan ahora al supergrafo ${supergraph}.`,
  doneWaits: (number) => `La publicación ${number} espera a una segunda persona, porque:`,
  rejected: (number) => `La publicación ${number} se rechazó. No ha cambiado nada.`,
  stopped: 'Las revisiones lo detuvieron. No se publicó nada.',
  conflict: 'Alguien lo cambió mientras tanto',
  reload: 'Mostrar cómo está ahora',
};
const outcomeText: Catalog<typeof en> = { en, es };

interface ChangeOutcomeProps {
  readonly state: ChangeState;
  /** Absent: the page shows already how it is now. */
  readonly onReload?: (() => void) | undefined;
}

/** What came of a rollback, a retirement, or a decision. */
export function ChangeOutcome({ state, onReload }: ChangeOutcomeProps) {
  const text = useText(outcomeText);
  switch (state.status) {
    case 'ready':
    case 'sending':
      return null;
    case 'failed':
      return <Failure error={state.error} />;
    case 'stopped':
      return (
        <>
          <Alert kind="error">{text.stopped}</Alert>
          {state.published.checks !== null && <CheckReport report={state.published.checks} />}
        </>
      );
    case 'conflict':
      return (
        <Alert kind="warning" title={text.conflict}>
          <p lang="en">{state.message}</p>
          <Reload onReload={onReload} />
        </Alert>
      );
    case 'done': {
      const { publication, supergraph } = state.published;
      return (
        <Alert kind={supergraph === null ? 'info' : 'success'}>
          {supergraph !== null && <p>{text.doneNow(supergraph.number)}</p>}
          {publication?.state === 'REJECTED' && <p>{text.rejected(publication.number)}</p>}
          {publication?.state === 'PENDING' && (
            <>
              <p>{text.doneWaits(publication.number)}</p>
              <ul className="reasons" lang="en">
                {publication.secondPersonBecause.map((why) => (
                  <li key={why}>{why}</li>
                ))}
              </ul>
            </>
          )}
          <Reload onReload={onReload} />
        </Alert>
      );
    }
  }
}

function Reload({ onReload }: Pick<ChangeOutcomeProps, 'onReload'>) {
  const text = useText(outcomeText);
  if (onReload === undefined) return null;
  return (
    <button type="button" className="usa-button usa-button--outline" onClick={onReload}>
      {text.reload}
    </button>
  );
}
