/** One register serves all of these. */
import './testing/procedure.cases.ts';
import './testing/refusals.cases.ts';
import './testing/lists.cases.ts';
