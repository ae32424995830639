import type { SubgraphName } from '../../../schema/files.ts';

/** Marks every value that no approval opens. */
export const barred = 'BARRED-MARKER';

/** What the tests of all systems know of one agency: a few rows, and what must be answered of them. */
export interface AgencyCase {
  readonly system: SubgraphName;
  readonly field: string;
  readonly key: string;
  readonly rows: string;
  /** Everything that the system answers of the person with number A, with every dataset granted. */
  readonly expected: Readonly<Record<string, unknown>> & { readonly status: string };
  readonly lookup: { readonly query: string; readonly expected: unknown };
  readonly barredFields: readonly string[];
}
