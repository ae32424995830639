import type { Catalog } from '../../i18n/language.tsx';

const en = {
  nav: 'Record links',
  reviews: 'Reviews',
  proposals: 'Proposals',
  persons: 'Persons',
  changes: 'Changes',
  reviewers: 'Reviewers',
};
const es: typeof en = {
  nav: 'Vínculos de registros',
  reviews: 'Revisiones',
  proposals: 'Propuestas',
  persons: 'Personas',
  changes: 'Cambios',
  reviewers: 'Revisores',
};
export const boardText: Catalog<typeof en> = { en, es };
