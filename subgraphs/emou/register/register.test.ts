/** One register serves all of these. */
import './register/approvals.cases.ts';
import './register/refusals.cases.ts';
