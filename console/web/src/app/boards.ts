import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { SessionUser } from '../session/server.ts';

export type BoardName =
  | 'cases'
  | 'search'
  | 'agreements'
  | 'audit'
  | 'myData'
  | 'links'
  | 'explorer'
  | 'publishing'
  | 'register';

export interface Board {
  readonly name: BoardName;
  readonly path: string;
  /** Paths that belong to it as well, for the mark in the navigation. */
  readonly also?: readonly string[];
  /** Whether a user finds it in the navigation. It opens nothing: the gateway decides what anyone sees. */
  readonly isFor: (user: SessionUser) => boolean;
  readonly page: LazyExoticComponent<ComponentType>;
}

const hasRole =
  (...roles: readonly string[]) =>
  (user: SessionUser): boolean =>
    user.roles.some((role) => roles.includes(role));

const atWork = hasRole('CASEWORKER', 'INVESTIGATOR', 'SUPERVISOR');

/** The boards in the order of the navigation. A user's first page is the first board that is for them. */
export const boards: readonly Board[] = [
  { name: 'cases', path: '/cases', isFor: atWork, page: lazy(() => import('../routes/cases/CasesBoard.tsx')) },
  {
    name: 'search',
    path: '/search',
    also: ['/person'],
    isFor: atWork,
    page: lazy(() => import('../routes/search/SearchBoard.tsx')),
  },
  {
    name: 'agreements',
    path: '/agreements',
    isFor: hasRole(
      'DATA_OFFICER',
      'DATA_STEWARD',
      'COO',
      'FEDERAL_LIAISON',
      'SUPERVISOR',
      'CASEWORKER',
      'INVESTIGATOR',
    ),
    page: lazy(() => import('../routes/agreements/AgreementsBoard.tsx')),
  },
  {
    name: 'audit',
    path: '/audit',
    isFor: hasRole('AUDITOR', 'DATA_STEWARD'),
    page: lazy(() => import('../routes/audit/AuditBoard.tsx')),
  },
  {
    name: 'myData',
    path: '/my-data',
    isFor: hasRole('RESIDENT'),
    page: lazy(() => import('../routes/mydata/MyDataBoard.tsx')),
  },
  {
    name: 'links',
    path: '/links',
    isFor: (user) => user.agency === 'DOIT' && hasRole('DATA_STEWARD')(user),
    page: lazy(() => import('../routes/links/LinksBoard.tsx')),
  },
  {
    name: 'explorer',
    path: '/explorer',
    isFor: hasRole('SUPERVISOR', 'DATA_OFFICER', 'DATA_STEWARD', 'AUDITOR'),
    page: lazy(() => import('../routes/explorer/ExplorerBoard.tsx')),
  },
  {
    name: 'publishing',
    path: '/publishing',
    isFor: hasRole('SCHEMA_PUBLISHER', 'DATA_OFFICER', 'DATA_STEWARD', 'AUDITOR'),
    page: lazy(() => import('../routes/publishing/PublishingBoard.tsx')),
  },
];
