/** Imported into one file so that all cases share one register. */
import './testing/approvals.cases.ts';
import './testing/refusals.cases.ts';
