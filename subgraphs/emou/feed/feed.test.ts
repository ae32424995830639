/** One register serves all of these. */
import './testing/what-it-says.cases.ts';
import './testing/when-it-says-it.cases.ts';
