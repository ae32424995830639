/** Imported into one file so that all cases share one register. */
import './testing/what-it-says.cases.ts';
import './testing/when-it-says-it.cases.ts';
