/** One register serves all of these. */
import './testing/declaring.cases.ts';
import './testing/reviewing.cases.ts';
