/** One register serves all of these. */
import './testing/approvals.cases.ts';
import './testing/refusals.cases.ts';
