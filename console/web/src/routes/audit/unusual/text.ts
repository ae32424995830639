import type { Catalog } from '../../../i18n/language.tsx';
import type { UnusualAccessRule } from '../generated/graphql.ts';

interface RuleText {
  readonly name: string;
  readonly says: string;
  /** Group that the count is compared to. */
  readonly group: string;
}

interface UnusualText {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly nobody: string;
  readonly provesNothing: string;
  readonly comparedTo: (group: string) => string;
  readonly requester: string;
  readonly purpose: string;
  readonly measured: string;
  readonly threshold: string;
  readonly list: string;
  readonly reviews: string;
  readonly noReviews: string;
  readonly waiting: (count: number, overdue: number) => string;
  readonly openReviews: string;
  readonly rules: Readonly<Record<UnusualAccessRule, RuleText>>;
}

const en: UnusualText = {
  title: 'Unusual access',
  lead: 'The last 30 days. These rules say where to look. A name here proves nothing: there may be a good reason.',
  none: 'No rule names anybody in the last 30 days.',
  nobody: 'Nobody.',
  provesNothing: 'proves nothing',
  comparedTo: (group) => `Compared to: ${group}.`,
  requester: 'Requester',
  purpose: 'Purpose',
  measured: 'Count',
  threshold: 'Not unusual up to',
  list: 'Show the entries',
  reviews: 'Emergencies that wait for a review',
  noReviews: 'None that you can see.',
  waiting: (count, overdue) => `${count} wait, ${overdue} of them past the due time.`,
  openReviews: 'Open the reviews',
  rules: {
    VOLUME: {
      name: 'Many persons',
      says: 'Saw more than 50 persons, and more than five times the median.',
      group: 'at least five others of the same agency and purpose',
    },
    OUT_OF_HOURS: {
      name: 'At night',
      says: 'Saw more than 20 persons between 10 PM and 5 AM.',
      group: 'the same number for everyone',
    },
    REFUSALS: {
      name: 'Many refusals',
      says: 'Had more than 20 refusals over at least three sets of datasets.',
      group: 'the same number for everyone',
    },
    OUTSIDE_CASE: {
      name: 'Without a case',
      says: 'Saw persons without naming a case.',
      group: 'at least five others of the same agency and purpose, nearly all of whom name one',
    },
    SAME_SURNAME: {
      name: 'Own surname',
      says: 'Searched more than twice for people with their own surname.',
      group: 'the same number for everyone',
    },
    BREAK_GLASS: {
      name: 'Emergency access',
      says: 'Used emergency access at all.',
      group: 'nobody: each one is reviewed',
    },
    CONSENTS: {
      name: 'Many consents',
      says: 'Recorded consents of more than ten persons.',
      group: 'the same number for everyone',
    },
    SAME_WORDS: {
      name: 'Same words',
      says: 'Declared emergencies for several persons in the same words.',
      group: 'the same number for everyone',
    },
    LIMIT_LIFTED: {
      name: 'Limit lifted',
      says: 'A supervisor lifted the limit on their emergencies.',
      group: 'nobody: each one is named',
    },
  },
};

const es: UnusualText = {
  title: 'Accesos inusuales',
  lead: 'Los últimos 30 días. Estas reglas dicen dónde mirar. Un nombre aquí no prueba nada: puede haber una buena razón.',
  none: 'Ninguna regla nombra a nadie en los últimos 30 días.',
  nobody: 'Nadie.',
  provesNothing: 'no prueba nada',
  comparedTo: (group) => `Se compara con: ${group}.`,
  requester: 'Solicitante',
  purpose: 'Fin',
  measured: 'Cantidad',
  threshold: 'No es inusual hasta',
  list: 'Mostrar las entradas',
  reviews: 'Emergencias que esperan revisión',
  noReviews: 'Ninguna que usted pueda ver.',
  waiting: (count, overdue) => `Esperan ${count}, de ellas ${overdue} fuera de plazo.`,
  openReviews: 'Abrir las revisiones',
  rules: {
    VOLUME: {
      name: 'Muchas personas',
      says: 'Vio a más de 50 personas y a más de cinco veces la mediana.',
      group: 'al menos otros cinco de la misma agencia y fin',
    },
    OUT_OF_HOURS: {
      name: 'De noche',
      says: 'Vio a más de 20 personas entre las 10 p. m. y las 5 a. m.',
      group: 'un número fijo para todos',
    },
    REFUSALS: {
      name: 'Muchas negativas',
      says: 'Tuvo más de 20 negativas en al menos tres grupos de datos.',
      group: 'un número fijo para todos',
    },
    OUTSIDE_CASE: {
      name: 'Sin caso',
      says: 'Vio a personas sin nombrar un caso.',
      group: 'al menos otros cinco de la misma agencia y fin, que casi siempre nombran uno',
    },
    SAME_SURNAME: {
      name: 'Mismo apellido',
      says: 'Buscó más de dos veces a personas con su mismo apellido.',
      group: 'un número fijo para todos',
    },
    BREAK_GLASS: {
      name: 'Acceso de emergencia',
      says: 'Usó el acceso de emergencia.',
      group: 'nadie: cada uno se revisa',
    },
    CONSENTS: {
      name: 'Muchos consentimientos',
      says: 'Registró consentimientos de más de diez personas.',
      group: 'un número fijo para todos',
    },
    SAME_WORDS: {
      name: 'Las mismas palabras',
      says: 'Declaró emergencias de varias personas con las mismas palabras.',
      group: 'un número fijo para todos',
    },
    LIMIT_LIFTED: {
      name: 'Límite levantado',
      says: 'Un supervisor levantó el límite de sus emergencias.',
      group: 'nadie: cada uno se nombra',
    },
  },
};

export const unusualText: Catalog<UnusualText> = { en, es };
