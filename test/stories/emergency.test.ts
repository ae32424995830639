/** One start of the product serves all of these. */
import './emergency/who-sees-what.cases.ts';
import './emergency/headers.cases.ts';
import './emergency/its-end.cases.ts';
