/** One start of the product serves all of these. */
import './reading/the-log.cases.ts';
import './reading/residents.cases.ts';
import './reading/statistics.cases.ts';
import './reading/tickets.cases.ts';
import './reading/from-outside.cases.ts';
import './reading/questions.cases.ts';
import './reading/guardians.cases.ts';
import './reading/later.cases.ts';
