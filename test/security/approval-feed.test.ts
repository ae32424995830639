/** One start of the product serves all of these. */
import './approval-feed/lost.cases.ts';
import './approval-feed/lies.cases.ts';
