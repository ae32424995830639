import type { Catalog } from '../../i18n/language.tsx';
import type { DisclosureBasis, DisclosureKind } from './generated/graphql.ts';

interface AuditTerms {
  readonly kinds: Readonly<Record<DisclosureKind, string>>;
  readonly bases: Readonly<Record<DisclosureBasis, string>>;
}

/** The log's own words. */
export const auditTerms: Catalog<AuditTerms> = {
  en: {
    kinds: {
      DISCLOSURE: 'Shown',
      BREAK_GLASS: 'Shown in an emergency',
      CHANGE: 'Change',
      REFUSAL: 'Refused',
      SEARCH: 'Search',
      LOG_READING: 'Log read',
      INTROSPECTION: 'Schema read',
      PRINT: 'Printed',
      EXPORT: 'Exported',
    },
    bases: {
      PUBLIC: 'open to everyone',
      KEY: 'ids of records',
      OWNER: "the owner's own use",
      APPROVAL: 'an approval',
    },
  },
  es: {
    kinds: {
      DISCLOSURE: 'Mostrado',
      BREAK_GLASS: 'Mostrado en una emergencia',
      CHANGE: 'Cambio',
      REFUSAL: 'Negado',
      SEARCH: 'Búsqueda',
      LOG_READING: 'Lectura del registro',
      INTROSPECTION: 'Lectura del esquema',
      PRINT: 'Impreso',
      EXPORT: 'Exportado',
    },
    bases: {
      PUBLIC: 'abierto para todos',
      KEY: 'identificadores de expedientes',
      OWNER: 'el uso propio de la agencia responsable',
      APPROVAL: 'una aprobación',
    },
  },
};
