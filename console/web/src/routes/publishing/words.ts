import type { Catalog } from '../../i18n/language.tsx';
import type {
  ApprovalChange,
  ChangeSeverity,
  FindingLevel,
  PublicationKind,
  PublicationOutcome,
  PublicationState,
} from './generated/graphql.ts';

/** What a publication does to an approval. `MAY_OPEN`: until emou knows the field. */
export type AccessEffect = ApprovalChange | 'MAY_OPEN';

interface RegistryWords {
  readonly kinds: Readonly<Record<PublicationKind, string>>;
  readonly states: Readonly<Record<PublicationState, string>>;
  readonly outcomes: Readonly<Record<PublicationOutcome, string>>;
  readonly levels: Readonly<Record<FindingLevel, string>>;
  readonly severities: Readonly<Record<ChangeSeverity, string>>;
  readonly effects: Readonly<Record<AccessEffect, string>>;
  /** Names of the checks; one that this version does not know is shown as it is. */
  readonly checks: Readonly<Record<string, string>>;
}

/** The registry's own words. */
export const registryWords: Catalog<RegistryWords> = {
  en: {
    kinds: { PUBLISH: 'Publication', ROLLBACK: 'Rollback', RETIRE: 'Retirement', SHIPPED: 'Came with the product' },
    states: { PENDING: 'Waits', REJECTED: 'Rejected', IN_SERVICE: 'In service', REPLACED: 'Replaced' },
    outcomes: { APPROVED: 'Approved', REJECTED: 'Rejected' },
    levels: { ERROR: 'Stops', WARNING: 'Warning', NOTICE: 'Note' },
    severities: { BREAKING: 'Breaking', DANGEROUS: 'Dangerous', SAFE: 'Safe' },
    effects: {
      OPENS: 'Opens',
      MAY_OPEN: 'May open',
      CLOSES: 'Closes',
      CHANGES: 'Changes',
      ORPHANED: 'Without a dataset',
    },
    checks: {
      compose: 'Builds and composes with all others',
      guards: 'Guards and datasets',
      changes: 'Changes for clients',
      access: 'Access by approvals in force',
      plans: 'Query plans',
      lint: 'Descriptions and names',
    },
  },
  es: {
    kinds: { PUBLISH: 'Publicación', ROLLBACK: 'Vuelta atrás', RETIRE: 'Retiro', SHIPPED: 'Vino con el producto' },
    states: { PENDING: 'En espera', REJECTED: 'Rechazada', IN_SERVICE: 'En servicio', REPLACED: 'Reemplazada' },
    outcomes: { APPROVED: 'Aprobada', REJECTED: 'Rechazada' },
    levels: { ERROR: 'Detiene', WARNING: 'Advertencia', NOTICE: 'Nota' },
    severities: { BREAKING: 'Incompatible', DANGEROUS: 'Peligroso', SAFE: 'Seguro' },
    effects: {
      OPENS: 'Abre',
      MAY_OPEN: 'Puede abrir',
      CLOSES: 'Cierra',
      CHANGES: 'Cambia',
      ORPHANED: 'Sin conjunto de datos',
    },
    checks: {
      compose: 'Se construye y se compone con los demás',
      guards: 'Protecciones y conjuntos de datos',
      changes: 'Cambios para los clientes',
      access: 'Acceso según las aprobaciones vigentes',
      plans: 'Planes de consulta',
      lint: 'Descripciones y nombres',
    },
  },
};
