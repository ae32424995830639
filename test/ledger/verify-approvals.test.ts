/** One start of the product serves all of these. */
import './verify-approvals/whole-export.cases.ts';
import './verify-approvals/beyond-decisions.cases.ts';
import './verify-approvals/log-of-decisions.cases.ts';
