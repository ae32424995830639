import type { Catalog } from '../../i18n/language.tsx';

const en = {
  nav: 'Parts of this board',
  requests: 'Requests',
  draft: 'Ask for data',
  approvals: 'Approvals',
  emergencies: 'Emergencies',
  consents: 'Consents',
  calendar: 'Calendar and notices',
};
const es: typeof en = {
  nav: 'Partes de este tablero',
  requests: 'Solicitudes',
  draft: 'Pedir datos',
  approvals: 'Aprobaciones',
  emergencies: 'Emergencias',
  consents: 'Consentimientos',
  calendar: 'Calendario y avisos',
};
export const boardText: Catalog<typeof en> = { en, es };
