import type { Catalog } from '../../i18n/language.tsx';

const en = {
  nav: 'Publishing',
  subgraphs: 'Subgraphs',
  waiting: 'Waiting',
  publish: 'Check and publish',
  changes: 'Changes',
  usage: 'Usage',
};
const es: typeof en = {
  nav: 'Publicación',
  subgraphs: 'Subgrafos',
  waiting: 'En espera',
  publish: 'Revisar y publicar',
  changes: 'Cambios',
  usage: 'Uso',
};
export const boardText: Catalog<typeof en> = { en, es };
