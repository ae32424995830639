/** One start of the product serves all of these. */
import './bad-input/operations.cases.ts';
import './bad-input/requests-and-tokens.cases.ts';
