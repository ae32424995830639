/** Imported into one file so that all cases share one register. */
import './testing/procedure.cases.ts';
import './testing/refusals.cases.ts';
import './testing/lists.cases.ts';
