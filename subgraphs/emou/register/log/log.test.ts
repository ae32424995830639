/** Imported into one file so that all cases share one register and one log. */
import './testing/every-decision.cases.ts';
import './testing/deleted-revocation.cases.ts';
import './testing/other-tampering.cases.ts';
