import type { Purpose } from '../../schema/catalog/purposes.ts';

export const WORKLOAD_NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** One query, sent for changing subjects. */
export interface Workload {
  readonly name: WorkloadName;
  readonly title: string;
  readonly query: string;
  /** Purpose of use; none over the shop. */
  readonly purpose: Purpose | undefined;
  /** Over person360's systems with authorization, or over the shop's without. */
  readonly graph: 'person360' | 'shop';
  /** `replay`: answers of systems from memory. `live`: the systems themselves, whose CPU time counts. */
  readonly systems: 'replay' | 'live';
}
