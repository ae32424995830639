/** One start of the product serves all of these. */
import './conditions/who-meets-them.cases.ts';
import './conditions/who-is-asked-about.cases.ts';
import './conditions/consents-on-file.cases.ts';
