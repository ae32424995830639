/** One register serves all of these. */
import './emergencies/declaring.cases.ts';
import './emergencies/reviewing.cases.ts';
