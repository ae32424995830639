import type { Catalog } from '../i18n/language.tsx';

const en = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  failed: 'This did not work',
  noResponse: 'Person 360 does not respond. Check your connection and try again.',
  reference: (id: string) => `If you report this, include the request number ${id}.`,
  freshNeeded: 'For this step you have to confirm that it is you.',
  signInAgain: 'Sign in again',
  more: 'Show more',
  sameAsTable: 'Same as a table',
  required: 'required',
};
const es: typeof en = {
  loading: 'Cargando…',
  tryAgain: 'Intentar de nuevo',
  cancel: 'Cancelar',
  close: 'Cerrar',
  failed: 'No funcionó',
  noResponse: 'Person 360 no responde. Revise su conexión e intente de nuevo.',
  reference: (id) => `Si informa de este problema, incluya el número de solicitud ${id}.`,
  freshNeeded: 'Para este paso tiene que confirmar que es usted.',
  signInAgain: 'Iniciar sesión de nuevo',
  more: 'Mostrar más',
  sameAsTable: 'Ver como tabla',
  required: 'obligatorio',
};
export const designText: Catalog<typeof en> = { en, es };
