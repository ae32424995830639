import type { Purpose, StaffRole } from '../generated/graphql.ts';
import { PURPOSES, type RequestableDataset, ROLES, type TermsDraft } from './terms.ts';

/** What the address of the form says: `?dataset=...&purpose=...&fields=...&roles=...`, lists separated by commas. */
export interface Prefill {
  readonly dataset: string | undefined;
  readonly purpose: Purpose | undefined;
  readonly fields: readonly string[];
  readonly roles: readonly StaffRole[];
}

export function readPrefill(search: URLSearchParams): Prefill {
  const listOf = (name: string): readonly string[] =>
    search.getAll(name).flatMap((text) => text.split(',').filter((one) => one !== ''));
  return {
    dataset: search.get('dataset') ?? undefined,
    purpose: PURPOSES.find((one) => one === search.get('purpose')),
    fields: listOf('fields'),
    roles: ROLES.filter((role) => listOf('roles').includes(role)),
  };
}

/** A complete form for the dataset: with nothing to add, it can be submitted as it is. */
export function firstTerms(
  dataset: RequestableDataset,
  prefill: Prefill,
  own: readonly string[],
  population: string,
): TermsDraft {
  const barred = new Set(dataset.neverOpen?.map(({ coordinate }) => coordinate));
  const possible = (dataset.fields ?? []).flatMap(({ coordinate }) =>
    coordinate === null || barred.has(coordinate) ? [] : coordinate,
  );
  const named = prefill.dataset === dataset.id ? prefill.fields.filter((field) => possible.includes(field)) : [];
  const ownRoles = ROLES.filter((role) => own.includes(role) && (role === 'CASEWORKER' || role === 'INVESTIGATOR'));
  const roles =
    prefill.roles.length > 0 ? prefill.roles : ownRoles.length > 0 ? ownRoles : (['CASEWORKER', 'SUPERVISOR'] as const);
  return {
    purpose: prefill.purpose ?? 'BENEFIT_ELIGIBILITY',
    fields: new Set(named.length > 0 ? named : possible),
    masks: new Map(),
    roles: new Set(roles),
    conditions: undefined,
    legalBasis: (dataset.law ?? []).join('; '),
    population,
    startsOn: '',
    months: '12',
    retentionDays: '365',
    redisclosure: 'PROHIBITED',
  };
}
