import { type Catalog, useText } from '../i18n/language.tsx';
import { Dialog } from './Dialog.tsx';

const en = {
  title: 'This is your own surname',
  search: 'This search contains your own surname. It is recorded as a search for your own name, and reviewed.',
  person:
    'This person has your surname. What you open is recorded, and looks at people of one’s own name are reviewed.',
  rule: 'Look only if your work requires it. If this is a relative or someone you know, give the case to a colleague.',
  goOn: 'Go on, it is for my work',
  stop: 'Do not go on',
};
const es: typeof en = {
  title: 'Es su propio apellido',
  search: 'Esta búsqueda contiene su propio apellido. Se registra como búsqueda de su propio nombre y se revisa.',
  person:
    'Esta persona tiene su apellido. Lo que abra se registra, y se revisan las consultas sobre personas del mismo apellido.',
  rule: 'Consulte solo si su trabajo lo exige. Si es un familiar o alguien que conoce, pase el caso a un colega.',
  goOn: 'Continuar, es para mi trabajo',
  stop: 'No continuar',
};
const text: Catalog<typeof en> = { en, es };

export interface OwnSurnameWarningProps {
  readonly of: 'search' | 'person';
  readonly onGoOn: () => void;
  readonly onStop: () => void;
}

/** Asks before a user looks at somebody of their own surname, while nothing has been sent. */
export function OwnSurnameWarning({ of, onGoOn, onStop }: OwnSurnameWarningProps) {
  const words = useText(text);
  return (
    <Dialog title={words.title} onClose={onStop}>
      <p>{words[of]}</p>
      <p>{words.rule}</p>
      <div className="form-actions">
        <button type="button" className="usa-button" onClick={onStop}>
          {words.stop}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onGoOn}>
          {words.goOn}
        </button>
      </div>
    </Dialog>
  );
}
