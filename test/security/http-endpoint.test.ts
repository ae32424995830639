/** One start of the product serves all of these. */
import './http-endpoint/operation-names.cases.ts';
import './http-endpoint/browsers.cases.ts';
import './http-endpoint/get-and-introspection.cases.ts';
import './http-endpoint/bodies-and-variables.cases.ts';
import './http-endpoint/routes.cases.ts';
