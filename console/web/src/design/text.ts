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
  print: 'Print…',
  printTitle: 'Print this page',
  printLead:
    'The printout is recorded first, with your name, the persons on this page, and the time. The ticket number is on every page.',
  printNow: 'Record and print',
  printed: (ticket: string) => `Ticket ${ticket}`,
  printRefused: 'The printout was not recorded, so it is not printed.',
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
  print: 'Imprimir…',
  printTitle: 'Imprimir esta página',
  printLead:
    'La impresión se registra primero, con su nombre, las personas de esta página y la hora. El número de registro aparece en cada hoja.',
  printNow: 'Registrar e imprimir',
  printed: (ticket) => `Registro ${ticket}`,
  printRefused: 'La impresión no quedó registrada; por eso no se imprime.',
};
export const designText: Catalog<typeof en> = { en, es };
