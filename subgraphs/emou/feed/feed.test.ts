/** One register serves all of these. */
import './feed/what-it-says.cases.ts';
import './feed/when-it-says-it.cases.ts';
