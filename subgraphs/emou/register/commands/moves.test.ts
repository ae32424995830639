/** One register serves all of these. */
import './moves/procedure.cases.ts';
import './moves/refusals.cases.ts';
import './moves/lists.cases.ts';
