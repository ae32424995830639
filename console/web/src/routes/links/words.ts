import type { Catalog } from '../../i18n/language.tsx';
import type {
  LinkChangeKind,
  LinkChangeStatus,
  LinkReviewCause,
  LinkReviewStatus,
  RecordFragment,
} from './generated/graphql.ts';

/** What a record shows of a person, in the order of the page. */
export const TRAITS = [
  'given',
  'middle',
  'family',
  'suffix',
  'birthDate',
  'gender',
  'ssnLastFour',
  'street',
  'city',
  'state',
  'zip',
  'phone',
] as const satisfies readonly (keyof RecordFragment)[];
export type Trait = (typeof TRAITS)[number];

/** Comparison of the model that is about a trait; a street is several of them together. */
export const COMPARISON_OF: Readonly<Partial<Record<Trait, string>>> = {
  ...{ given: 'given', middle: 'middle', family: 'family', suffix: 'suffix', birthDate: 'birthDate', gender: 'gender' },
  ...{ ssnLastFour: 'ssn', street: 'street', city: 'city', state: 'state', zip: 'zip', phone: 'phone' },
};

interface LinkWords {
  readonly statuses: Readonly<Record<LinkReviewStatus, string>>;
  readonly causes: Readonly<Record<LinkReviewCause, string>>;
  readonly kinds: Readonly<Record<LinkChangeKind, string>>;
  readonly changeStatuses: Readonly<Record<LinkChangeStatus, string>>;
  readonly traits: Readonly<Record<Trait, string>>;
  /** Comparisons of the model; one that this version does not know is shown as it is. */
  readonly comparisons: Readonly<Record<string, string>>;
  /** Levels of agreement. */
  readonly levels: Readonly<Record<string, string>>;
}

const en: LinkWords = {
  statuses: { OPEN: 'Open', PROPOSED: 'Second steward', DECIDED: 'Decided', OBSOLETE: 'No longer needed' },
  causes: {
    REVIEW: 'They resemble each other, but not enough to be linked',
    GUARD: 'The weight is enough, but a guard stops the link',
    BRIDGE: 'The record would bring two persons together',
    SIZE: 'The person would have too many records',
    DECISION: 'The evidence contradicts what people decided',
  },
  kinds: {
    REGISTER: 'Records were registered',
    LINK: 'Link two records',
    NOT_LINK: 'Keep two records apart',
    SEPARATE: 'Separate two records',
    MERGE: 'Merge two persons',
    UNMERGE: 'Undo a merge',
  },
  changeStatuses: { PROPOSED: 'Waits for a second steward', EFFECTIVE: 'In effect', REFUSED: 'Refused' },
  traits: {
    given: 'Given name',
    middle: 'Middle name',
    family: 'Family name',
    suffix: 'Suffix',
    birthDate: 'Birth date',
    gender: 'Gender',
    ssnLastFour: 'Social Security number, last four digits',
    street: 'Street',
    city: 'City',
    state: 'State',
    zip: 'ZIP code',
    phone: 'Phone',
  },
  comparisons: {
    given: 'Given name',
    middle: 'Middle name',
    family: 'Family name',
    suffix: 'Suffix',
    birthDate: 'Birth date',
    gender: 'Gender',
    ssn: 'Social Security number',
    houseNumber: 'House number',
    streetName: 'Street',
    secondary: 'Apartment',
    city: 'City',
    state: 'State',
    zip: 'ZIP code',
    phone: 'Phone',
  },
  levels: {
    exact: 'the same',
    nickname: 'a nickname',
    joined: 'joined names',
    close: 'a small error',
    initial: 'an initial',
    middle: 'given is the middle name',
    swapped: 'swapped',
    similar: 'similar',
    part: 'a part in common',
    digit: 'one digit differs',
    last4: 'last four digits',
    different: 'different',
  },
};

const es: LinkWords = {
  statuses: { OPEN: 'Abierta', PROPOSED: 'Segundo administrador', DECIDED: 'Decidida', OBSOLETE: 'Ya no hace falta' },
  causes: {
    REVIEW: 'Se parecen, pero no lo suficiente para vincularlos',
    GUARD: 'El peso basta, pero una salvaguarda detiene el vínculo',
    BRIDGE: 'El registro uniría a dos personas',
    SIZE: 'La persona tendría demasiados registros',
    DECISION: 'La evidencia contradice lo que decidieron personas',
  },
  kinds: {
    REGISTER: 'Se inscribieron registros',
    LINK: 'Vincular dos registros',
    NOT_LINK: 'No vincular dos registros',
    SEPARATE: 'Separar dos registros',
    MERGE: 'Unir a dos personas',
    UNMERGE: 'Deshacer una unión',
  },
  changeStatuses: { PROPOSED: 'Espera a un segundo administrador', EFFECTIVE: 'En vigor', REFUSED: 'Rechazado' },
  traits: {
    given: 'Nombre',
    middle: 'Segundo nombre',
    family: 'Apellido',
    suffix: 'Sufijo',
    birthDate: 'Fecha de nacimiento',
    gender: 'Sexo',
    ssnLastFour: 'Número de Seguro Social, últimas cuatro cifras',
    street: 'Calle',
    city: 'Ciudad',
    state: 'Estado',
    zip: 'Código postal',
    phone: 'Teléfono',
  },
  comparisons: {
    given: 'Nombre',
    middle: 'Segundo nombre',
    family: 'Apellido',
    suffix: 'Sufijo',
    birthDate: 'Fecha de nacimiento',
    gender: 'Sexo',
    ssn: 'Número de Seguro Social',
    houseNumber: 'Número de casa',
    streetName: 'Calle',
    secondary: 'Apartamento',
    city: 'Ciudad',
    state: 'Estado',
    zip: 'Código postal',
    phone: 'Teléfono',
  },
  levels: {
    exact: 'igual',
    nickname: 'un apodo',
    joined: 'nombres unidos',
    close: 'un error pequeño',
    initial: 'una inicial',
    middle: 'el nombre es el segundo nombre',
    swapped: 'intercambiados',
    similar: 'parecidos',
    part: 'una parte en común',
    digit: 'difiere una cifra',
    last4: 'últimas cuatro cifras',
    different: 'diferentes',
  },
};

/** The words of record linkage: causes, kinds of changes, traits, and levels of agreement. */
export const linkWords: Catalog<LinkWords> = { en, es };
