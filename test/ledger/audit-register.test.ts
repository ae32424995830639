/** One audit system with its log serves all of these. */
import './audit-register/suspensions.cases.ts';
import './audit-register/unmaskings.cases.ts';
