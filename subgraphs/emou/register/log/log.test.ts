/** One register and one log serve all of these. */
import './testing/every-decision.cases.ts';
import './testing/deleted-revocation.cases.ts';
import './testing/other-tampering.cases.ts';
