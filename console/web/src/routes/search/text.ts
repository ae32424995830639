import type { Catalog } from '../../i18n/language.tsx';

const en = {
  title: 'Search for a person',
  lead: 'By name, by birth date, or by both. Each search and each person shown is recorded with your purpose.',
  form: 'Search',
  name: 'Name',
  nameHint: 'Given name, surname, or both, in any order. The spelling may differ a little.',
  birthDate: 'Birth date',
  submit: 'Search',
  oneOfTwo: 'Enter a name, a birth date, or both.',
  wrongDate: 'This is not a whole date. Enter month, day, and year.',
  results: 'Persons found',
  count: (persons: number) =>
    persons === 1 ? '1 person found, best match first.' : `${persons} persons found, best match first.`,
  more: (shown: number) =>
    `There may be more than these ${shown}. Narrow the search: add a birth date or a second name.`,
  most: (shown: number) =>
    `There may be more than these ${shown}, and no search shows more. Narrow it: add a birth date or a second name.`,
  showMore: 'Show up to 50',
  none: 'Nobody was found.',
  noneTry: 'You can try:',
  tries: [
    'only the surname, or only the birth date',
    'the name as it is in an official document, or an earlier surname',
    'the birth date with day and month exchanged',
  ],
  head: ['Name', 'Birth date', 'City', 'County'],
  unnamed: 'Open the person',
};
const es: typeof en = {
  title: 'Buscar a una persona',
  lead: 'Por nombre, por fecha de nacimiento o por ambos. Se registra cada búsqueda y cada persona mostrada, con su propósito.',
  form: 'Búsqueda',
  name: 'Nombre',
  nameHint: 'Nombre, apellido o ambos, en cualquier orden. Puede escribirlo un poco distinto.',
  birthDate: 'Fecha de nacimiento',
  submit: 'Buscar',
  oneOfTwo: 'Escriba un nombre, una fecha de nacimiento o ambos.',
  wrongDate: 'La fecha no está completa. Escriba mes, día y año.',
  results: 'Personas encontradas',
  count: (persons) =>
    persons === 1 ? '1 persona encontrada.' : `${persons} personas encontradas, primero la que más se parece.`,
  more: (shown) =>
    `Puede haber más que estas ${shown}. Limite la búsqueda: agregue una fecha de nacimiento o un segundo nombre.`,
  most: (shown) =>
    `Puede haber más que estas ${shown}, y ninguna búsqueda muestra más. Limítela: agregue una fecha de nacimiento o un segundo nombre.`,
  showMore: 'Mostrar hasta 50',
  none: 'No se encontró a nadie.',
  noneTry: 'Puede intentar:',
  tries: [
    'solo el apellido, o solo la fecha de nacimiento',
    'el nombre como está en un documento oficial, o un apellido anterior',
    'la fecha de nacimiento con el día y el mes cambiados',
  ],
  head: ['Nombre', 'Fecha de nacimiento', 'Ciudad', 'Condado'],
  unnamed: 'Abrir la persona',
};
export const searchText: Catalog<typeof en> = { en, es };
