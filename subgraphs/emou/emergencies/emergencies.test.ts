/** Imported into one file so that all cases share one register. */
import './testing/declaring.cases.ts';
import './testing/reviewing.cases.ts';
