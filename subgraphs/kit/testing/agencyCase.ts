import type { SubgraphName } from '../../../schema/files.ts';

/** Marks every value that no approval opens. */
export const barred = 'BARRED-MARKER';

/** Test data of one agency's system: a few rows, and the response they must produce. */
export interface AgencyCase {
  readonly system: SubgraphName;
  readonly field: string;
  readonly key: string;
  readonly rows: string;
  /** Every field of the person with number A, with all datasets granted. */
  readonly expected: Readonly<Record<string, unknown>> & { readonly status: string };
  /** Events of the same person, and the response they must produce: without the kinds that are not in the schema. */
  readonly history: { readonly field: string; readonly rows: string; readonly expected: readonly unknown[] };
  readonly lookup: { readonly query: string; readonly expected: unknown };
  readonly barredFields: readonly string[];
}
