import type { Catalog } from '../../i18n/language.tsx';
import type { CaseDutyKind } from './generated/graphql.ts';

interface CasesText {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly search: string;
  readonly count: (cases: number, overdue: number) => string;
  readonly most: string;
  readonly caption: string;
  readonly head: readonly [person: string, theCase: string, due: string];
  readonly nothingDue: string;
  readonly overdue: (day: string) => string;
  readonly due: (day: string) => string;
  readonly court: string;
  readonly law: (law: string) => string;
  readonly carriedSince: (day: string) => string;
  readonly unnamed: string;
  readonly kinds: Readonly<Record<CaseDutyKind, string>>;
}

const en: CasesText = {
  title: 'My cases',
  lead: 'Open cases that are assigned to you, the most urgent first.',
  none: 'No case is assigned to you.',
  noneWhy: 'Cases come from the system of the Department of Children and Family Services.',
  search: 'Search for a person',
  count: (cases, overdue) =>
    `${cases === 1 ? '1 case' : `${cases} cases`}, ${overdue === 0 ? 'none overdue' : `${overdue} with something overdue`}`,
  most: 'Only the first 500 cases are shown.',
  caption: 'My cases and what is due',
  head: ['Person', 'Case', 'What is due'],
  nothingDue: 'Nothing is due',
  overdue: (day) => `Overdue since ${day}`,
  due: (day) => `Due ${day}`,
  court: 'set by the court',
  law: (law) => `required by ${law}`,
  carriedSince: (day) => `yours since ${day}`,
  unnamed: 'Open the case',
  kinds: {
    CASE_PLAN_REVIEW: 'Review of the case plan',
    COURT_HEARING: 'Court hearing',
    INVESTIGATION_FINDING: 'Finding of the investigation',
    MONTHLY_VISIT: 'Monthly visit with the child',
    PERMANENCY_HEARING: 'Permanency hearing',
  },
};
const es: CasesText = {
  title: 'Mis casos',
  lead: 'Casos abiertos que tiene asignados, primero los más urgentes.',
  none: 'No tiene ningún caso asignado.',
  noneWhy: 'Los casos vienen del sistema del Departamento de Servicios para Niños y Familias.',
  search: 'Buscar a una persona',
  count: (cases, overdue) =>
    `${cases === 1 ? '1 caso' : `${cases} casos`}, ${overdue === 0 ? 'ninguno vencido' : `${overdue} con algo vencido`}`,
  most: 'Solo se muestran los primeros 500 casos.',
  caption: 'Mis casos y lo que está pendiente',
  head: ['Persona', 'Caso', 'Pendiente'],
  nothingDue: 'Nada pendiente',
  overdue: (day) => `Vencido desde el ${day}`,
  due: (day) => `Vence el ${day}`,
  court: 'fijado por el tribunal',
  law: (law) => `exigido por ${law}`,
  carriedSince: (day) => `suyo desde el ${day}`,
  unnamed: 'Abrir el caso',
  kinds: {
    CASE_PLAN_REVIEW: 'Revisión del plan del caso',
    COURT_HEARING: 'Audiencia judicial',
    INVESTIGATION_FINDING: 'Conclusión de la investigación',
    MONTHLY_VISIT: 'Visita mensual al niño',
    PERMANENCY_HEARING: 'Audiencia de permanencia',
  },
};
export const casesText: Catalog<CasesText> = { en, es };
