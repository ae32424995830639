import type { Catalog } from '../../i18n/language.tsx';

const en = {
  nav: 'Audit',
  entries: 'Log',
  unusual: 'Unusual access',
  statistics: 'How much',
  proofs: 'Checkpoints',
  questions: "Residents' questions",
  suspensions: 'Suspensions',
  unmaskings: 'Unmaskings',
  readers: 'Who read the log',
};
const es: typeof en = {
  nav: 'Auditoría',
  entries: 'Registro',
  unusual: 'Accesos inusuales',
  statistics: 'Cuánto',
  proofs: 'Puntos de control',
  questions: 'Preguntas de residentes',
  suspensions: 'Suspensiones',
  unmaskings: 'Identificaciones',
  readers: 'Quién leyó el registro',
};
export const boardText: Catalog<typeof en> = { en, es };
