export const workloadNames = ['a', 'b', 'c', 'd'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** One query, asked about changing subjects. */
export interface Workload {
  readonly name: WorkloadName;
  readonly title: string;
  readonly query: string;
  /** Over person360's systems with authorization, or over the shop's without. */
  readonly graph: 'person360' | 'shop';
  /** `replay`: answers of systems from memory. `live`: the systems themselves, whose CPU time counts. */
  readonly systems: 'replay' | 'live';
}
