/** One register and one log serve all of these. */
import './log/every-decision.cases.ts';
import './log/deleted-revocation.cases.ts';
import './log/other-tampering.cases.ts';
